using System;
using System.Globalization;
using System.IO;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Reads SavvyCAN's GVRET CSV: a head that names the columns, times in microseconds.</summary>
    /// <remarks>Times may be negative, from an adapter whose counter overflowed; they count from the first frame then.</remarks>
    public sealed class GvretReader : TextLogReader
    {
        private string[] _columns = ["Time Stamp", "ID", "Extended", "Dir", "Bus", "LEN", "D1"];
        private decimal? _shiftMicroseconds;

        /// <param name="stream">The log; the caller closes it.</param>
        public GvretReader(Stream stream)
            : base(stream)
        {
        }

        /// <inheritdoc/>
        protected override LogReadResult? ReadLine(string line, LoggedFrame record)
        {
            string[] cells = line.Split(',', StringSplitOptions.TrimEntries);
            if (cells[0].StartsWith("Time", StringComparison.OrdinalIgnoreCase))
            {
                _columns = cells;
                return null;
            }

            string reason = ReadFrame(cells, record);
            return reason.Length == 0 ? LogReadResult.Frame : Bad(reason);
        }

        private string Cell(string[] cells, string name)
        {
            int at = Array.FindIndex(_columns, column => column.Equals(name, StringComparison.OrdinalIgnoreCase));
            return at < 0 || at >= cells.Length ? "" : cells[at];
        }

        private string ReadFrame(string[] cells, LoggedFrame record)
        {
            const NumberStyles Signed = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            if (!decimal.TryParse(cells[0], Signed, CultureInfo.InvariantCulture, out decimal time)
                || Math.Abs(time) > LoggedFrame.TimeMicrosecondsMax)
            {
                return $"its time '{LogText.Quoted(cells[0])}' is not a number of microseconds";
            }

            _shiftMicroseconds ??= time < 0 ? -time : 0;
            if (!TrySetTime(record, time + _shiftMicroseconds.Value))
            {
                return $"its time '{LogText.Quoted(cells[0])}' is before that of the first frame";
            }

            bool isExtended = Cell(cells, "Extended").Equals("true", StringComparison.OrdinalIgnoreCase) || Cell(cells, "Extended") == "1";
            if (!uint.TryParse(Cell(cells, "ID"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint id)
                || id > (isExtended ? CanFrame.ExtendedIdMax : CanFrame.StandardIdMax))
            {
                return $"its identifier '{LogText.Quoted(Cell(cells, "ID"))}' is not a number in range";
            }

            if (!int.TryParse(Cell(cells, "LEN"), NumberStyles.None, CultureInfo.InvariantCulture, out int length) || length > CanFrame.DataLengthMax)
            {
                return "its length is not 0 to 8";
            }

            record.SetChannelNumber(int.TryParse(Cell(cells, "Bus"), NumberStyles.None, CultureInfo.InvariantCulture, out int bus) ? bus : 0);
            record.Direction = Cell(cells, "Dir").ToUpperInvariant() switch
            {
                "RX" => FrameDirection.Received,
                "TX" => FrameDirection.Sent,
                _ => FrameDirection.Unknown,
            };
            record.Frame.Begin(id, length, isExtended, false);
            int dataAt = Array.FindIndex(_columns, static column => column.Equals("D1", StringComparison.OrdinalIgnoreCase));
            for (int index = 0; index < length; index++)
            {
                if (dataAt < 0 || dataAt + index >= cells.Length
                    || !byte.TryParse(cells[dataAt + index], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value))
                {
                    return $"it has fewer than {length} bytes of data";
                }

                record.Frame.PutU8(index, value);
            }

            return "";
        }
    }
}
