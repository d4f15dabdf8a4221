using BatterySim.Bms.Profiles;

namespace BatterySim.Host.Scenarios.Profiles
{
    /// <summary>What a profile file may say: marks, kinds of value and their bounds. Reader and schema are made from it.</summary>
    public static class ProfileWords
    {
        /// <summary>Bytes of 0x35E.</summary>
        public const int ManufacturerLettersMax = ProfileKeys.ManufacturerLettersMax;

        /// <summary>Marks, in the order of <see cref="Provenance"/>.</summary>
        public static readonly string[] Marks = ["documented", "family", "assumed", "captured"];

        /// <summary>Keys that stand for a text.</summary>
        public static bool IsText(ProfileKey key)
        {
            return key is ProfileKey.ManufacturerName or ProfileKey.ChainPorts or ProfileKey.InverterProtocol
                || ChoicesOf(key) != null || IsTable(key);
        }

        /// <summary>True for a limit, a resistance or a capacity over temperature.</summary>
        public static bool IsTable(ProfileKey key) => ProfileKeys.TableMaxOf(key) > 0;

        /// <summary>Lowest share of a table over temperature, percent.</summary>
        public static int TableMinOf(ProfileKey key) => ProfileKeys.TableMinOf(key);

        /// <summary>Highest share of a table over temperature, percent.</summary>
        public static int TableMaxOf(ProfileKey key) => ProfileKeys.TableMaxOf(key);

        /// <summary>Words that a key takes; null for a key that takes others.</summary>
        public static string[]? ChoicesOf(ProfileKey key) => ProfileKeys.ChoicesOf(key);

        /// <summary>Lowest and highest number of a key, in its own unit.</summary>
        public static (int Min, int Max) BoundsOf(ProfileKey key) => (ProfileKeys.MinOf(key), ProfileKeys.MaxOf(key));
    }
}
