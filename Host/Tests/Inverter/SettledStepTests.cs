using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Inverter;
using BatterySim.Host.Twin;
using Xunit;

namespace BatterySim.Host.Tests.Inverter
{
    /// <summary>An inverter leaves out the steps in which nothing can change. One whose settings are touched all the time leaves out none.</summary>
    public sealed class SettledStepTests
    {
        private const int EndMilliseconds = 400_000;
        private const int TouchMilliseconds = 50;

        [Theory]
        [InlineData(1)]
        [InlineData(2)]
        [InlineData(3)]
        [InlineData(4)]
        [InlineData(5)]
        [InlineData(6)]
        [InlineData(7)]
        [InlineData(8)]
        public void Steps_LeftOut_ChangeNothing(int seed)
        {
            List<string> leftOut = Run(seed, isTouched: false);
            List<string> whole = Run(seed, isTouched: true);

            Assert.Equal(whole, leftOut);
        }

        [Theory]
        [InlineData(1_100)]
        [InlineData(1_300)]
        [InlineData(1_700)]
        public void Fault_ThatEndsBetweenTwoSets_EndsForTheCurrentToo(int periodMilliseconds)
        {
            Assert.Equal(RunSilence(periodMilliseconds, isTouched: true), RunSilence(periodMilliseconds, isTouched: false));
        }

        [Fact]
        public void Settings_EachOfThem_CountsFromTheNextStep()
        {
            PropertyInfo count = typeof(LiveSettings).GetProperty("ChangeCount", BindingFlags.Instance | BindingFlags.NonPublic)!;
            foreach (LiveSettings settings in new LiveSettings[] { new InverterSettings(), new InverterQuirks() })
            {
                foreach (PropertyInfo setting in Settable(settings))
                {
                    long before = (long)count.GetValue(settings)!;
                    setting.SetValue(settings, setting.GetValue(settings));
                    Assert.True((long)count.GetValue(settings)! > before, $"{setting.Name} is set without being counted");
                }
            }
        }

        // Loads, settings, charge and plugs change at random, the same for both; every frame and what the inverter shows are written down.
        private static List<string> Run(int seed, bool isTouched)
        {
            var random = new Random(seed);
            var options = new TwinOptions { Inverter = new InverterSettings(), LoadWatts = random.Next(-6_000, 6_000) };
            options.Bank.Profile = ProfileCatalogue.Create(ProfileCatalogue.DefaultName);
            options.Bank.BatteryCount = 2;
            var session = new TwinSession(options);
            List<string> seen = [];
            session.Bus.FrameCompleted += (microseconds, _, frame) => seen.Add($"{microseconds} {frame.Id:X} {Convert.ToHexString(frame.Data)}");
            while (session.NowMilliseconds < EndMilliseconds)
            {
                Advance(session, session.NowMilliseconds + random.Next(1, 15_000), isTouched);
                VirtualSolArk inverter = session.Inverter!;
                seen.Add($"{inverter.State} {inverter.Stage} {inverter.Fault} {inverter.Warning} {inverter.CurrentMilliamps} mA {inverter.GridWatts} W "
                    + $"{inverter.UnservedWatts} W {inverter.OwnSocPermille} {inverter.IsExporting} {inverter.ChargeTargetMillivolts} mV");
                Disturb(random, session, options.Inverter);
            }

            return seen;
        }

        // F58 is looked at again after five minutes, whatever the battery is doing then.
        private static List<string> RunSilence(int periodMilliseconds, bool isTouched)
        {
            var options = new TwinOptions { Inverter = new InverterSettings(), LoadWatts = 3_000 };
            options.Bank.Profile = ProfileCatalogue.Create(ProfileCatalogue.DefaultName);
            options.Bank.Dialect.PeriodMilliseconds = periodMilliseconds;
            var session = new TwinSession(options);
            Advance(session, 20_000, isTouched);
            session.SetInverterConnected(false);
            Advance(session, 50_000, isTouched);
            session.SetInverterConnected(true);
            List<string> seen = [$"{session.Inverter!.Fault}"];
            for (long time = session.NowMilliseconds; time < EndMilliseconds; time += TouchMilliseconds)
            {
                Advance(session, time, isTouched);
                seen.Add($"{time} {session.Inverter.Fault} {session.Inverter.CurrentMilliamps} mA");
            }

            return seen;
        }

        // Time is cut differently as well, which may not change anything either.
        private static void Advance(TwinSession session, long end, bool isTouched)
        {
            while (isTouched && session.NowMilliseconds + TouchMilliseconds < end)
            {
                session.AdvanceTo(session.NowMilliseconds + TouchMilliseconds);
                session.LoadWatts = session.LoadWatts;
            }

            session.AdvanceTo(end);
            if (isTouched)
            {
                session.LoadWatts = session.LoadWatts;
            }
        }

        private static void Disturb(Random random, TwinSession session, InverterSettings settings)
        {
            switch (random.Next(6))
            {
                case 0:
                    session.LoadWatts = random.Next(-8_000, 8_000);
                    break;
                case 1:
                    session.SetInverterConnected(random.Next(2) > 0);
                    break;
                case 2:
                    session.SetInverterPower(random.Next(3) > 0);
                    break;
                case 3:
                    session.Simulator.Bank.ModuleAt(0).SetSocPermille(random.Next(1_001));
                    session.Simulator.Refresh();
                    break;
                default:
                    Change(random, random.Next(2) > 0 ? settings : settings.Quirks, settings);
                    break;
            }
        }

        private static void Change(Random random, LiveSettings among, InverterSettings all)
        {
            PropertyInfo[] settable = Settable(among);
            PropertyInfo setting = settable[random.Next(settable.Length)];
            object before = setting.GetValue(among)!;
            object after = before switch
            {
                bool => random.Next(2) > 0,
                int number => random.Next(3) == 0 ? 0 : (int)Math.Min(1_000_000L, Math.Max(1L, number) * random.Next(50, 150) / 100),
                _ => Enum.GetValues(setting.PropertyType).GetValue(random.Next(Enum.GetValues(setting.PropertyType).Length))!,
            };
            setting.SetValue(among, after);
            if (all.FindProblem() is not null)
            {
                setting.SetValue(among, before);
            }
        }

        private static PropertyInfo[] Settable(LiveSettings settings) =>
            [.. settings.GetType().GetProperties().Where(static one => one.CanWrite).OrderBy(static one => one.Name, StringComparer.Ordinal)];
    }
}
