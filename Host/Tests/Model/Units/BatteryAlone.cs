using BatterySim.Bms;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Cells;
using BatterySim.Bms.Profiles;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>One battery without a bank around it, asleep at 50 % and 25 degrees, and the seconds that pass over it.</summary>
    internal sealed class BatteryAlone
    {
        private const string Generic = "generic-16s-100";

        private long _nowMilliseconds;

        private BatteryAlone(BatteryProfile profile)
        {
            ProtectionSet protections = ProtectionSets.Create(profile.TextOf(ProfileKey.ProtectionSet));
            Module = new BatteryModule(profile, protections, new BatteryConstants(profile, OcvCurve.CreateLfp()), new Prng(1));
        }

        /// <summary>Simulated time.</summary>
        public long NowMilliseconds => _nowMilliseconds;

        /// <summary>The battery.</summary>
        public BatteryModule Module { get; }

        /// <summary>Charge in the cells over the capacity.</summary>
        public double Soc => Module.ChargeMilliampMilliseconds / 3_600_000.0 / Module.CapacityMilliampereHours;

        /// <summary>The same in whole permille, as a gauge counts that is never wrong.</summary>
        public int CountedPermille => (int)(Module.ChargeMilliampMilliseconds / 3_600L / Module.CapacityMilliampereHours);

        /// <summary>What polarisation and branch add to the rest voltage of a cell, mV.</summary>
        public double LiftMillivolts => ((Module.SourceMicrovolts / 1000.0) - Module.Cells.OcvSumMillivolts) / Module.CellCount;

        /// <summary>Mean rest voltage of the cells, mV.</summary>
        public double RestMillivolts => Module.Cells.OcvSumMillivolts / Module.CellCount;

        /// <summary>Generic 16S of 100 Ah with some rows changed.</summary>
        public static BatteryAlone Of(params (ProfileKey Key, int Number)[] changes) =>
            new(TestProfiles.With(Generic, [.. changes, (ProfileKey.CapacityMilliampereHours, 100_000)]));

        /// <summary>The same with a table over temperature.</summary>
        public static BatteryAlone Of(ProfileKey table, string text, params (ProfileKey Key, int Number)[] changes) =>
            new(TestProfiles.With(Generic, [.. changes, (ProfileKey.CapacityMilliampereHours, 100_000)]).With(table, 0, text));

        /// <summary>Changes under which cells are alike and hold their temperature and nothing is lost.</summary>
        /// <remarks>The voltage then has neither branch nor polarisation, unless the given changes bring them back.</remarks>
        public static (ProfileKey Key, int Number)[] Plain(params (ProfileKey Key, int Number)[] changes) =>
            [.. changes, .. TestProfiles.Ideal, .. TestProfiles.Lossless, (ProfileKey.HeatCapacityJoulesPerKelvin, 100_000_000)];

        /// <summary>Sets cells and room to a temperature, 0.1 degree.</summary>
        public BatteryAlone At(int decidegrees)
        {
            Module.AmbientDecidegrees = decidegrees;
            Module.SetTemperature(decidegrees);
            return this;
        }

        /// <summary>Lets a current flow for some seconds, mA, charging positive.</summary>
        public void Pass(int milliamps, int seconds)
        {
            for (int second = 0; second < seconds; second++)
            {
                _nowMilliseconds += BatteryModule.StepMilliseconds;
                Module.RecordCurrent(milliamps);
                Module.StepOneSecond(milliamps * 1000L, _nowMilliseconds);
            }
        }
    }
}
