using System;
using System.IO;
using System.Text;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Reads a log of candump, or a gateway's text of the same shape, and says of every other line why it is not a frame.</summary>
    public sealed class CandumpReader : IFrameLogReader
    {
        private readonly LogLines _lines;
        private bool _isInReport;

        /// <param name="stream">The log; the caller closes it.</param>
        public CandumpReader(Stream stream)
        {
            _lines = new LogLines(stream);
        }

        /// <summary>Number of the line that was read last, 1 for the first.</summary>
        public long LineNumber => _lines.Number;

        /// <inheritdoc/>
        public string Unit => "line";

        /// <summary>Why the line that was read last is not a frame; empty if it is one.</summary>
        public string Reason { get; private set; } = "";

        /// <summary>Reads the next line that is neither blank nor a comment (#).</summary>
        /// <param name="record">Filled if the line is a frame, of no meaning otherwise.</param>
        public LogReadResult Read(LoggedFrame record)
        {
            ArgumentNullException.ThrowIfNull(record);
            while (_lines.TryRead(out ReadOnlySpan<byte> line))
            {
                if (LogText.IsBlank(line) || line[0] == '#' || (_isInReport && line[0] == '\t'))
                {
                    continue;
                }

                if (_lines.IsOverlong)
                {
                    Reason = $"it is longer than {LogLines.LineLengthMax} characters";
                    return LogReadResult.BadLine;
                }

                CandumpLine.Outcome outcome = Parse(line, record, out string reason);
                Reason = reason;
                _isInReport = outcome == CandumpLine.Outcome.ErrorReport;
                return outcome switch
                {
                    CandumpLine.Outcome.Frame => LogReadResult.Frame,
                    CandumpLine.Outcome.ErrorReport => LogReadResult.ErrorReport,
                    _ => LogReadResult.BadLine,
                };
            }

            return LogReadResult.End;
        }

        /// <summary>Reads one line. Never throws, whatever the line holds.</summary>
        /// <param name="line">Such as "(0000000001.020000) can0 355#1A006400".</param>
        /// <param name="record">Filled if the line is a frame, of no meaning otherwise.</param>
        /// <param name="reason">Why it is not a frame, without the line number; empty if it is one.</param>
        public static bool TryParse(string line, LoggedFrame record, out string reason)
        {
            ArgumentNullException.ThrowIfNull(line);
            ArgumentNullException.ThrowIfNull(record);
            return Parse(Encoding.UTF8.GetBytes(line.TrimEnd('\r', '\n')), record, out reason) == CandumpLine.Outcome.Frame;
        }

        private static CandumpLine.Outcome Parse(ReadOnlySpan<byte> line, LoggedFrame record, out string reason)
        {
            CandumpLine.Outcome outcome = CandumpLine.Parse(line, record, out reason);
            bool hasBadTime = !record.HasTime && !line.IsEmpty && line[0] == '(';
            if (outcome == CandumpLine.Outcome.Bad && !hasBadTime && GatewayLine.TryParse(line, record))
            {
                reason = "";
                return CandumpLine.Outcome.Frame;
            }

            return outcome;
        }
    }
}
