using BatterySim.Host.Inverter;
using Xunit;

namespace BatterySim.Host.Tests.Inverter
{
    public class LimitTests
    {
        private const string Limits400A = "3002A00FA00FC001";

        [Theory]
        [InlineData(InverterModel.SolArk5K, "5K", 120_000, Evidence.Assumed)]
        [InlineData(InverterModel.SolArk8K, "8K", 185_000, Evidence.Assumed)]
        [InlineData(InverterModel.SolArk12K, "12K", 185_000, Evidence.Documented)]
        [InlineData(InverterModel.SolArk15K, "15K", 275_000, Evidence.Documented)]
        public void Model_LoadAndChargeWithoutEnd_MovesItsLimitBothWays(InverterModel model, string name, int milliamps, Evidence evidence)
        {
            Assert.Equal(evidence, InverterModels.EvidenceOf(model));
            Assert.True(InverterModels.TryParse(name, out InverterModel parsed));
            Assert.Equal(model, parsed);
            foreach (int sign in new[] { 1, -1 })
            {
                var bench = new InverterBench(new InverterSettings { Model = model, LoadWatts = sign * 60_000 });
                bench.KeepReceivingUntil(30_000, Limits400A);
                Assert.Equal(-sign * milliamps, bench.Inverter.CurrentMilliamps);
            }
        }

        // Max A charge, CCL and model: the least of the three (Discover 805-0038). CCL here 100 A.
        [Theory]
        [InlineData(InverterModel.SolArk12K, 60_000, 60_000)]
        [InlineData(InverterModel.SolArk12K, 150_000, 100_000)]
        [InlineData(InverterModel.SolArk5K, 2_000_000, 100_000)]
        [InlineData(InverterModel.SolArk15K, 0, 0)]
        public void MaxA_BesideCclAndDcl_IsOneOfThree(InverterModel model, int maxMilliamps, int milliamps)
        {
            foreach (int sign in new[] { 1, -1 })
            {
                var settings = new InverterSettings { Model = model, ChargeLimitMilliamps = maxMilliamps, DischargeLimitMilliamps = maxMilliamps };
                var bench = new InverterBench(settings);
                bench.Inverter.LoadWatts = sign * 60_000;
                bench.KeepReceivingUntil(30_000);
                Assert.Equal(-sign * milliamps, bench.Inverter.CurrentMilliamps);
            }
        }

        [Fact]
        public void MaxA_TurnedWhileRunning_HoldsFromTheNextStep()
        {
            var bench = new InverterBench(new InverterSettings { SolarWatts = 5200 });
            bench.KeepReceivingUntil(30_000);
            bench.Inverter.Settings.ChargeLimitMilliamps = 20_000;
            bench.AdvanceTo(30_000 + PowerStage.StepMilliseconds);
            Assert.Equal(20_000, bench.Inverter.CurrentMilliamps);
        }

        [Theory]
        [InlineData(0, 100_000)]
        [InlineData(167, 116_700)]
        [InlineData(1000, 185_000)]
        public void CclOvershoot_CarriesBeyondCclButNotBeyondTheInverter(int permille, int milliamps)
        {
            var bench = new InverterBench(new InverterSettings { SolarWatts = 52_000, Quirks = { CclOvershootPermille = permille } });
            bench.KeepReceivingUntil(30_000);
            Assert.Equal(milliamps, bench.Inverter.CurrentMilliamps);
        }

        // A bank that stops a charge sends CCL 0 and withdraws bit 7; the SOC 100 % work-around is that of Battery-Emulator 873 and 1534.
        [Theory]
        [InlineData(false, 50, 0)]
        [InlineData(true, 50, 100_000)]
        [InlineData(true, 99, 100_000)]
        [InlineData(true, 100, 0)]
        public void ZeroCcl_Ignored_OnlyAFullBankStopsTheCharge(bool ignores, int socPercent, int milliamps)
        {
            var bench = new InverterBench(new InverterSettings { SolarWatts = 52_000, Quirks = { ZeroCclIgnored = ignores } });
            bench.KeepReceivingUntil(10_000);
            bench.SocPercent = socPercent;
            bench.KeepReceivingUntil(30_000, "30020000E803C001", "4000000000000000");
            Assert.Equal(milliamps, bench.Inverter.CurrentMilliamps);
        }

        [Theory]
        [InlineData(false, false, 50, 0)]
        [InlineData(true, true, 50, 0)]
        [InlineData(true, false, 50, -50_000)]
        [InlineData(true, false, 0, 0)]
        public void ZeroDcl_Ignored_OnlyOffGridAndUntilTheBankIsEmpty(bool ignores, bool hasGrid, int socPercent, int milliamps)
        {
            var bench = new InverterBench(new InverterSettings { LoadWatts = 2600, GridPresent = hasGrid, Quirks = { ZeroDclIgnored = ignores } });
            bench.KeepReceivingUntil(10_000);
            bench.SocPercent = socPercent;
            bench.KeepReceivingUntil(30_000, "3002E8030000C001", "8000000000000000");
            Assert.Equal(milliamps, bench.Inverter.CurrentMilliamps);
        }

        // 0x351 with CVL 0.1 V and CCL 0.1 A as "off" (diyBMS 216): W31, and the charge goes on with the limits before it.
        [Theory]
        [InlineData(true, 100_000)]
        [InlineData(false, 0)]
        public void CvlImpossible_KeepsTheOldLimitsAndWarns(bool keeps, int milliamps)
        {
            var bench = new InverterBench(new InverterSettings { SolarWatts = 52_000, Quirks = { ImpossibleCvlKeepsLimits = keeps } });
            bench.KeepReceivingUntil(10_000);
            Assert.Equal(InverterWarning.None, bench.Inverter.Warning);
            bench.KeepReceivingUntil(30_000, "01000100E803C001");
            Assert.Equal(milliamps, bench.Inverter.CurrentMilliamps);
            Assert.Equal(InverterWarning.BatteryCommunication, bench.Inverter.Warning);
            Assert.Equal(31, (int)bench.Inverter.Warning);
            Assert.Equal(InverterState.Normal, bench.Inverter.State);
            bench.KeepReceivingUntil(31_000);
            Assert.Equal(InverterWarning.None, bench.Inverter.Warning);
        }

        [Fact]
        public void CvlImpossible_FromTheFirstFrame_GivesNoLimitToGoOnWith()
        {
            var bench = new InverterBench(new InverterSettings { SolarWatts = 52_000 });
            bench.KeepReceivingUntil(30_000, "01000100E803C001");
            Assert.Equal(0, bench.Inverter.CurrentMilliamps);
        }

        // 0x356 in 0.1 V: 52.0 V arrives as 5.20 V (ArminJo 5).
        [Theory]
        [InlineData(true, InverterWarning.BatteryCommunication)]
        [InlineData(false, InverterWarning.None)]
        public void VoltageInAnotherScale_IsW31AndStillShown(bool warns, InverterWarning expected)
        {
            var bench = new InverterBench(new InverterSettings { LoadWatts = 2600, Quirks = { WarnsOfImpossibleValues = warns } });
            for (int second = 1; second <= 20; second++)
            {
                bench.ReceiveBurst();
                bench.OnReceived(0x356, "08020000FA000000");
                bench.AdvanceTo(second * 1000);
            }

            Assert.Equal(expected, bench.Inverter.Warning);
            Assert.Equal(5200, bench.Inverter.BmsData.VoltageMillivolts.Value);
            Assert.Equal(-50_000, bench.Inverter.CurrentMilliamps);
        }
    }
}
