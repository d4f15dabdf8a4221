using System;
using System.Globalization;

namespace BatterySim.Host.Panel.Page.Plots
{
    /// <summary>Simulated times in words.</summary>
    public static class TimeText
    {
        private const int SecondMilliseconds = 1000;
        private const int MinuteSeconds = 60;
        private const int HourSeconds = 3600;

        /// <summary>A time since the start on a clock: 0:05, 12:30, 1:02:03; with a minus before the start.</summary>
        public static string Clock(long milliseconds)
        {
            long seconds = Math.Abs(milliseconds) / SecondMilliseconds;
            string sign = milliseconds < 0 && seconds > 0 ? "-" : "";
            string part = (Math.Abs(milliseconds) % SecondMilliseconds) is var rest and > 0 ? string.Create(CultureInfo.InvariantCulture, $".{rest / 100}") : "";
            return seconds < HourSeconds
                ? string.Create(CultureInfo.InvariantCulture, $"{sign}{seconds / MinuteSeconds}:{seconds % MinuteSeconds:00}{part}")
                : string.Create(CultureInfo.InvariantCulture,
                    $"{sign}{seconds / HourSeconds}:{seconds % HourSeconds / MinuteSeconds:00}:{seconds % MinuteSeconds:00}{part}");
        }

        /// <summary>How long something lasts: 0.4 s, 14 s, 2:05.</summary>
        public static string Length(long milliseconds) => milliseconds < 10 * SecondMilliseconds
            ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000m:0.0} s")
            : milliseconds < 2 * MinuteSeconds * SecondMilliseconds
                ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds / SecondMilliseconds} s")
                : Clock(milliseconds / SecondMilliseconds * SecondMilliseconds);
    }
}
