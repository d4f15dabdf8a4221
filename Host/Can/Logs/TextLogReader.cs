using System;
using System.IO;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>
    /// What the readers of line formats have in common: lines are counted and bounded, and a line that is not a frame has a reason.
    /// </summary>
    public abstract class TextLogReader : IFrameLogReader
    {
        /// <summary>What a line that carries CAN FD is called.</summary>
        protected const string FdReason = "it is a CAN FD frame; the battery protocols are classic CAN";

        private readonly LogLines _lines;

        /// <param name="stream">The log; the caller closes it.</param>
        protected TextLogReader(Stream stream)
        {
            _lines = new LogLines(stream);
        }

        /// <inheritdoc/>
        public long LineNumber => _lines.Number;

        /// <inheritdoc/>
        public string Unit => "line";

        /// <inheritdoc/>
        public string Reason { get; protected set; } = "";

        /// <inheritdoc/>
        public LogReadResult Read(LoggedFrame record)
        {
            ArgumentNullException.ThrowIfNull(record);
            while (_lines.TryRead(out ReadOnlySpan<byte> bytes))
            {
                Reason = "";
                if (_lines.IsOverlong)
                {
                    Reason = $"it is longer than {LogLines.LineLengthMax} characters";
                    return LogReadResult.BadLine;
                }

                record.HasTime = true;
                record.Direction = FrameDirection.Unknown;
                if (!LogText.IsBlank(bytes) && ReadLine(LogText.Decode(bytes), record) is LogReadResult result)
                {
                    return result;
                }
            }

            return LogReadResult.End;
        }

        /// <summary>Reads one line that is not blank; sets <see cref="Reason"/> if it is not a frame.</summary>
        /// <returns>What it is; null for a line about something other than a frame.</returns>
        protected abstract LogReadResult? ReadLine(string line, LoggedFrame record);

        /// <summary>Ends a line with a reason.</summary>
        protected LogReadResult Bad(string reason)
        {
            Reason = reason;
            return LogReadResult.BadLine;
        }

        /// <summary>Ends a line that reports a bus error.</summary>
        protected LogReadResult Report(string causes)
        {
            Reason = BusErrorText.Sentence(causes);
            return LogReadResult.ErrorReport;
        }

        /// <summary>Sets the time; false if a log cannot carry it.</summary>
        protected static bool TrySetTime(LoggedFrame record, decimal microseconds)
        {
            bool fits = microseconds is >= 0 and <= LoggedFrame.TimeMicrosecondsMax;
            record.TimeMicroseconds = fits ? (long)microseconds : 0;
            return fits;
        }
    }
}
