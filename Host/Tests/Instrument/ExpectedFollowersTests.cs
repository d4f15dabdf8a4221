using System.Linq;
using Xunit;

namespace BatterySim.Host.Tests.Instrument
{
    public class ExpectedFollowersTests
    {
        // Byte 3 of "359#0000000803504E00": bit 3 is the internal-communication alarm.
        private const int AlarmsAt = 10;

        [Theory]
        [InlineData(2, false)]
        [InlineData(1, true)]
        [InlineData(5, true)]
        [InlineData(-1, false)]
        public void Expected_OnAProductWithCountSwitches_AlarmsUnlessItIsWhatIsFound(int announced, bool isAlarmed)
        {
            var bench = new Bench();
            Assert.Equal(("", ""), bench.Try($"BANK:PROF powersync-lfp-lv-8bit,3;EXP {announced}"));
            bench.Advance(12_000);
            Assert.Equal("3", bench.Ask("BANK:ONL?"));
            Assert.Equal(isAlarmed ? "08" : "00", bench.Frames.Last(frame => frame.Id == 0x359).Text[AlarmsAt..(AlarmsAt + 2)]);
            Assert.Equal(announced.ToString(System.Globalization.CultureInfo.InvariantCulture), bench.Ask("BANK:EXP?"));
        }

        [Fact]
        public void Expected_OnAProductWithoutCountSwitches_IsRefused()
        {
            var bench = new Bench();
            Assert.Contains("no switches", bench.Try("BANK:EXP 3").Error, System.StringComparison.Ordinal);
            Assert.Equal(("", ""), bench.Try("BANK:EXP -1"));
        }

        [Fact]
        public void Expected_BankBuiltAnew_IsForgotten()
        {
            var bench = new Bench();
            bench.Ask("BANK:PROF powersync-lfp-lv-8bit,3;EXP 2");
            bench.Ask("BANK:REST");
            Assert.Equal("-1", bench.Ask("BANK:EXP?"));
        }

        [Fact]
        public void Expected_SavedAndRecalled_ComesBack()
        {
            var bench = new Bench();
            bench.Ask("BANK:PROF powersync-lfp-lv-8bit,3;EXP 2");
            bench.Ask("*SAV 3");
            bench.Ask("*RST");
            bench.Ask("*RCL 3");
            Assert.Equal("2", bench.Ask("BANK:EXP?"));
        }
    }
}
