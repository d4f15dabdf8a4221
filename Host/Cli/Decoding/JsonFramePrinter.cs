using System.Buffers;
using System.IO;
using System.Text;
using System.Text.Json;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Cli.Decoding
{
    /// <summary>
    /// For programs: one JSON object a line. Flags are true or false, named values their name, numbers keep the decimals of the wire.
    /// </summary>
    internal sealed class JsonFramePrinter : IFramePrinter
    {
        private readonly TextWriter _output;
        private readonly ArrayBufferWriter<byte> _buffer = new();

        public JsonFramePrinter(TextWriter output)
        {
            _output = output;
        }

        public void Print(CandumpRecord record, DecodedFrame decoded)
        {
            _buffer.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(_buffer))
            {
                json.WriteStartObject();
                json.WriteNumber("time", record.TimeMicroseconds / 1_000_000m);
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

            _output.WriteLine(Encoding.UTF8.GetString(_buffer.WrittenSpan));
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
