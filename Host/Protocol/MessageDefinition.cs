using System.Collections.Generic;

namespace BatterySim.Host.Protocol
{
    /// <summary>One message of a dialect: identifier, length, rhythm and signals.</summary>
    public sealed record MessageDefinition
    {
        /// <summary>Identifier of the message, of the first one where <see cref="AddressCount"/> is above 1.</summary>
        public required uint Id { get; init; }

        /// <summary>True for a 29-bit identifier.</summary>
        public bool IsExtended { get; init; }

        /// <summary>
        /// Number of identifiers in a row that carry this message, one for each battery address; 1 for a message of the whole bank.
        /// </summary>
        public int AddressCount { get; init; } = 1;

        /// <summary>Name, an identifier of letters and digits.</summary>
        public required string Name { get; init; }

        /// <summary>Data bytes, 1 to 8.</summary>
        public required int Length { get; init; }

        /// <summary>Time from one to the next, ms; 0 if it is not sent in a rhythm or the rhythm is not known.</summary>
        public int CycleMilliseconds { get; init; }

        /// <summary>Which side sends it.</summary>
        public MessageSender Sender { get; init; }

        /// <summary>Meaning and source, ASCII.</summary>
        public string Comment { get; init; } = "";

        /// <summary>The signals, in the order of the document.</summary>
        public required IReadOnlyList<SignalDefinition> Signals { get; init; }

        /// <summary>True if a frame with this identifier is this message.</summary>
        public bool Carries(uint id, bool isExtended)
        {
            return isExtended == IsExtended && id >= Id && id - Id < AddressCount;
        }
    }
}
