using System;
using System.Globalization;
using BatterySim.Host.Inverter;
using BatterySim.Host.Modbus.Observing;
using BatterySim.Host.Scenarios.Plans;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>The current through the simulated bank of a bench, through which nothing flows.</summary>
    /// <remarks>
    /// Where the inverter's current can be read, the bank carries it. Where not, it carries the load that the file gives, as a bank in the
    /// twin does as long as its limits allow it.
    /// </remarks>
    internal sealed class BenchBankLoad(BenchDriver bench)
    {
        private const int CurrentAddress = 191;
        private const double MilliampsPerAmp = 1000;

        private long _watts;

        /// <summary>True where the bank carries what the inverter measures.</summary>
        public bool Follows { get; private set; }

        /// <summary>Lets nothing flow until the clock starts.</summary>
        /// <remarks>What flowed while bank and inverter are waited for would change what the scenario begins with.</remarks>
        public void Hold()
        {
            Follows = false;
            _watts = long.MinValue;
            Set(0);
        }

        /// <summary>Puts on the bank what the scenario begins with.</summary>
        /// <param name="plan">What it begins with.</param>
        /// <param name="hasRegisters">True where the inverter's current can be read.</param>
        public void Start(SetupPlan plan, bool hasRegisters)
        {
            Follows = plan.HasInverter && hasRegisters;
            if (plan.HasInverter && !hasRegisters)
            {
                InverterSettings inverter = plan.CreateInverterSettings();
                Set(inverter.LoadWatts - inverter.SolarWatts);
            }
        }

        /// <summary>Puts on the bank what the inverter measured.</summary>
        public void Follow(InverterReading reading)
        {
            if (Follows && double.TryParse(bench.Ask("BANK:VOLT?"), NumberStyles.Float, CultureInfo.InvariantCulture, out double volts))
            {
                // Discharging is positive in the register, as in a load.
                Set((long)Math.Round(volts * reading.Value(CurrentAddress) / MilliampsPerAmp));
            }
        }

        private void Set(long watts)
        {
            if (watts != _watts)
            {
                _watts = watts;
                bench.Execute(string.Create(CultureInfo.InvariantCulture, $"LOAD {watts}"));
            }
        }
    }
}
