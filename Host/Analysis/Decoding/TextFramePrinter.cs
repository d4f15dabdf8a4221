using System;
using System.Globalization;
using System.IO;
using System.Text;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Analysis.Decoding
{
    /// <summary>
    /// For people: time, channel if the log has several, R or T for the direction where the log has it, identifier, data, name, values;
    /// set flags by name; flags and conditions that are clear
    /// left out.
    /// </summary>
    public sealed class TextFramePrinter : FramePrinter
    {
        private const int TimeWidth = 17;

        private readonly StringBuilder _text = new();

        /// <param name="output">Where the lines go.</param>
        public TextFramePrinter(TextWriter output)
            : base(output)
        {
        }

        /// <inheritdoc/>
        public override string Render(LoggedFrame record, DecodedFrame decoded)
        {
            ArgumentNullException.ThrowIfNull(record);
            ArgumentNullException.ThrowIfNull(decoded);
            _text.Clear();
            _text.Append(CultureInfo.InvariantCulture, $"  {FrameText.Id(record.Frame),8}  {FrameText.Data(record.Frame),-16}  {decoded.Name ?? "?",-20}");
            if (!decoded.IsDecoded)
            {
                _text.Append("  not decoded: ").Append(decoded.Reason);
            }
            else if (decoded.Message!.AddressCount > 1)
            {
                _text.Append(CultureInfo.InvariantCulture, $"  address={AddressOf(decoded)}");
            }

            int start = _text.Length;
            foreach (DecodedSignal signal in decoded.Signals)
            {
                Append(signal);
            }

            if (decoded.IsDecoded && _text.Length == start)
            {
                _text.Append("  nothing set");
            }

            return _text.ToString();
        }

        /// <summary>Battery address as the protocol counts it: from 1 on Deye's packs, from 0 on 29-bit identifiers.</summary>
        internal static int AddressOf(DecodedFrame decoded)
        {
            return decoded.Address + (decoded.Message!.IsExtended ? 0 : 1);
        }

        /// <inheritdoc/>
        protected override void Compose(LoggedFrame record, string rendered)
        {
            ArgumentNullException.ThrowIfNull(record);
            if (record.HasTime)
            {
                PutSeconds(record.TimeMicroseconds, TimeWidth);
            }
            else
            {
                Put("                -");
            }

            if (ShowsChannel)
            {
                Put("  ");
                Put(record.Channel);
            }

            if (record.Direction != FrameDirection.Unknown)
            {
                Put(record.Direction == FrameDirection.Received ? "  R" : "  T");
            }

            Put(rendered);
        }

        private void Append(DecodedSignal signal)
        {
            if (signal.IsClear)
            {
                return;
            }

            _text.Append("  ").Append(signal.Name);
            if (!signal.IsSet)
            {
                _text.Append('=').Append(signal);
            }

            if (signal.IsOutOfRange)
            {
                _text.Append("(out of range)");
            }
        }
    }
}
