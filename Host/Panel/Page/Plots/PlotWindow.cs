using System;

namespace BatterySim.Host.Panel.Page.Plots
{
    /// <summary>The stretch of time that is shown: its length, and whether its end follows the newest sample.</summary>
    public sealed class PlotWindow
    {
        /// <summary>The shortest stretch, ms.</summary>
        public const long LengthMin = 2000;

        private long _end;

        /// <summary>Length of the stretch, ms.</summary>
        public long Length { get; private set; } = 60_000;

        /// <summary>True while the end follows the newest sample.</summary>
        public bool IsLive { get; private set; } = true;

        /// <summary>The stretch for the newest sample.</summary>
        public (long From, long To) At(long newest)
        {
            long to = IsLive ? newest : _end;
            return (to - Length, to);
        }

        /// <summary>Shows so much, up to the newest sample or the end that was chosen.</summary>
        public void Show(long length) => Length = Math.Clamp(length, LengthMin, PlotHistory.KeptMilliseconds);

        /// <summary>Zooms around a time that stays where it is drawn.</summary>
        /// <param name="factor">Below 1 for closer, above for further.</param>
        /// <param name="around">The time, ms.</param>
        /// <param name="newest">Time of the newest sample, ms.</param>
        public void Zoom(double factor, long around, long newest)
        {
            (long from, long to) = At(newest);
            double share = (around - from) / (double)Math.Max(1, to - from);
            Show((long)(Length * factor));
            if (!IsLive || around < to)
            {
                Move(around + (long)((1 - share) * Length), newest);
            }
        }

        /// <summary>Goes a part of the length to earlier or later times.</summary>
        public void Shift(double lengths, long newest) => Move(At(newest).To + (long)(Length * lengths), newest);

        /// <summary>Shows the surroundings of a time.</summary>
        public void Center(long milliseconds, long newest) => Move(milliseconds + (Length / 2), newest);

        /// <summary>Follows the newest sample again.</summary>
        public void Follow() => IsLive = true;

        private void Move(long end, long newest)
        {
            _end = Math.Min(end, newest);
            IsLive = end >= newest;
        }
    }
}
