using System.Collections.Generic;

namespace BatterySim.Host.Protocol
{
    /// <summary>A dialect as a reader of the bus needs it: which messages there are and what they mean.</summary>
    public sealed class DecodeDialect
    {
        internal DecodeDialect(string name, string summary, IReadOnlyList<MessageDefinition> messages)
        {
            Name = name;
            Summary = summary;
            Messages = messages;
        }

        /// <summary>Name, such as "sol-ark".</summary>
        public string Name { get; }

        /// <summary>What it is, one sentence.</summary>
        public string Summary { get; }

        /// <summary>Its messages; no two carry the same identifier.</summary>
        public IReadOnlyList<MessageDefinition> Messages { get; }

        /// <summary>The message with this identifier; null if the dialect has none.</summary>
        public MessageDefinition? Find(uint id, bool isExtended)
        {
            foreach (MessageDefinition message in Messages)
            {
                if (message.Carries(id, isExtended))
                {
                    return message;
                }
            }

            return null;
        }
    }
}
