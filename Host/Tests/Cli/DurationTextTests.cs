using System.Globalization;
using BatterySim.Host.Cli.Arguments;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BatterySim.Host.Tests.Cli
{
    public class DurationTextTests
    {
        [Theory]
        [InlineData("24h", 86_400_000)]
        [InlineData("90s", 90_000)]
        [InlineData("10m", 600_000)]
        [InlineData("500ms", 500)]
        [InlineData("1h30m", 5_400_000)]
        [InlineData("1h 30m", 5_400_000)]
        [InlineData("1.5h", 5_400_000)]
        [InlineData("2d", 172_800_000)]
        [InlineData("60", 60_000)]
        [InlineData("0.25", 250)]
        [InlineData("1H", 3_600_000)]
        [InlineData("366d", 31_622_400_000)]
        public void TryParse_WhatPeopleWrite_IsUnderstood(string text, long milliseconds)
        {
            Assert.True(DurationText.TryParse(text, out long parsed));
            Assert.Equal(milliseconds, parsed);
        }

        [Theory]
        [InlineData("")]
        [InlineData("h")]
        [InlineData("-1s")]
        [InlineData("1x")]
        [InlineData("1h30")]
        [InlineData("30m1h")]
        [InlineData("1h1h")]
        [InlineData("1..5h")]
        [InlineData("1e3s")]
        [InlineData("367d")]
        [InlineData("99999999999999999999999999999999999999h")]
        public void TryParse_WhatIsNoTime_IsRefused(string text)
        {
            Assert.False(DurationText.TryParse(text, out long parsed));
            Assert.Equal(0, parsed);
        }

        [Fact]
        public void TryParse_AnyTextWhatever_NeverThrowsAndStaysInRange()
        {
            Prop.ForAll<string>(text =>
            {
                bool isTime = DurationText.TryParse(text ?? "", out long parsed);
                return parsed is >= 0 and <= DurationText.LongestMilliseconds && (isTime || parsed == 0);
            }).QuickCheckThrowOnFailure();
        }

        [Fact]
        public void TryParse_HoursMinutesSecondsAndMilliseconds_AddUp()
        {
            Gen<int> part = Gen.Choose(0, 5000);
            Prop.ForAll(part.Four().ToArbitrary(), parts =>
            {
                (int hours, int minutes, int seconds, int milliseconds) = parts;
                string text = string.Create(CultureInfo.InvariantCulture, $"{hours}h{minutes}m{seconds}s{milliseconds}ms");
                long expected = (hours * 3_600_000L) + (minutes * 60_000L) + (seconds * 1000L) + milliseconds;
                return DurationText.TryParse(text, out long parsed) && parsed == expected;
            }).QuickCheckThrowOnFailure();
        }
    }
}
