using System.Collections.Generic;

namespace BatterySim.Host.Protocol
{
    /// <summary>One signal of a message: where it lies, what it means, and in which range it makes sense.</summary>
    /// <remarks>Every signal of every protocol here is little endian: the start bit is the lowest bit of the lowest byte.</remarks>
    public sealed record SignalDefinition
    {
        /// <summary>Name with its unit, such as chargeVoltageLimitVolts; at most 32 characters, so that every DBC tool takes it.</summary>
        public required string Name { get; init; }

        /// <summary>How to read the bits.</summary>
        public SignalKind Kind { get; init; }

        /// <summary>Lowest bit, 0 to 63; bit 0 is the least significant bit of byte 0.</summary>
        public required int StartBit { get; init; }

        /// <summary>Number of bits, 1 to 64.</summary>
        public required int BitLength { get; init; }

        /// <summary>True for two's complement.</summary>
        public bool IsSigned { get; init; }

        /// <summary>
        /// Physical value of one step; negative where the protocol counts discharging positive, as all values here count charging positive.
        /// </summary>
        public decimal Scale { get; init; } = 1m;

        /// <summary>Physical value at raw 0.</summary>
        public decimal Offset { get; init; }

        /// <summary>Unit in ASCII, empty for counts and codes.</summary>
        public string Unit { get; init; } = "";

        /// <summary>Lowest physical value that makes sense.</summary>
        public decimal Minimum { get; init; }

        /// <summary>Highest physical value that makes sense; equal to the lowest where no range is known.</summary>
        public decimal Maximum { get; init; }

        /// <summary>Names of raw values; empty for a plain number.</summary>
        public IReadOnlyDictionary<long, string> ValueNames { get; init; } = NoNames;

        /// <summary>True if raw 0 means that the sender does not fill the field.</summary>
        public bool IsAbsentAtZero { get; init; }

        /// <summary>Meaning and source, one sentence or two, ASCII.</summary>
        public string Comment { get; init; } = "";

        /// <summary>First byte that the signal touches.</summary>
        public int FirstByte => StartBit / 8;

        /// <summary>Number of data bytes that a frame needs for the signal to be in it.</summary>
        public int BytesNeeded => (StartBit + BitLength + 7) / 8;

        private static readonly Dictionary<long, string> NoNames = [];
    }
}
