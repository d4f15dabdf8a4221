using System;
using System.IO;
using System.Text;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>A log that is being opened: its head is read to tell its format, and is then read again as part of the whole.</summary>
    internal static class LogInput
    {
        private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];
        private static readonly byte[] Utf16Mark = [0xFF, 0xFE];
        private static readonly byte[] Utf16BigMark = [0xFE, 0xFF];

        /// <summary>Opens a log for reading from its beginning.</summary>
        /// <param name="stream">The log; the caller closes it.</param>
        /// <param name="asked">Format that the user names; null to find it out.</param>
        /// <param name="format">The format that it is read as: candump if its content tells none.</param>
        /// <exception cref="LogFormatException">It is a log of another program.</exception>
        public static IFrameLogReader Open(Stream stream, LogFormat? asked, out LogFormat format)
        {
            byte[] head = new byte[LogSniffer.HeadLength];
            int count = ReadOnce(stream, head, 0);
            while (count is > 0 and < 16 && ReadOnce(stream, head, count) is > 0 and int more)
            {
                count += more;
            }

            if (asked is LogFormat given)
            {
                format = given;
                return LogFormats.CreateReader(given, Text(new PrefixStream(head, count, stream)));
            }

            LogFormat? found = LogSniffer.OfBytes(head.AsSpan(0, count)) ?? OfText(head.AsSpan(0, count));
            while (found is null && count < head.Length && ReadOnce(stream, head, count) is > 0 and int read)
            {
                count += read;
                found = OfText(head.AsSpan(0, count));
            }

            format = found ?? LogFormat.Candump;
            Stream whole = new PrefixStream(head, count, stream);
            return LogFormats.CreateReader(format, format is LogFormat.Pcap or LogFormat.Pcapng ? whole : Text(whole));
        }

        private static int ReadOnce(Stream stream, byte[] head, int count) => stream.Read(head, count, head.Length - count);

        // PowerShell redirects in UTF-16.
        private static Stream Text(Stream stream)
        {
            byte[] mark = new byte[Utf8Mark.Length];
            int count = stream.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
            ReadOnlySpan<byte> start = mark.AsSpan(0, count);
            if (start.SequenceEqual(Utf8Mark))
            {
                return stream;
            }

            Stream whole = new PrefixStream(mark, count, stream);
            Encoding? wide = start.StartsWith(Utf16Mark) ? Encoding.Unicode : start.StartsWith(Utf16BigMark) ? Encoding.BigEndianUnicode : null;
            return wide is null ? whole : Text(Encoding.CreateTranscodingStream(whole, wide, new UTF8Encoding(false), leaveOpen: true));
        }

        private static LogFormat? OfText(ReadOnlySpan<byte> head)
        {
            using MemoryStream copy = new(head.ToArray());
            LogLines lines = new(Text(copy));
            while (lines.TryRead(out ReadOnlySpan<byte> line))
            {
                if (LogSniffer.OfLine(line) is LogFormat format)
                {
                    return format;
                }
            }

            return null;
        }
    }
}
