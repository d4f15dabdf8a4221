using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Can;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Scenarios.Profiles
{
    /// <summary>What one frame of a battery has of its own: a row of <c>frames</c> in the dialect of a profile file.</summary>
    /// <param name="Id">Identifier.</param>
    /// <param name="IsExtended">True for a 29-bit identifier.</param>
    public sealed record ProfileFrame(uint Id, bool IsExtended)
    {
        /// <summary>A byte that the model writes, as the file has it.</summary>
        public const string ModelledByte = "..";

        /// <summary>Data bytes; null for as many as the dialect has.</summary>
        public int? Length { get; init; }

        /// <summary>Bytes of the log by place; null for those that the model writes.</summary>
        public IReadOnlyList<byte?> Bytes { get; init; } = [];

        /// <summary>From the start of the set, or of its own timer, ms; null for its turn in the set.</summary>
        public int? StartMilliseconds { get; init; }

        /// <summary>Period of its own timer, ms; 0 for a frame of the set.</summary>
        public int PeriodMilliseconds { get; init; }

        /// <summary>How well the row is known.</summary>
        public Provenance Provenance { get; init; } = Provenance.Assumed;

        /// <summary>From where.</summary>
        public string Source { get; init; } = "";

        /// <summary>The identifier as the file has it: three digits for 11 bits, eight for 29.</summary>
        public string Key => Id.ToString(IsExtended ? "X8" : "X3", CultureInfo.InvariantCulture);

        /// <summary>When it leaves.</summary>
        public FrameTiming Timing => new(StartMilliseconds ?? 0, PeriodMilliseconds);

        /// <summary>The bytes as the file has them, as <c>.. .. 50 4E</c>.</summary>
        public string BytesText => string.Join(' ', Bytes.Select(static value => value?.ToString("X2", CultureInfo.InvariantCulture) ?? ModelledByte));

        /// <summary>Reads an identifier as the file has it.</summary>
        public static bool TryReadKey(string key, out uint id, out bool isExtended)
        {
            isExtended = key.Length == 8;
            return uint.TryParse(key, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out id)
                && (isExtended ? id <= CanFrame.ExtendedIdMax : key.Length == 3 && id <= CanFrame.StandardIdMax);
        }

        /// <summary>Reads bytes as the file has them; null if they are not bytes.</summary>
        public static byte?[]? TryReadBytes(string text)
        {
            string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var bytes = new byte?[words.Length];
            for (int index = 0; index < words.Length; index++)
            {
                if (words[index] == ModelledByte)
                {
                    continue;
                }

                if (words[index].Length != 2
                    || !byte.TryParse(words[index], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value))
                {
                    return null;
                }

                bytes[index] = value;
            }

            return bytes.Length <= CanFrame.DataLengthMax ? bytes : null;
        }
    }
}
