using System.Collections.Generic;

namespace BatterySim.Host.Protocol
{
    /// <summary>
    /// Short forms in which the message tables are written: the byte offset first seen in the document, then scale, unit and range.
    /// </summary>
    internal static class Signal
    {
        private static readonly Dictionary<long, string> FlagNames = new() { [0] = "clear", [1] = "set" };

        // SMA and Victron: two bits a condition. 00 and 11 both say that the sender does not support it.
        private static readonly Dictionary<long, string> PairNames = new()
        {
            [0] = "not supported",
            [1] = "raised",
            [2] = "clear",
            [3] = "not supported (11)",
        };

        public static SignalDefinition U8(string name, int atByte, decimal scale, string unit, decimal minimum, decimal maximum, string comment)
        {
            return Number(name, atByte * 8, 8, false, scale, unit, minimum, maximum, comment);
        }

        public static SignalDefinition U16(string name, int atByte, decimal scale, string unit, decimal minimum, decimal maximum, string comment)
        {
            return Number(name, atByte * 8, 16, false, scale, unit, minimum, maximum, comment);
        }

        public static SignalDefinition S16(string name, int atByte, decimal scale, string unit, decimal minimum, decimal maximum, string comment)
        {
            return Number(name, atByte * 8, 16, true, scale, unit, minimum, maximum, comment);
        }

        public static SignalDefinition U32(string name, int atByte, decimal scale, string unit, decimal minimum, decimal maximum, string comment)
        {
            return Number(name, atByte * 8, 32, false, scale, unit, minimum, maximum, comment);
        }

        /// <summary>A count or code of a whole byte, of which every value makes sense.</summary>
        public static SignalDefinition Count8(string name, int atByte, string comment)
        {
            return Number(name, atByte * 8, 8, false, 1m, "", 0m, 255m, comment);
        }

        /// <summary>A count or code of two bytes, of which every value makes sense.</summary>
        public static SignalDefinition Count16(string name, int atByte, string comment)
        {
            return Number(name, atByte * 8, 16, false, 1m, "", 0m, 65535m, comment);
        }

        /// <summary>A whole byte with names for its values.</summary>
        public static SignalDefinition Code8(string name, int atByte, Dictionary<long, string> valueNames, string comment)
        {
            return Count8(name, atByte, comment) with { ValueNames = valueNames };
        }

        public static SignalDefinition Flag(string name, int atByte, int bit, string comment)
        {
            return Number(name, (atByte * 8) + bit, 1, false, 1m, "", 0m, 1m, comment) with { Kind = SignalKind.Flag, ValueNames = FlagNames };
        }

        /// <summary>Two bits of 0x35A.</summary>
        public static SignalDefinition Pair(string name, int atByte, int lowBit)
        {
            return Number(name, (atByte * 8) + lowBit, 2, false, 1m, "", 0m, 3m, "") with { Kind = SignalKind.Condition, ValueNames = PairNames };
        }

        public static SignalDefinition Text(string name, int atByte, int characterCount, string comment)
        {
            return Number(name, atByte * 8, characterCount * 8, false, 1m, "", 0m, 0m, comment) with { Kind = SignalKind.Text };
        }

        public static SignalDefinition Bytes(string name, int atByte, int byteCount, string comment)
        {
            return Number(name, atByte * 8, byteCount * 8, false, 1m, "", 0m, 0m, comment) with { Kind = SignalKind.Bytes };
        }

        /// <summary>A whole frame of which no source says what it means.</summary>
        public static SignalDefinition Unexplained(string comment)
        {
            return Bytes("unexplainedBytesHex", 0, 8, comment);
        }

        private static SignalDefinition Number(
            string name, int startBit, int bitLength, bool isSigned, decimal scale, string unit, decimal minimum, decimal maximum, string comment)
        {
            return new SignalDefinition
            {
                Name = name,
                StartBit = startBit,
                BitLength = bitLength,
                IsSigned = isSigned,
                Scale = scale,
                Unit = unit,
                Minimum = minimum,
                Maximum = maximum,
                Comment = comment,
            };
        }
    }
}
