using BatterySim.Host.Inverter;

namespace BatterySim.Host.Modbus.Map
{
    /// <summary>Everything that the registers of the virtual Sol-Ark are made from.</summary>
    /// <param name="Inverter">The inverter.</param>
    /// <param name="Quirks">What is disputed about the registers.</param>
    /// <param name="Energy">Energy counters.</param>
    /// <param name="Unit">Unit id.</param>
    public sealed record SolArkFacts(VirtualSolArk Inverter, SolArkModbusQuirks Quirks, EnergyCounters Energy, int Unit)
    {
        /// <summary>What it is set to.</summary>
        public InverterSettings Settings => Inverter.Settings;

        /// <summary>What it received from the battery.</summary>
        public BmsData Bms => Inverter.BmsData;

        /// <summary>True while it takes its limits from a battery whose frames it has received.</summary>
        public bool IsClosedLoop => Settings.UsesBms && Bms.ChargeVoltageLimitMillivolts.IsKnown;

        /// <summary>True while there is a grid and the inverter is on it.</summary>
        public bool IsOnGrid => Settings.GridPresent && Inverter.IsPoweredOn;

        /// <summary>Power to the house, W.</summary>
        public int ServedWatts => System.Math.Max(0, Inverter.LoadWatts - Inverter.UnservedWatts);

        /// <summary>Clock of the inverter, seconds since midnight.</summary>
        public long SecondsOfDay => ((Settings.TimeOfDayMinutes * 60L) + (Inverter.NowMilliseconds / 1000)) % 86_400;

        /// <summary>Something from the BMS, 0 while nothing was received (assumed) or where the registers do not carry it.</summary>
        public long OfBms(ReceivedValue value, long scale) => Quirks.HasBmsBlock && Settings.UsesBms ? value.Value * scale : 0;
    }
}
