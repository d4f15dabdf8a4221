using System;
using System.Globalization;
using System.IO;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Reads the CSV of python-can's logger: seconds, identifier, three flags, length, data in Base64.</summary>
    public sealed class PythonCanReader : TextLogReader
    {
        /// <summary>Its first line.</summary>
        public const string Head = "timestamp,arbitration_id,extended,remote,error,dlc,data";

        private const int CellCount = 7;
        private const decimal MicrosecondsPerSecond = 1_000_000;

        /// <param name="stream">The log; the caller closes it.</param>
        public PythonCanReader(Stream stream)
            : base(stream)
        {
        }

        /// <inheritdoc/>
        protected override LogReadResult? ReadLine(string line, LoggedFrame record)
        {
            if (line.StartsWith("timestamp,", StringComparison.Ordinal))
            {
                return null;
            }

            string[] cells = line.Split(',', StringSplitOptions.TrimEntries);
            if (cells.Length != CellCount)
            {
                return Bad($"it is not of the form '{Head}'");
            }

            record.SetChannelNumber(0);
            string reason = ReadFrame(cells, record);
            return reason.Length > 0 ? Bad(reason) : cells[4] == "1" ? Report("error row") : LogReadResult.Frame;
        }

        private static string ReadFrame(string[] cells, LoggedFrame record)
        {
            const NumberStyles Seconds = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
            if (!decimal.TryParse(cells[0], Seconds, CultureInfo.InvariantCulture, out decimal seconds)
                || seconds > LoggedFrame.TimeMicrosecondsMax / MicrosecondsPerSecond
                || !TrySetTime(record, decimal.Round(seconds * MicrosecondsPerSecond)))
            {
                return $"its time '{LogText.Quoted(cells[0])}' is not a number of seconds";
            }

            bool isExtended = cells[2] == "1";
            bool isHex = cells[1].StartsWith("0x", StringComparison.OrdinalIgnoreCase);
            if (!uint.TryParse(isHex ? cells[1][2..] : cells[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint id)
                || id > (isExtended ? CanFrame.ExtendedIdMax : CanFrame.StandardIdMax))
            {
                return $"its identifier '{LogText.Quoted(cells[1])}' is not a number in range";
            }

            Span<byte> data = stackalloc byte[64];
            if (!int.TryParse(cells[5], NumberStyles.None, CultureInfo.InvariantCulture, out int length)
                || !Convert.TryFromBase64String(cells[6], data, out int count))
            {
                return "its length or its Base64 data cannot be read";
            }

            if (length > CanFrame.DataLengthMax)
            {
                return FdReason;
            }

            bool isRemote = cells[3] == "1";
            if (!isRemote && count != length)
            {
                return $"it has {count} bytes of data and length {length}";
            }

            record.Frame.Begin(id, length, isExtended, isRemote);
            data[..(isRemote ? 0 : length)].CopyTo(record.Frame.Data);
            return "";
        }
    }
}
