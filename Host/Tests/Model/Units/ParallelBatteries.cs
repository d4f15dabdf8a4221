using System;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Cells;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>Batteries on one bus bar, and the same circuit solved another way: one unknown voltage, found by halving.</summary>
    internal sealed class ParallelBatteries
    {
        private const int LimiterStartMilliamps = 20_000;
        private const int TerminalMaxVolts = 1050;

        private static readonly BatteryProfile Product = TestProfiles.With(
            "generic-16s-100",
            [.. TestProfiles.Ideal, (ProfileKey.ChargeLimiterStartMilliamps, LimiterStartMilliamps), (ProfileKey.ChargeLimiterMilliamps, 10_000)]);

        private readonly BatteryModule[] _modules;
        private readonly int[] _connectionMicroohms;

        public ParallelBatteries(params BatteryPart[] parts)
        {
            var constants = new BatteryConstants(Product, OcvCurve.CreateLfp());
            ProtectionSet protections = ProtectionSets.Create(ProtectionSets.Pace16);
            _modules = [.. parts.Select(_ => new BatteryModule(Product, protections, constants, new Prng(1)))];
            _connectionMicroohms = [.. parts.Select(static part => part.ConnectionMicroohms)];
            Sharing = new CurrentSharing(_modules);
            for (int index = 0; index < parts.Length; index++)
            {
                BatteryModule module = _modules[index];
                module.SetSocPermille(parts[index].SocPermille);
                module.SetResistancePermille(parts[index].ResistancePermille);
                module.SkipToRunning();
                module.HeldOpen = parts[index].HeldOpen;
                module.RecordCurrent(parts[index].IsLimiting ? 2 * LimiterStartMilliamps : 0);
                module.FindLimits();
                Sharing.SetConnection(index, parts[index].ConnectionMicroohms);
            }

            Sharing.Rebuild(0);
        }

        public CurrentSharing Sharing { get; }

        public int Count => _modules.Length;

        public BatteryModule this[int index] => _modules[index];

        public double SourceVolts(int index) => _modules[index].SourceMicrovolts / 1e6;

        public double Ohms(int index) => (_modules[index].SeriesMilliohms / 1e3) + (_connectionMicroohms[index] / 1e6);

        /// <summary>The currents at the voltage at which they add up to the demand, or come nearest to it, mA.</summary>
        public double[] Solve(double demandMilliamps)
        {
            double low = 0;
            double high = TerminalMaxVolts;
            for (int step = 0; step < 60; step++)
            {
                double middle = (low + high) / 2;
                bool isBelow = Enumerable.Range(0, Count).Sum(index => MilliampsAt(index, middle)) < demandMilliamps;
                low = isBelow ? middle : low;
                high = isBelow ? high : middle;
            }

            return [.. Enumerable.Range(0, Count).Select(index => MilliampsAt(index, high))];
        }

        private double MilliampsAt(int index, double volts)
        {
            BatteryModule module = _modules[index];
            double free = (volts - SourceVolts(index)) / Ohms(index) * 1000;
            double most = !module.CanCharge ? 0 : module.IsLimiting ? module.LimiterMilliamps : double.MaxValue;
            return Math.Clamp(free, module.CanDischarge ? double.MinValue : 0, most);
        }
    }
}
