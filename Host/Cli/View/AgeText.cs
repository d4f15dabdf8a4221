using BatterySim.Host.Cli.Arguments;

namespace BatterySim.Host.Cli.View
{
    /// <summary>Ages in words: "0.4 s", "14 s", "00:02:05".</summary>
    internal static class AgeText
    {
        private const int SecondMilliseconds = 1000;

        /// <summary>An age; a dash for one that is not known.</summary>
        public static string Of(long milliseconds)
        {
            return milliseconds < 0 ? "-"
                : milliseconds < 10 * SecondMilliseconds ? Figures.Decimal(milliseconds, SecondMilliseconds, 1) + " s"
                : milliseconds < 120 * SecondMilliseconds ? $"{milliseconds / SecondMilliseconds} s"
                : DurationText.Format(milliseconds / SecondMilliseconds * SecondMilliseconds);
        }

        /// <summary>"last sent 14 s ago", or that it never was.</summary>
        public static string Ago(string verb, long milliseconds) =>
            milliseconds < 0 ? $"never {verb}" : $"last {verb} {Of(milliseconds)} ago";
    }
}
