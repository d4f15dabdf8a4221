using System;
using System.Buffers;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Analysis.Decoding
{
    /// <summary>
    /// For programs: one JSON object a line. Flags are true or false, named values their name, numbers keep the decimals of the wire; time and
    /// direction are null where the log has none.
    /// </summary>
    public sealed class JsonFramePrinter : FramePrinter
    {
        private readonly ArrayBufferWriter<byte> _buffer = new();

        /// <param name="output">Where the lines go.</param>
        public JsonFramePrinter(TextWriter output)
            : base(output)
        {
        }

        /// <inheritdoc/>
        public override string Render(LoggedFrame record, DecodedFrame decoded)
        {
            ArgumentNullException.ThrowIfNull(record);
            ArgumentNullException.ThrowIfNull(decoded);
            _buffer.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(_buffer))
            {
                json.WriteStartObject();
                json.WriteString("id", FrameText.Id(record.Frame));
                json.WriteString("data", FrameText.Data(record.Frame));
                json.WriteString("dialect", decoded.Dialect);
                json.WriteString("name", decoded.Name);
                if (decoded.IsDecoded && decoded.Message!.AddressCount > 1)
                {
                    json.WriteNumber("address", TextFramePrinter.AddressOf(decoded));
                }

                WriteSignals(json, decoded);
                if (!decoded.IsDecoded)
                {
                    json.WriteString("reason", decoded.Reason);
                }

                json.WriteEndObject();
            }

            // The object goes on behind time and channel.
            return Encoding.UTF8.GetString(_buffer.WrittenSpan[1..]);
        }

        /// <inheritdoc/>
        protected override void Compose(LoggedFrame record, string rendered)
        {
            ArgumentNullException.ThrowIfNull(record);
            Put("{\"time\":");
            if (record.HasTime)
            {
                PutSeconds(record.TimeMicroseconds, 0);
            }
            else
            {
                Put("null");
            }

            Put(",\"channel\":\"");
            Put(record.Channel.AsSpan().ContainsAny('"', '\\') ? JavaScriptEncoder.Default.Encode(record.Channel) : record.Channel);
            Put(record.Direction switch
            {
                FrameDirection.Received => "\",\"direction\":\"received\",",
                FrameDirection.Sent => "\",\"direction\":\"sent\",",
                _ => "\",\"direction\":null,",
            });
            Put(rendered);
        }

        private static void WriteSignals(Utf8JsonWriter json, DecodedFrame decoded)
        {
            bool hasOutOfRange = false;
            json.WriteStartObject("signals");
            foreach (DecodedSignal signal in decoded.Signals)
            {
                hasOutOfRange |= signal.IsOutOfRange;
                switch (signal.Definition.Kind)
                {
                    case SignalKind.Flag:
                        json.WriteBoolean(signal.Name, signal.IsSet);
                        break;
                    case SignalKind.Number when signal.ValueName is null:
                        json.WriteNumber(signal.Name, signal.Value);
                        break;
                    default:
                        json.WriteString(signal.Name, signal.ToString());
                        break;
                }
            }

            json.WriteEndObject();
            if (!hasOutOfRange)
            {
                return;
            }

            json.WriteStartArray("outOfRange");
            foreach (DecodedSignal signal in decoded.Signals)
            {
                if (signal.IsOutOfRange)
                {
                    json.WriteStringValue(signal.Name);
                }
            }

            json.WriteEndArray();
        }
    }
}
