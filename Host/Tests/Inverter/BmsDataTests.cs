using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Host.Inverter;
using BatterySim.Host.Tests.Virtual;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BatterySim.Host.Tests.Inverter
{
    public class BmsDataTests
    {
        [Fact]
        public void BmsData_NothingReceived_IsUnknown()
        {
            BmsData bmsData = new InverterBench().Inverter.BmsData;
            Assert.False(bmsData.SocPermille.IsKnown);
            Assert.False(bmsData.ChargeVoltageLimitMillivolts.IsKnown);
            Assert.Equal(-1, bmsData.VoltageMillivolts.ReceivedMilliseconds);
            Assert.Equal("", bmsData.Name);
        }

        [Fact]
        public void BmsData_CapturedPylontechSet_IsWhatTheBatterySaid()
        {
            // Limits of ten US2000/US3000 (capture): 53.2 V, 370.0 A, 370.0 A, 46.0 V.
            var bench = new InverterBench();
            bench.AdvanceTo(250);
            bench.OnReceived(0x351, "1402740E740ECC01");
            bench.OnReceived(0x355, "57006300");
            bench.OnReceived(0x356, "C81485FFFB00");
            bench.OnReceived(0x359, "0A01900810504E");
            bench.OnReceived(0x35C, "D8");
            bench.OnReceived(0x35E, "50594C4F4E202020");
            bench.OnReceived(0x379, "4006");

            BmsData bmsData = bench.Inverter.BmsData;
            Assert.Equal(53_200, bmsData.ChargeVoltageLimitMillivolts.Value);
            Assert.Equal(370_000, bmsData.ChargeCurrentLimitMilliamps.Value);
            Assert.Equal(370_000, bmsData.DischargeCurrentLimitMilliamps.Value);
            Assert.Equal(46_000, bmsData.DischargeVoltageLimitMillivolts.Value);
            Assert.Equal(870, bmsData.SocPermille.Value);
            Assert.Equal(990, bmsData.SohPermille.Value);
            Assert.Equal(53_200, bmsData.VoltageMillivolts.Value);
            Assert.Equal(-12_300, bmsData.CurrentMilliamps.Value);
            Assert.Equal(251, bmsData.TemperatureDecidegrees.Value);
            Assert.Equal(BmsFlags.OverTemperature | BmsFlags.OverVoltage | BmsFlags.ChargeOverCurrent, bmsData.Protections.Value);
            Assert.Equal(BmsFlags.DischargeOverCurrent | BmsFlags.UnderTemperature | BmsFlags.System, bmsData.Alarms.Value);
            Assert.Equal(16, bmsData.ModulesOnline.Value);
            Assert.True(bmsData.ChargeEnabled);
            Assert.True(bmsData.DischargeEnabled);
            Assert.True(bmsData.ForceChargeRequested);
            Assert.True(bmsData.FullChargeRequested);
            Assert.Equal("PYLON", bmsData.Name);
            Assert.Equal(1_600_000, bmsData.CapacityMilliampereHours.Value);
            Assert.Equal(250, bmsData.SocPermille.ReceivedMilliseconds);
        }

        [Fact]
        public void BmsData_VictronAlarms_AreReadInPairs()
        {
            var bench = new InverterBench();
            bench.OnReceived(0x35A, "9882820054414100");
            Assert.Equal(BmsFlags.UnderVoltage, bench.Inverter.BmsData.Protections.Value);
            Assert.Equal(BmsFlags.All, bench.Inverter.BmsData.Alarms.Value);
        }

        [Fact]
        public void BmsData_TheSameFrameAgain_IsAsNewAsTheFirst()
        {
            var bench = new InverterBench();
            bench.OnReceived(0x355, "57006300");
            bench.AdvanceTo(1_000);
            bench.OnReceived(0x355, "57006300");
            Assert.Equal(1_000, bench.Inverter.BmsData.SocPermille.ReceivedMilliseconds);
            Assert.Equal(1_000, bench.Inverter.Link.LastReceivedMilliseconds);
            bench.Inverter.SetPower(false);
            bench.Inverter.SetPower(true);
            Assert.False(bench.Inverter.BmsData.SocPermille.IsKnown);
            bench.OnReceived(0x355, "57006300");
            Assert.Equal(870, bench.Inverter.BmsData.SocPermille.Value);
        }

        [Fact]
        public void BmsData_TwoFramesWithTheSameValues_TheLastOneCounts()
        {
            var bench = new InverterBench();
            for (int round = 0; round < 2; round++)
            {
                bench.OnReceived(0x359, "0200000000000000");
                Assert.Equal(BmsFlags.OverVoltage, bench.Inverter.BmsData.Protections.Value);
                bench.OnReceived(0x35A, "9882820054414100");
                Assert.Equal(BmsFlags.UnderVoltage, bench.Inverter.BmsData.Protections.Value);
            }
        }

        [Fact]
        public void BmsData_TheSameFrameUnderAnotherQuirk_IsReadAnew()
        {
            var bench = new InverterBench();
            bench.OnReceived(0x356, "C81485FFFB000000");
            bench.Inverter.Settings.Quirks.CurrentSign = CurrentSign.DischargePositive;
            bench.OnReceived(0x356, "C81485FFFB000000");
            Assert.Equal(12_300, bench.Inverter.BmsData.CurrentMilliamps.Value);
        }

        [Theory]
        [InlineData(VoltageScale.Centivolt, CurrentSign.ChargePositive, 53_200, -12_300)]
        [InlineData(VoltageScale.Decivolt, CurrentSign.ChargePositive, 532_000, -12_300)]
        [InlineData(VoltageScale.Centivolt, CurrentSign.DischargePositive, 53_200, 12_300)]
        public void BmsData_Measurements_AreReadAsTheInverterIsSet(VoltageScale scale, CurrentSign sign, int millivolts, int milliamps)
        {
            var bench = new InverterBench(new InverterSettings { Quirks = { VoltageScale = scale, CurrentSign = sign } });
            bench.OnReceived(0x356, "C81485FFFB000000");
            Assert.Equal(millivolts, bench.Inverter.BmsData.VoltageMillivolts.Value);
            Assert.Equal(milliamps, bench.Inverter.BmsData.CurrentMilliamps.Value);
        }

        [Theory]
        [InlineData(0x351u, 5)]
        [InlineData(0x355u, 3)]
        [InlineData(0x356u, 5)]
        [InlineData(0x359u, 3)]
        [InlineData(0x35Cu, 0)]
        public void Receive_TooShort_MeansNothing(uint id, int length)
        {
            var bench = new InverterBench();
            bench.OnReceived(id, new string('0', 2 * length));
            Assert.Equal(0, bench.Inverter.Link.ReceivedCount);
            bench.OnReceived(id, new string('0', 2 * (length + 1)));
            Assert.Equal(1, bench.Inverter.Link.ReceivedCount);
        }

        [Fact]
        public void Receive_StrictAboutEightBytes_TakesNothingShorter()
        {
            var bench = new InverterBench(new InverterSettings { Quirks = { StrictEightBytes = true } });
            bench.OnReceived(0x356, "C81485FFFB00");
            Assert.False(bench.Inverter.BmsData.VoltageMillivolts.IsKnown);
            bench.OnReceived(0x356, "C81485FFFB000000");
            Assert.True(bench.Inverter.BmsData.VoltageMillivolts.IsKnown);
        }

        [Fact]
        public void Receive_ExtendedOrRemote_MeansNothing()
        {
            var bench = new InverterBench();
            bench.Inverter.Receive(Frames.Data(0x356, "C81485FFFB000000", isExtended: true));
            bench.Inverter.Receive(Frames.Remote(0x356, 8));
            bench.AdvanceTo(1000);
            Assert.Equal(0, bench.Inverter.Link.ReceivedCount);
            Assert.Empty(bench.Sent);
        }

        [Fact]
        public void Receive_AnyFrame_NeverThrowsAndNeverDrivesMoreThanTheInverterCan()
        {
            Prop.ForAll(ArbMap.Default.ArbFor<(int, byte[], bool, bool, int)>(), input =>
            {
                var bench = new InverterBench();
                bench.Inverter.LoadWatts = input.Item5 * 1000;
                bench.ReceiveBurst();
                var frame = new CanFrame();
                frame.Begin(0x350u + (uint)(input.Item1 & 0x2F), input.Item2.Length, input.Item3, input.Item4);
                for (int index = 0; index < frame.Length && !frame.IsRemote; index++)
                {
                    frame.Data[index] = input.Item2[index];
                }

                bench.Inverter.Receive(frame);
                bench.AdvanceTo(5000);
                return bench.Inverter.CurrentMilliamps is >= -185_000 and <= 185_000;
            }).QuickCheckThrowOnFailure();
        }
    }
}
