using System.Linq;
using Xunit;

namespace BatterySim.Host.Tests.Instrument
{
    public class FaultTests
    {
        // Sets start at 0, 1000, 2000 ... ms; within each 0x351 comes first, 0x355 20 ms later and so on.
        [Theory]
        [InlineData("FAUL:VAL:SOC 5,2 S,2 S", 0x355, "355#3200640000000000,355#3200640000000000,355#0500640000000000,355#0500640000000000,355#3200640000000000")]
        [InlineData("FAUL:FRAM355:LENG 4,1 S,1 S", 0x355, "355#3200640000000000,355#32006400,355#3200640000000000")]
        [InlineData("FAUL:FRAM355:EXT ON,1 S,1 S", 0x355, "355#3200640000000000,00000355#3200640000000000,355#3200640000000000")]
        [InlineData("FAUL:FRAM355:REM ON,1 S,1 S", 0x355, "355#3200640000000000,355#R8,355#3200640000000000")]
        [InlineData("FAUL:FRAM355:CORR 0,#HFF,1 S,1 S", 0x355, "355#3200640000000000,355#CD00640000000000,355#3200640000000000")]
        [InlineData("FAUL:FRAM355:DUPL 1,1 S,1 S", 0x355, "355#3200640000000000,355#3200640000000000,355#3200640000000000,355#3200640000000000")]
        public void Fault_WithStartAndDuration_ShowsAsBytesForThatLong(string line, uint id, string frames)
        {
            // Half a percent above the whole one, so that what the BMS itself draws does not show.
            var bench = new Bench();
            bench.Ask("MOD1:SOC 50.5;:MOD2:SOC 50.5;:MOD3:SOC 50.5;:MOD4:SOC 50.5");
            Assert.Equal(("", ""), bench.Try(line));
            string[] expected = frames.Split(',');
            bench.Session.AdvanceTo((line.Contains("VAL", System.StringComparison.Ordinal) ? 4 : 2) * 1000 + 500);
            Assert.Equal(expected, bench.Frames.Where(frame => frame.Id == id).Select(frame => frame.Text));
            Assert.Equal("0", bench.Ask("FAUL:COUN?"));
        }

        [Fact]
        public void Omit_FromOneToThreeSeconds_LeavesTwoFramesOut()
        {
            var bench = new Bench();
            bench.Ask("FAUL:FRAM359:OMIT ON,1 S,2 S");
            bench.Session.AdvanceTo(4500);
            Assert.Equal([0L, 3000, 4000], bench.Frames.Where(frame => frame.Id == 0x359).Select(frame => frame.Milliseconds / 1000 * 1000));
            Assert.Equal("3", bench.Ask("FRAM359:SENT?"));
        }

        [Fact]
        public void Delay_Frame_LeavesThatMuchLater()
        {
            var bench = new Bench();
            bench.Ask("FAUL:FRAM355:DEL 300 MS,1 S,1 S");
            bench.Session.AdvanceTo(2500);
            Assert.Equal([40L, 1340, 2040], bench.Frames.Where(frame => frame.Id == 0x355).Select(frame => frame.Milliseconds));
        }

        [Fact]
        public void Swap_Frame_LeavesAfterItsSuccessor()
        {
            var bench = new Bench();
            bench.Ask("FAUL:FRAM351:SWAP ON,0,0.5 S");
            bench.Session.AdvanceTo(1500);
            Assert.Equal([0x359u, 0x355, 0x351, 0x356], bench.Frames.Take(4).Select(frame => frame.Id));
            Assert.Equal([0x359u, 0x351, 0x355, 0x356], bench.Frames.Skip(7).Take(4).Select(frame => frame.Id));
        }

        [Fact]
        public void Stale_Frame_RepeatsItsLastBytesWhileTheBankMovesOn()
        {
            var bench = new Bench();
            bench.Session.AdvanceTo(500);
            bench.Ask("FAUL:FRAM355:STAL ON,0,2 S;:MOD1:SOC 10.5;:MOD2:SOC 10.5;:MOD3:SOC 10.5;:MOD4:SOC 10.5");
            bench.Session.AdvanceTo(5500);
            string[] sent = [.. bench.Frames.Where(frame => frame.Id == 0x355).Select(frame => frame.Text[4..6])];
            Assert.Equal("32", sent[2]);
            Assert.Equal("0A", sent[^1]);
        }

        [Fact]
        public void Unknown_Value_WithholdsItsFrameAndCountsIt()
        {
            var bench = new Bench();
            bench.Ask("FAUL:VAL:VOLT UNKN,0,1500 MS");
            bench.Session.AdvanceTo(2500);
            Assert.Single(bench.Frames, frame => frame.Id == 0x356);
            Assert.Equal("2", bench.Ask("FRAM356:WITH?"));
        }

        [Fact]
        public void Signals_OfAFaultyFrame_AreThoseThatWereSent()
        {
            var bench = new Bench();
            bench.Ask("FAUL:VAL:CVL 58.4 V;:FAUL:FRAM351:CORR 2,1");
            bench.Session.AdvanceTo(500);
            string before = bench.Frames.First(frame => frame.Id == 0x351).Text;
            Assert.Equal($"\"{before}\"", bench.Ask("FRAM351:BYT?"));
            Assert.StartsWith("\"chargeVoltageLimitVolts\",58.4,\"chargeCurrentLimitAmps\",", bench.Ask("FRAM351:SIGN?"));
        }

        [Fact]
        public void Output_Off_HoldsTheBankSilentAndOnLetsItSpeakAgain()
        {
            var bench = new Bench();
            bench.Ask("OUTP OFF");
            bench.Session.AdvanceTo(3500);
            Assert.Empty(bench.Frames);
            bench.Ask("OUTP ON");
            bench.Session.AdvanceTo(4500);
            Assert.Equal(7, bench.Frames.Count);
        }

        [Fact]
        public void Rebuild_InTheMiddle_SpeaksOnWithTheNewBank()
        {
            var bench = new Bench();
            bench.Session.AdvanceTo(2500);
            bench.Ask("BANK:BATT 2");
            bench.Session.AdvanceTo(4600);
            Assert.Equal("2", bench.Ask("BANK:ONL?"));
            Assert.Equal([0L, 1000, 2000, 2500, 3500, 4500], bench.Frames.Where(frame => frame.Id == 0x359).Select(frame => frame.Milliseconds));
        }

        [Fact]
        public void Reset_HeldThreeSeconds_PutsTheBatteryToSleepAndTheLogSaysSo()
        {
            var bench = new Bench();
            bench.Ask("EVEN:CLE;:MOD1:RST 3 S");
            Assert.Equal("1", bench.Ask("MOD1:RST?"));
            bench.Session.AdvanceTo(5000);
            Assert.Equal("0", bench.Ask("MOD1:RST?"));
            Assert.Equal("ASL", bench.Ask("MOD1:STAT?"));
            Assert.Equal("3.000,\"asleep, battery 1: reset held\"", bench.Ask("EVEN?"));
        }

        [Fact]
        public void Events_FaultAndBreaker_AreLoggedWithTheirTimes()
        {
            var bench = new Bench();
            bench.Ask("EVEN:CLE;:FAUL:FRAM351:OMIT ON,1500 MS,1 S");
            bench.Session.AdvanceTo(2000);
            bench.Ask("MOD2:BRE OFF");
            bench.Session.AdvanceTo(3000);
            Assert.Equal(
                "1.500,\"fault begins, frame 0x351 left out\",2.000,\"breaker opened, battery 2\",2.500,\"fault ends, frame 0x351 left out\"",
                bench.Ask("EVEN:ALL?"));
        }

        [Fact]
        public void Events_AlarmThatOpensNoFet_IsLoggedWithItsNameWhenItComesAndGoes()
        {
            var bench = new Bench();
            bench.Session.AdvanceTo(1500);
            bench.Ask("EVEN:CLE;:MOD3:TEMP 52;AMB 52");
            bench.Session.AdvanceTo(3000);
            Assert.Equal("4", bench.Ask("MOD3:ALAR?"));
            Assert.Equal("0", bench.Ask("MOD3:PROT?"));
            string raised = bench.Ask("EVEN?");
            Assert.EndsWith("\"alarm raised, battery 3: over-temperature\"", raised, System.StringComparison.Ordinal);
            Assert.InRange(double.Parse(raised.Split(',')[0], System.Globalization.CultureInfo.InvariantCulture), 1.5, 2.5);
            bench.Ask("MOD3:TEMP 25;AMB 25");
            bench.Session.AdvanceTo(5000);
            Assert.EndsWith("\"alarms over, battery 3\"", bench.Ask("EVEN?"), System.StringComparison.Ordinal);
        }

        [Fact]
        public void Events_LinkLost_HasTheMillisecondInWhichTheTenSecondsWereOver()
        {
            var bench = new Bench();
            var reply = new BatterySim.Bms.Can.CanFrame();
            reply.Begin(0x305, 8);
            bench.Session.AdvanceTo(1234);
            bench.Ask("EVEN:CLE");
            bench.Simulator.Receive(reply);
            bench.Session.AdvanceTo(15_000);
            Assert.Equal("1.234,\"inverter answers\",11.235,\"inverter lost\"", bench.Ask("EVEN:ALL?"));
        }

        [Fact]
        public void Link_CableCut_LosesTheFollowersBehindIt()
        {
            var bench = new Bench();
            bench.Session.AdvanceTo(2000);
            bench.Ask("MOD2:LINK OFF");
            bench.Session.AdvanceTo(20_000);
            Assert.Equal("2", bench.Ask("BANK:ONL?"));
            Assert.Equal("512", bench.Ask("STAT:QUES:COND?"));
            Assert.Contains("follower lost, place 3", bench.Ask("EVEN:ALL?"), System.StringComparison.Ordinal);
        }

        [Fact]
        public void Current_NoInverter_FlowsThroughTheBank()
        {
            var bench = new Bench();
            bench.Ask("CURR -40 A");
            bench.Session.AdvanceTo(3000);
            Assert.Equal("-40.000", bench.Ask("BANK:CURR?"));

            // A quarter, but for the cables.
            Assert.InRange(double.Parse(bench.Ask("MOD3:CURR?"), System.Globalization.CultureInfo.InvariantCulture), -11.2, -8.8);
        }
    }
}
