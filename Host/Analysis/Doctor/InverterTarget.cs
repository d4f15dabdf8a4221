using System.Collections.Generic;

namespace BatterySim.Host.Analysis.Doctor
{
    /// <summary>An inverter that a battery is meant for: a value of <c>--for</c>, with what is public about it.</summary>
    /// <param name="Name">Value of the option.</param>
    /// <param name="Title">Its name for people.</param>
    public sealed record InverterTarget(string Name, string Title)
    {
        /// <summary>Data bytes that every frame has to have.</summary>
        public InverterFact<int>? FrameLength { get; init; }

        /// <summary>Most charge or discharge current, A.</summary>
        public InverterFact<int>? CurrentMaxAmps { get; init; }

        /// <summary>Identifiers that have to come.</summary>
        public InverterFact<IReadOnlyList<uint>>? NeededIds { get; init; }

        /// <summary>Longest time between two 0x351, seconds.</summary>
        public InverterFact<int>? LimitsSeconds { get; init; }

        /// <summary>What it makes of a current limit of 0.</summary>
        public InverterFact<bool>? ZeroLimit { get; init; }

        /// <summary>Bits of 0x35C that it takes otherwise than the documents say.</summary>
        public InverterFact<int>? RequestBits { get; init; }

        /// <summary>Highest CVL that it follows, 0.1 V.</summary>
        public InverterFact<int>? CvlMaxDecivolts { get; init; }
    }
}
