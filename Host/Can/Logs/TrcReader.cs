using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Reads the trace files of PCAN-View and PCAN-Explorer, versions 1.0 to 2.1.</summary>
    /// <remarks>PEAK, "PCAN trace file format": the head names version, start (days since 1899-12-30) and, from 2.0 on, the columns.</remarks>
    public sealed class TrcReader : TextLogReader
    {
        private const decimal MicrosecondsPerMillisecond = 1000;
        private const double MicrosecondsPerDay = 86_400e6;
        private const double UnixEpochDays = 25_569;
        private const string StartTime = "Start time:";

        // N number, O offset in ms, B bus, T or t type, I identifier, d direction, R reserved, L or l length, D data.
        private static readonly Dictionary<string, string> ColumnsOfVersion = new()
        {
            ["1.0"] = "N,O,I,L,D",
            ["1.1"] = "N,O,d,I,L,D",
            ["1.2"] = "N,O,B,d,I,L,D",
            ["1.3"] = "N,O,B,d,I,R,L,D",
            ["2.0"] = "N,O,T,I,d,l,D",
            ["2.1"] = "N,O,T,B,I,d,R,L,D",
        };

        private string[] _columns = ColumnsOfVersion["1.0"].Split(',');
        private decimal _startMicroseconds;

        /// <param name="stream">The log; the caller closes it.</param>
        public TrcReader(Stream stream)
            : base(stream)
        {
        }

        /// <inheritdoc/>
        protected override LogReadResult? ReadLine(string line, LoggedFrame record)
        {
            if (line.TrimStart().StartsWith(';'))
            {
                ReadHead(line.TrimStart());
                return Reason.Length == 0 ? null : LogReadResult.BadLine;
            }

            string[] words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            int dataAt = _columns.Length - 1;
            if (words.Length < dataAt)
            {
                return Bad($"it has {words.Length} columns; this version has {dataAt} and the data");
            }

            record.SetChannelNumber(int.TryParse(Column(words, 'B'), NumberStyles.None, CultureInfo.InvariantCulture, out int bus)
                && bus > 0 ? bus - 1 : 0);
            string direction = Column(words, 'd');
            string type = Column(words, 'T');
            if (Is(direction, "Warng") || Is(direction, "Error") || type is "ST" or "ER" or "EC")
            {
                return Report(words.Length > dataAt ? LogText.Quoted(string.Join(' ', words[dataAt..])) : "no cause given");
            }

            if (type.Length > 0 && type is not ("DT" or "RR"))
            {
                return Bad(type[0] == 'F' || type is "BI" ? FdReason : $"it is an entry of type '{LogText.Quoted(type)}'");
            }

            record.Direction = Is(direction, "Rx") ? FrameDirection.Received : Is(direction, "Tx") ? FrameDirection.Sent : FrameDirection.Unknown;
            string reason = ReadFrame(words, dataAt, type == "RR", record);
            return reason.Length == 0 ? LogReadResult.Frame : Bad(reason);
        }

        private static bool Is(string word, string name) => word.Equals(name, StringComparison.OrdinalIgnoreCase);

        private void ReadHead(string line)
        {
            if (ValueOf(line, ";$FILEVERSION=") is string version)
            {
                if (ColumnsOfVersion.TryGetValue(version, out string? columns))
                {
                    _columns = columns.Split(',');
                }
                else
                {
                    Reason = $"version '{LogText.Quoted(version)}' is not known; 1.0 to 2.1 are read";
                }
            }
            else if (ValueOf(line, ";$COLUMNS=") is string columns && columns.EndsWith(",D", StringComparison.Ordinal))
            {
                _columns = columns.Split(',');
            }
            else if (ValueOf(line, ";$STARTTIME=") is string start
                && double.TryParse(start, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double days)
                && days is > UnixEpochDays and < 3e6)
            {
                // A day and its fraction in a double are good for a microsecond; the head's own precision is lower.
                _startMicroseconds = (decimal)Math.Round((days - UnixEpochDays) * MicrosecondsPerDay / 100) * 100;
            }
            else if (_startMicroseconds == 0 && line.IndexOf(StartTime, StringComparison.OrdinalIgnoreCase) is >= 0 and int at)
            {
                ReadStartTime(line[(at + StartTime.Length)..].Trim());
            }
        }

        // Version 1.0 has the start in words only: 28.11.2026 12:00:00.000, with one more digit behind another point in some.
        private void ReadStartTime(string text)
        {
            const int Digits = 23;
            const DateTimeStyles Style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
            string kept = text[..Math.Min(text.Length, Digits)];
            if (DateTime.TryParseExact(kept, ["dd.MM.yyyy HH:mm:ss.fff", "dd.MM.yyyy HH:mm:ss"], CultureInfo.InvariantCulture, Style, out DateTime start)
                && start > DateTime.UnixEpoch)
            {
                _startMicroseconds = (start - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
            }
        }

        private static string? ValueOf(string line, string key) => line.StartsWith(key, StringComparison.OrdinalIgnoreCase)
            ? line[key.Length..].Trim() : null;

        private string Column(string[] words, char name)
        {
            int at = Array.IndexOf(_columns, name.ToString());
            return at < 0 || at >= words.Length ? "" : words[at];
        }

        private string ReadFrame(string[] words, int dataAt, bool isRemote, LoggedFrame record)
        {
            if (!decimal.TryParse(Column(words, 'O'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal offset)
                || offset > LoggedFrame.TimeMicrosecondsMax / MicrosecondsPerMillisecond
                || !TrySetTime(record, _startMicroseconds + (offset * MicrosecondsPerMillisecond)))
            {
                return $"its time '{LogText.Quoted(Column(words, 'O'))}' is not in milliseconds";
            }

            // Four digits are an 11-bit identifier, eight a 29-bit one.
            string idWord = Column(words, 'I');
            bool isExtended = idWord.Length > 4;
            if (!uint.TryParse(idWord, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint id)
                || id > (isExtended ? CanFrame.ExtendedIdMax : CanFrame.StandardIdMax))
            {
                return $"its identifier '{LogText.Quoted(idWord)}' is not a number in range";
            }

            string lengthWord = Column(words, 'L').Length > 0 ? Column(words, 'L') : Column(words, 'l');
            if (!int.TryParse(lengthWord, NumberStyles.None, CultureInfo.InvariantCulture, out int length) || length > CanFrame.DataLengthMax)
            {
                return "its length is not 0 to 8";
            }

            record.Frame.Begin(id, length, isExtended, isRemote || (words.Length > dataAt && Is(words[dataAt], "RTR")));
            for (int index = 0; index < length && !record.Frame.IsRemote; index++)
            {
                if (words.Length <= dataAt + index
                    || !byte.TryParse(words[dataAt + index], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value))
                {
                    return $"it has fewer than {length} bytes of data";
                }

                record.Frame.PutU8(index, value);
            }

            return "";
        }
    }
}
