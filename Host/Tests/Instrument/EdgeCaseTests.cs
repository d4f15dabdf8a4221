using System.Linq;
using Xunit;

namespace BatterySim.Host.Tests.Instrument
{
    /// <summary>What no sane battery sends, and an inverter has to live with all the same.</summary>
    public class EdgeCaseTests
    {
        [Theory]
        [InlineData("FAUL:VAL:CCL -10 A", 0x351, 2, "9CFF")]
        [InlineData("FAUL:VAL:CCL MIN", 0x351, 2, "0180")]
        [InlineData("FAUL:VAL:DCL -3276.7", 0x351, 4, "0180")]
        [InlineData("FAUL:VAL:DCL 3276.7", 0x351, 4, "FF7F")]
        [InlineData("FAUL:VAL:SOC 120", 0x355, 0, "7800")]
        [InlineData("FAUL:VAL:SOC MAX", 0x355, 0, "FFFF")]
        [InlineData("FAUL:VAL:SOH 255", 0x355, 2, "FF00")]
        [InlineData("FAUL:VAL:TEMP -150", 0x356, 4, "24FA")]
        [InlineData("FAUL:VAL:TEMP 0", 0x356, 4, "0000")]
        [InlineData("FAUL:VAL:TEMP MAX", 0x356, 4, "FF7F")]
        [InlineData("FAUL:VAL:MOD 0", 0x359, 4, "00")]
        [InlineData("FAUL:VAL:MOD 255", 0x359, 4, "FF")]
        [InlineData("FAUL:VAL:CAP 0", 0x379, 0, "0000")]
        [InlineData("FAUL:VAL:CAP 65535", 0x379, 0, "FFFF")]
        [InlineData("BANK:DIAL:FSOC ON;:FAUL:VAL:SOC 120", 0x355, 4, "E02E")]
        [InlineData("BANK:DIAL:FSOC ON;:FAUL:VAL:SOC 5", 0x355, 4, "F401")]
        [InlineData("FAUL:VAL:SOC 120", 0x355, 4, "0000")]
        [InlineData("FAUL:FRAM35E:BYT \"50594C4F4E1CFC08\"", 0x35E, 0, "50594C4F4E1CFC08")]
        [InlineData("FAUL:FRAM359:BYT '0102030405060708'", 0x359, 0, "0102030405060708")]
        [InlineData("FAUL:FRAM35C:BYT \"c0\"", 0x35C, 0, "C0")]
        public void Value_BeyondWhatAProtocolPromises_StandsInTheFrame(string line, uint id, int offset, string bytes)
        {
            var bench = new Bench();
            Assert.Equal(("", ""), bench.Try(line));
            bench.Session.AdvanceTo(900);
            string data = bench.Frames.Last(frame => frame.Id == id).Text.Split('#')[1];
            Assert.Equal(bytes, data.Substring(2 * offset, bytes.Length));
        }

        [Theory]
        [InlineData("FAUL:FRAM35E:BYT \"5\"")]
        [InlineData("FAUL:FRAM35E:BYT \"5G\"")]
        [InlineData("FAUL:FRAM35E:BYT \"112233445566778899\"")]
        [InlineData("FAUL:EXTR1 \"37#01\"")]
        [InlineData("FAUL:EXTR1 \"800#01\"")]
        [InlineData("FAUL:EXTR1 \"37001\"")]
        [InlineData("FAUL:EXTR1 \"3G0#01\"")]
        [InlineData("FAUL:EXTR1 \"20000000#01\"")]
        [InlineData("FAUL:EXTR1 \"305#R9\"")]
        [InlineData("FAUL:EXTR5 \"370#01\"")]
        [InlineData("FAUL:EXTR1 \"370#01\",61 S")]
        [InlineData("FAUL:CABL:BURS 101,5")]
        [InlineData("FAUL:CABL:BURS 5")]
        public void Fault_ThatMakesNoSense_IsRefused(string line)
        {
            (_, string error) = new Bench().Try(line);
            Assert.NotEqual("", error);
        }

        [Fact]
        public void Bytes_Fewer_MakeAShorterFrameAndAnEmptyTextAnEmptyOne()
        {
            var bench = new Bench();
            bench.Ask("FAUL:FRAM351:BYT \"1402\";:FAUL:FRAM355:BYT \"\"");
            bench.Session.AdvanceTo(500);
            Assert.Equal("351#1402", bench.Frames.First(frame => frame.Id == 0x351).Text);
            Assert.Equal("355#", bench.Frames.First(frame => frame.Id == 0x355).Text);
            Assert.Equal("\"1402\",0.000,0.000", bench.Ask("FAUL:FRAM351:BYT?"));
        }

        [Fact]
        public void Value_ThatEndsInTheMiddleOfASet_ShowsInTheWholeSet()
        {
            var bench = new Bench();
            bench.Ask("FAUL:VAL:TEMP -150,1 S,10 MS;:FAUL:VAL:MOD 0,1 S,10 MS");
            bench.Session.AdvanceTo(2500);
            Assert.Equal([false, true, false], bench.Frames.Where(frame => frame.Id == 0x356).Select(frame => frame.Text[12..16] == "24FA"));
            Assert.Equal([false, true, false], bench.Frames.Where(frame => frame.Id == 0x359).Select(frame => frame.Text[12..14] == "00"));
        }

        [Fact]
        public void Extra_WithPeriodStartAndDuration_LeavesThatOften()
        {
            var bench = new Bench();
            Assert.Equal("", bench.Try("EVEN:CLE;:FAUL:EXTR2 \"00000370#0102\",250 MS,1 S,1 S").Error);
            Assert.Equal("\"00000370#0102\",0.250,1.000,1.000", bench.Ask("FAUL:EXTR2?"));
            Assert.Equal("OFF", bench.Ask("FAUL:EXTR1?"));
            bench.Session.AdvanceTo(3000);
            Assert.Equal([1000L, 1250, 1500, 1750], bench.Frames.Where(frame => frame.Text == "00000370#0102").Select(frame => frame.Milliseconds));
            Assert.Equal("1.000,\"fault begins, extra frame 2\",2.000,\"fault ends, extra frame 2\"", bench.Ask("EVEN:ALL?"));
            Assert.Equal("OFF", bench.Ask("FAUL:EXTR2?"));
        }

        [Fact]
        public void Extra_WithoutPeriod_LeavesOnceAndTheBankDoesNotHearItself()
        {
            var bench = new Bench();
            bench.Ask("FAUL:EXTR1 \"305#0000000000000000\";:FAUL:EXTR2 \"305#R8\",0,500 MS");
            bench.Session.AdvanceTo(2000);
            Assert.Equal(["305#0000000000000000", "305#R8"], bench.Frames.Where(frame => frame.Id == 0x305).Select(frame => frame.Text));
            Assert.Equal("0;0", bench.Ask("INV:COUN?;:FAUL:COUN?"));
        }

        [Theory]
        [InlineData("OUTP OFF")]
        [InlineData("FAUL:CLE")]
        [InlineData("FAUL:EXTR1 OFF")]
        [InlineData("MOD1:CAN OFF")]
        [InlineData("*RST")]
        public void Extra_OnceTheBankIsSilentOrTheFaultOver_LeavesNoMore(string line)
        {
            var bench = new Bench();
            bench.Ask("FAUL:EXTR1 \"70D#\",100 MS");
            bench.Session.AdvanceTo(1050);
            Assert.Equal(11, bench.Frames.Count(frame => frame.Id == 0x70D));
            Assert.Equal("", bench.Try(line).Error);
            bench.Session.AdvanceTo(3000);
            Assert.Equal(11, bench.Frames.Count(frame => frame.Id == 0x70D));
        }

        [Fact]
        public void Cable_EveryFrameInABurst_LosesAllUntilTheFaultEnds()
        {
            var bench = new Bench();
            bench.Ask("FAUL:CABL:BURS 100,1,1 S,1 S");
            Assert.Equal("100.0,1,1.000,1.000", bench.Ask("FAUL:CABL:BURS?"));
            bench.Session.AdvanceTo(2900);
            Assert.Equal([0L, 2000], bench.Frames.Where(frame => frame.Id == 0x359).Select(frame => frame.Milliseconds));
            Assert.Equal("7,0;3", bench.Ask("FAUL:CABL:LOST?;:FRAM351:SENT?"));
        }

        [Fact]
        public void Cable_ControllerOffTheBus_RefusesAndSaysSo()
        {
            var bench = new Bench();
            bench.Ask("EVEN:CLE;:FAUL:CABL:BOFF 100,1000");
            bench.Session.AdvanceTo(1500);
            Assert.Empty(bench.Frames);
            Assert.Equal("OFF;2", bench.Ask("BUS:STAT?;:FRAM351:FAIL?"));
            Assert.Equal(2048, int.Parse(bench.Ask("STAT:QUES:COND?")) & 2048);
            bench.Ask("FAUL:CLE");
            bench.Session.AdvanceTo(3500);
            Assert.Equal("ACT", bench.Ask("BUS:STAT?"));
            Assert.Equal(14, bench.Frames.Count);
        }

        [Fact]
        public void Cable_SameSeed_LosesTheSameFrames()
        {
            string[] runs = [.. Enumerable.Range(0, 2).Select(_ =>
            {
                var bench = new Bench();
                bench.Ask("FAUL:CABL:BURS 10,4");
                bench.Session.AdvanceTo(20_000);
                return string.Join(",", bench.Frames.Select(frame => $"{frame.Milliseconds}:{frame.Text}")) + " lost " + bench.Ask("FAUL:CABL:LOST?");
            })];
            Assert.Equal(runs[0], runs[1]);
            Assert.DoesNotContain(" lost 0,", runs[0], System.StringComparison.Ordinal);
        }
    }
}
