using System;
using System.Globalization;
using BatterySim.Bms;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Can;
using BatterySim.Bms.Profiles;

namespace BatterySim.Host.Verification.Meter.Proof
{
    /// <summary>Batteries of a product with a bench supply: what is measured here is asked of the instrument.</summary>
    internal sealed class ProofBench
    {
        /// <summary>Cells that are alike and a bench in which the heat of the current changes nothing, as a cell is measured.</summary>
        public static readonly string[] Alike =
        [
            "cellCapacitySpreadPpm,0", "cellSocSpreadPpm,0", "cellResistanceSpreadPpm,0", "heatCapacityJoulesPerKelvin,100000000",
            "coulombEfficiencyPermille,1000", "selfConsumptionMilliwatts,0", "sleepSeconds,1000000",
        ];

        private readonly Simulator _bank;

        public ProofBench(string profile, int batteries, double socPercent, params string[] values)
        {
            var settings = new SimulatorSettings(ProfileCatalogue.Create(profile)) { BatteryCount = batteries, SocPermille = (int)(socPercent * 10) };
            _bank = new Simulator(settings, new OpenBus());
            foreach (string value in values)
            {
                Do("PROF:VAL " + value);
            }

            Do(FormattableString.Invariant($"MOD1:SOC {socPercent}"));
        }

        public BatteryModule Battery => _bank.Bank.ModuleAt(0);

        public int Cells => Battery.CellCount;

        /// <summary>Charge in the cells, percent of the capacity.</summary>
        public double StoredPercent => Battery.ChargeMilliampMilliseconds / (Battery.CapacityMilliampereHours * 36_000.0);

        /// <summary>Voltage of the mean cell, mV.</summary>
        public double CellMillivolts => Battery.VoltageMillivolts / (double)Cells;

        /// <summary>The same without what the current drops in the resistance and in polarisations that are charged, mV.</summary>
        public double CellWithoutDrop =>
            (Battery.VoltageMillivolts - (Battery.CurrentMilliamps / 1000.0 * Battery.SeriesMilliohms * 2)) / Cells;

        public void Do(string command)
        {
            _bank.Execute(command);
            string error = _bank.Execute("SYST:ERR?");
            if (!error.StartsWith("0,", StringComparison.Ordinal))
            {
                throw new InvalidOperationException(command + ": " + error);
            }
        }

        public double Ask(string question) => double.Parse(_bank.Execute(question), CultureInfo.InvariantCulture);

        public double CurrentOf(int battery) => _bank.Bank.CurrentOf(battery) / 1000.0;

        public void Current(double amps) => _bank.SetCurrent((int)Math.Round(amps * 1000));

        public void Wait(int seconds) => _bank.Advance(seconds * 1000);

        public void WaitUntil(Func<bool> isSo, int hoursMax = 48)
        {
            for (int second = 0; !isSo(); second++)
            {
                if (second > hoursMax * 3600)
                {
                    throw new InvalidOperationException("What the proof waits for never came.");
                }

                Wait(1);
            }
        }

        /// <summary>Charges as a charger does that keeps to CVL and CCL as the bank asks for them.</summary>
        public void ChargeStep(double ampsMax)
        {
            int room = _bank.Report.ChargeVoltageLimitMillivolts - _bank.Bank.VoltageMillivolts;
            double amps = (_bank.Bank.CurrentMilliamps + (room * 50)) / 1000.0;
            Current(Math.Min(Math.Min(ampsMax, _bank.Report.ChargeCurrentLimitMilliamps / 1000.0), Math.Max(0, amps)));
            Wait(1);
        }

        private sealed class OpenBus : ICanBus
        {
            public CanBusState State => CanBusState.ErrorActive;

            public SendResult Send(CanFrame frame) => SendResult.Accepted;

            public bool TryReceive(CanFrame frame) => false;
        }
    }
}
