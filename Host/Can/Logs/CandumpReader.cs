using System;
using System.IO;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Reads a candump -L log line by line and says of every other line why it is no frame.</summary>
    public sealed class CandumpReader : IFrameLogReader
    {
        private readonly TextReader _reader;

        /// <param name="reader">The log; the caller closes it.</param>
        public CandumpReader(TextReader reader)
        {
            ArgumentNullException.ThrowIfNull(reader);
            _reader = reader;
        }

        /// <summary>Number of the line that was read last, 1 for the first.</summary>
        public long LineNumber { get; private set; }

        /// <inheritdoc/>
        public string Unit => "line";

        /// <summary>Why the line that was read last is no frame; empty if it is one.</summary>
        public string Reason { get; private set; } = "";

        /// <summary>Reads the next line that is neither blank nor a comment (#).</summary>
        /// <param name="record">Filled if the line is a frame, of no meaning otherwise.</param>
        public CandumpReadResult Read(CandumpRecord record)
        {
            while (_reader.ReadLine() is string line)
            {
                LineNumber++;
                if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
                {
                    continue;
                }

                bool isFrame = TryParse(line, record, out string reason);
                Reason = reason;
                return isFrame ? CandumpReadResult.Frame : CandumpReadResult.BadLine;
            }

            return CandumpReadResult.End;
        }

        /// <summary>Reads one line. Never throws, whatever the line holds.</summary>
        /// <param name="line">Such as "(0000000001.020000) can0 355#1A006400".</param>
        /// <param name="record">Filled if the line is a frame, of no meaning otherwise.</param>
        /// <param name="reason">Why it is no frame, without the line number; empty if it is one.</param>
        public static bool TryParse(string line, CandumpRecord record, out string reason)
        {
            ArgumentNullException.ThrowIfNull(line);
            ArgumentNullException.ThrowIfNull(record);

            ReadOnlySpan<char> rest = line;
            ReadOnlySpan<char> time = CandumpLine.TakeWord(ref rest);
            ReadOnlySpan<char> channel = CandumpLine.TakeWord(ref rest);
            ReadOnlySpan<char> frame = CandumpLine.TakeWord(ref rest);
            ReadOnlySpan<char> direction = CandumpLine.TakeWord(ref rest);
            if (frame.IsEmpty)
            {
                reason = "it is not of the form '(seconds.micros) channel ID#DATA'";
                return false;
            }

            if (!CandumpLine.TakeWord(ref rest).IsEmpty)
            {
                reason = "there is text after the frame and its direction";
                return false;
            }

            if (!CandumpLine.TryParseTime(time, out long microseconds, out reason)
                || !CandumpLine.TryParseFrame(frame, record.Frame, out reason)
                || !CandumpLine.TryParseDirection(direction, out CandumpDirection direct, out reason))
            {
                return false;
            }

            record.TimeMicroseconds = microseconds;
            record.Direction = direct;
            if (!channel.SequenceEqual(record.Channel))
            {
                record.Channel = channel.ToString();
            }

            return true;
        }
    }
}
