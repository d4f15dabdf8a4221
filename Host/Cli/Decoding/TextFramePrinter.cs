using System.Globalization;
using System.IO;
using System.Text;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Cli.Decoding
{
    /// <summary>For people: time, identifier, data, name, values; set flags by name; flags and conditions that are clear left out.</summary>
    internal sealed class TextFramePrinter : IFramePrinter
    {
        private readonly TextWriter _output;
        private readonly StringBuilder _line = new();

        public TextFramePrinter(TextWriter output)
        {
            _output = output;
        }

        public void Print(CandumpRecord record, DecodedFrame decoded)
        {
            _line.Clear();
            _line.Append(CultureInfo.InvariantCulture, $"{record.TimeMicroseconds / 1_000_000m,17:F6}  {FrameText.Id(record.Frame),8}  ");
            _line.Append(CultureInfo.InvariantCulture, $"{FrameText.Data(record.Frame),-16}  {decoded.Name ?? "?",-20}");
            if (!decoded.IsDecoded)
            {
                _line.Append("  not decoded: ").Append(decoded.Reason);
            }
            else if (decoded.Message!.AddressCount > 1)
            {
                _line.Append(CultureInfo.InvariantCulture, $"  address={AddressOf(decoded)}");
            }

            int start = _line.Length;
            foreach (DecodedSignal signal in decoded.Signals)
            {
                Append(signal);
            }

            if (decoded.IsDecoded && _line.Length == start)
            {
                _line.Append("  nothing set");
            }

            _output.WriteLine(_line.ToString());
        }

        /// <summary>Battery address as the protocol counts it: from 1 on Deye's packs, from 0 on 29-bit identifiers.</summary>
        internal static int AddressOf(DecodedFrame decoded)
        {
            return decoded.Address + (decoded.Message!.IsExtended ? 0 : 1);
        }

        private void Append(DecodedSignal signal)
        {
            if (signal.IsClear)
            {
                return;
            }

            _line.Append("  ").Append(signal.Name);
            if (!signal.IsSet)
            {
                _line.Append('=').Append(signal);
            }

            if (signal.IsOutOfRange)
            {
                _line.Append("(out of range)");
            }
        }
    }
}
