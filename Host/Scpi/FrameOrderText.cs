using System;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Protocol;

namespace BatterySim.Host.Scpi
{
    /// <summary>Frames of a burst in their order, as options and files write them: hexadecimal identifiers with commas between them.</summary>
    public static class FrameOrderText
    {
        /// <summary>The identifiers that may be named, as they are typed.</summary>
        public static string Known => string.Join(", ", FrameTable.Ids.Select(static id => id.ToString("X3", CultureInfo.InvariantCulture)));

        /// <summary>Says what is wrong with an order, as the end of a sentence that begins with it; null if nothing is.</summary>
        public static string? FindProblem(string text)
        {
            ArgumentNullException.ThrowIfNull(text);
            foreach (string word in Words(text))
            {
                if (!TryParse(word, out uint id))
                {
                    return $"has '{word}', which is not a frame identifier; write hexadecimal ones with commas, such as 351,355,356";
                }

                if (FrameTable.Find(id) == null)
                {
                    return $"names 0x{id:X3}, which the bank does not send; it sends {Known}";
                }
            }

            return null;
        }

        /// <summary>The frames of an order without a problem.</summary>
        public static FrameDefinition[] Read(string text)
        {
            ArgumentNullException.ThrowIfNull(text);
            return [.. Words(text).Select(static word => TryParse(word, out uint id) ? FrameTable.Find(id) : throw new FormatException(word))];
        }

        private static string[] Words(string text) => text.Split(',', StringSplitOptions.TrimEntries);

        private static bool TryParse(string word, out uint id)
        {
            string digits = word.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? word[2..] : word;
            return uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out id);
        }
    }
}
