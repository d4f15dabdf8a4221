namespace BatterySim.Host.Inverter
{
    /// <summary>When the inverter is too busy to answer: every two hours from midnight on.</summary>
    /// <remarks>
    /// Field (Deye; esphome-jk-bms-can issue 48): more than 3 s every two hours, more than 5 s at midnight. The numbers are quirks. Assumed: what was
    /// to be answered meanwhile gets one answer at the end.
    /// </remarks>
    internal sealed class ReplyLateness(InverterSettings settings)
    {
        private const long MillisecondsPerMinute = 60_000;
        private const long Period = 2 * 60 * MillisecondsPerMinute;
        private const long Day = 24 * 60 * MillisecondsPerMinute;

        private long _lastPutOffMilliseconds = -1;

        /// <summary>Time at which an answer really goes out, ms; -1 if it is dropped because another does for both.</summary>
        public long PutOff(long dueMilliseconds)
        {
            long end = EndOfBusyTime(dueMilliseconds);
            if (end == dueMilliseconds)
            {
                return end;
            }

            if (end == _lastPutOffMilliseconds)
            {
                return -1;
            }

            _lastPutOffMilliseconds = end;
            return end;
        }

        /// <summary>True while it sends nothing.</summary>
        public bool IsBusyAt(long milliseconds) => EndOfBusyTime(milliseconds) != milliseconds;

        private long EndOfBusyTime(long milliseconds)
        {
            if (!settings.Quirks.LateReplies)
            {
                return milliseconds;
            }

            long timeOfDay = ((settings.TimeOfDayMinutes * MillisecondsPerMinute) + milliseconds) % Day;
            long length = timeOfDay < Period ? settings.Quirks.MidnightLateMilliseconds : settings.Quirks.LateMilliseconds;
            long into = timeOfDay % Period;
            return into < length ? milliseconds + length - into : milliseconds;
        }
    }
}
