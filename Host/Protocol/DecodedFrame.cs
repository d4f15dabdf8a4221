using System.Collections.Generic;

namespace BatterySim.Host.Protocol
{
    /// <summary>What a frame says, or why it cannot be said.</summary>
    public sealed class DecodedFrame
    {
        internal DecodedFrame(DecodeDialect dialect, MessageDefinition message, int address, IReadOnlyList<DecodedSignal> signals)
        {
            Dialect = dialect.Name;
            Message = message;
            Address = address;
            Signals = signals;
        }

        internal DecodedFrame(string dialect, MessageDefinition? message, string reason)
        {
            Dialect = dialect;
            Message = message;
            Signals = [];
            Reason = reason;
        }

        /// <summary>The dialect that the frame was read as; "auto" if none of them has it.</summary>
        public string Dialect { get; }

        /// <summary>The message; null if the identifier is unknown.</summary>
        public MessageDefinition? Message { get; }

        /// <summary>Name of the message; null if the identifier is unknown.</summary>
        public string? Name => Message?.Name;

        /// <summary>Which of the message's identifiers it was, counted from 0: the address of a battery where there is one for each.</summary>
        public int Address { get; }

        /// <summary>The signals that the frame was long enough for.</summary>
        public IReadOnlyList<DecodedSignal> Signals { get; }

        /// <summary>Why the frame could not be decoded, as a clause; empty if it could.</summary>
        public string Reason { get; } = "";

        /// <summary>True if the frame could be decoded.</summary>
        public bool IsDecoded => Reason.Length == 0;

        /// <summary>The signal of that name; null if the frame has none.</summary>
        public DecodedSignal? Find(string name)
        {
            foreach (DecodedSignal signal in Signals)
            {
                if (signal.Name == name)
                {
                    return signal;
                }
            }

            return null;
        }
    }
}
