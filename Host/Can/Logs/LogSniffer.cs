using System;
using System.Buffers.Binary;
using System.Linq;
using System.Text;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Tells the format of a log by its content; its name is not looked at.</summary>
    internal static class LogSniffer
    {
        /// <summary>Bytes at the beginning of a log within which its format must show.</summary>
        public const int HeadLength = 1 << 16;

        private const string WithPythonCan = "convert it with 'python -m can.logconvert IN out.log' (pip install python-can)";
        private const string WithSavvyCan = "open it in SavvyCAN and save it as 'GVRET Logs' or 'CanDump'";

        private static readonly (byte[] Start, string Sentence)[] Foreign =
        [
            ("LOGG"u8.ToArray(), "a Vector BLF log, which is not read here; " + WithPythonCan),
            ("MDF     "u8.ToArray(), "an ASAM MDF recording, which is not read here; " + WithPythonCan),
            ("UnFinMF "u8.ToArray(), "an unfinished ASAM MDF recording, which is not read here; finalize and convert it with asammdf"),
            ("SQLite format 3"u8.ToArray(), "an SQLite database as python-can logs into; " + WithPythonCan),
            ([0x1F, 0x8B], "compressed with gzip; unpack it first (gunzip)"),
            ("PK\x03\x04"u8.ToArray(), "a ZIP archive; unpack it first"),
            ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], "compressed with xz; unpack it first (unxz)"),
            ([0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd; unpack it first (unzstd)"),
        ];

        /// <summary>The format of a binary file, by its first bytes; null if it is not one of those read here.</summary>
        /// <exception cref="LogFormatException">It is a log of another program.</exception>
        public static LogFormat? OfBytes(ReadOnlySpan<byte> head)
        {
            foreach ((byte[] start, string sentence) in Foreign)
            {
                if (head.StartsWith(start))
                {
                    throw new LogFormatException(sentence);
                }
            }

            if (!BinaryPrimitives.TryReadUInt32LittleEndian(head, out uint magic))
            {
                return null;
            }

            return magic == PcapngBlocks.SectionHeader ? LogFormat.Pcapng
                : magic is PcapReader.MagicMicroseconds or PcapReader.MagicNanoseconds
                    || BinaryPrimitives.ReverseEndianness(magic) is PcapReader.MagicMicroseconds or PcapReader.MagicNanoseconds ? LogFormat.Pcap
                : null;
        }

        /// <summary>The format that one line of text stands for; null if it says nothing.</summary>
        /// <exception cref="LogFormatException">It is a line of another program's log.</exception>
        public static LogFormat? OfLine(ReadOnlySpan<byte> line)
        {
            string text = Encoding.Latin1.GetString(line[..Math.Min(line.Length, LogLines.LineLengthMax)]).Trim();
            if (text.StartsWith(";$FILEVERSION", StringComparison.OrdinalIgnoreCase))
            {
                return LogFormat.Trc;
            }

            if (IsTrace10(text))
            {
                return LogFormat.Trc;
            }

            if (text.StartsWith("***BUSMASTER", StringComparison.OrdinalIgnoreCase) || text.StartsWith("***PROTOCOL CAN", StringComparison.OrdinalIgnoreCase))
            {
                return LogFormat.Busmaster;
            }

            string[] words = text.ToLowerInvariant().Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
            {
                return null;
            }

            if (words is ["time", "stamp", "id", ..])
            {
                return LogFormat.Gvret;
            }

            if (words is ["timestamp", "arbitration_id", ..])
            {
                return LogFormat.PythonCan;
            }

            ThrowIfForeign(words);
            return IsAsc(words) ? LogFormat.Asc : IsCandump(line) ? LogFormat.Candump : null;
        }

        // Version 1.0 names no version: its head says where it is from, and its lines begin with a number and a bracket.
        private static bool IsTrace10(string text)
        {
            int digits = text.TakeWhile(char.IsAsciiDigit).Count();
            return digits > 0 && text.Length > digits + 1 ? text[digits] == ')' && text[digits + 1] is ' ' or '\t'
                : text.StartsWith(';') && text.Contains("PCAN", StringComparison.Ordinal);
        }

        private static void ThrowIfForeign(string[] words)
        {
            if (words is ["chn", "identifier", ..])
            {
                throw new LogFormatException("a Kvaser CANKing text log, which is not read here; " + WithSavvyCan);
            }

            if (words is ["kvaser", ..] or ["counter", "time", "channel", ..] or ["time", "chn", "id", ..])
            {
                throw new LogFormatException("a log of Kvaser's Memorator or its converter, which is not read here; export it as Vector ASC, which is");
            }

            if (words is ["time", "id", "dlc", "data", ..])
            {
                throw new LogFormatException("a CANHacker trace, which is not read here; " + WithSavvyCan);
            }
        }

        // "base hex timestamps absolute" or a frame line; a date alone may be anything.
        private static bool IsAsc(string[] words)
        {
            bool isBase = words.Length >= 4 && words[0] == "base" && words[1] is "hex" or "dec";
            bool isFrame = words.Length >= 5 && char.IsAsciiDigit(words[0][0]) && words[0].Contains('.', StringComparison.Ordinal)
                && words.Skip(2).Take(2).Any(static word => word is "rx" or "tx" or "txrq");
            return isBase || isFrame || words is ["begin", "triggerblock", ..] || (words[0] == "internal" && words.Length == 3 && words[1] == "events");
        }

        private static bool IsCandump(ReadOnlySpan<byte> line)
        {
            LoggedFrame record = new();
            return CandumpLine.Parse(line, record, out _) != CandumpLine.Outcome.Bad || GatewayLine.TryParse(line, record);
        }
    }
}
