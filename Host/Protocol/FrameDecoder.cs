using System;
using System.Collections.Generic;
using System.Text;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Protocol
{
    /// <summary>Turns frames into named values, in a dialect that is given or found out from the traffic.</summary>
    public sealed class FrameDecoder
    {
        private readonly DecodeDialect? _dialect;
        private readonly DialectDetector _detector;

        /// <summary>Makes a decoder that finds the dialect out from the traffic and knows what tells it in the whole of it.</summary>
        /// <param name="survey">A detector that has observed every frame that will come.</param>
        public FrameDecoder(DialectDetector survey)
        {
            _detector = new DialectDetector(survey);
        }

        /// <param name="dialectName">One of <see cref="DecodeDialects.Names"/> or "auto".</param>
        /// <exception cref="ArgumentException">There is no such dialect.</exception>
        public FrameDecoder(string dialectName)
        {
            _detector = new DialectDetector();
            _dialect = DecodeDialects.Find(dialectName);
            if (_dialect is null && dialectName != DecodeDialects.AutoName)
            {
                throw new ArgumentException($"There is no dialect '{dialectName}'.", nameof(dialectName));
            }
        }

        /// <summary>The dialect that the frames are read as now; single frames may show another one (<see cref="DialectDetector"/>).</summary>
        public string Dialect => _dialect?.Name ?? _detector.Dialect;

        /// <summary>True if the dialect is found out from the traffic.</summary>
        public bool IsAuto => _dialect is null;

        /// <summary>Learns from a frame without decoding it, so that the frames before it are read rightly too.</summary>
        public void Observe(CanFrame frame)
        {
            ArgumentNullException.ThrowIfNull(frame);
            _detector.Observe(frame);
        }

        /// <summary>Decodes one frame.</summary>
        public DecodedFrame Decode(CanFrame frame)
        {
            ArgumentNullException.ThrowIfNull(frame);
            _detector.Observe(frame);
            DecodeDialect? dialect = _dialect;
            MessageDefinition? message = dialect is null ? _detector.Find(frame, out dialect) : dialect.Find(frame.Id, frame.IsExtended);
            if (message is null)
            {
                return new DecodedFrame(IsAuto ? DecodeDialects.AutoName : dialect.Name, null, UnknownReason(frame));
            }

            if (frame.IsRemote)
            {
                return new DecodedFrame(dialect.Name, message, "it is a remote frame and carries no data");
            }

            List<DecodedSignal> signals = SignalReader.ReadAll(message, frame);
            return signals.Count > 0
                ? new DecodedFrame(dialect, message, (int)(frame.Id - message.Id), signals)
                : new DecodedFrame(dialect.Name, message, $"{frame.Length} data bytes are too few for any of its signals");
        }

        private string UnknownReason(CanFrame frame)
        {
            if (_dialect is null)
            {
                return "its identifier is in no dialect known here";
            }

            var others = new StringBuilder();
            foreach (DecodeDialect dialect in DecodeDialects.All)
            {
                if (dialect.Find(frame.Id, frame.IsExtended) is not null)
                {
                    others.Append(others.Length == 0 ? "; it is in " : ", ").Append(dialect.Name);
                }
            }

            return $"its identifier is not in dialect {_dialect.Name}{others}";
        }
    }
}
