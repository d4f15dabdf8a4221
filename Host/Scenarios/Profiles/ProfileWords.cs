using System;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;

namespace BatterySim.Host.Scenarios.Profiles
{
    /// <summary>What a profile file may say: marks, kinds of value and their bounds. Reader and schema are made from it.</summary>
    public static class ProfileWords
    {
        /// <summary>Bytes of 0x35E.</summary>
        public const int ManufacturerLettersMax = 8;

        private const int NumberMax = 100_000_000;

        /// <summary>Marks, in the order of <see cref="Provenance"/>.</summary>
        public static readonly string[] Marks = ["documented", "family", "assumed", "captured"];

        /// <summary>Keys that stand for a text.</summary>
        public static bool IsText(ProfileKey key)
        {
            return key is ProfileKey.ManufacturerName or ProfileKey.ChainPorts or ProfileKey.InverterProtocol
                || ChoicesOf(key) != null || IsTable(key);
        }

        /// <summary>True for a limit, a resistance or a capacity over temperature.</summary>
        public static bool IsTable(ProfileKey key) =>
            key is ProfileKey.ResistanceTemperatureTable or ProfileKey.CapacityTemperatureTable || IsLimitTable(key);

        /// <summary>Highest share of a table over temperature, percent.</summary>
        public static int TableMaxOf(ProfileKey key) => IsLimitTable(key) ? 100 : 1000;

        private static bool IsLimitTable(ProfileKey key) => key is ProfileKey.ChargeTemperatureTable or ProfileKey.DischargeTemperatureTable;

        /// <summary>Words that a key takes; null for a key that takes others.</summary>
        public static string[]? ChoicesOf(ProfileKey key)
        {
            return key == ProfileKey.ProtectionSet ? ProtectionSets.Names : AggregationPolicies.NamesOf(key);
        }

        /// <summary>Lowest and highest number of a key, in its own unit.</summary>
        /// <remarks>Between them the model works; whether a product can be so is the user's knowledge.</remarks>
        public static (int Min, int Max) BoundsOf(ProfileKey key)
        {
            switch (key)
            {
                case ProfileKey.CellCount: return (4, 24);
                case ProfileKey.NominalVoltageMillivolts: return (10_000, 100_000);
                case ProfileKey.CapacityMilliampereHours: return (1000, 2_000_000);
                case ProfileKey.BatteriesMax: return (1, BankRules.TwinCapacity);
                case ProfileKey.AddressBits: return (0, 8);
                case ProfileKey.StandaloneAddress or ProfileKey.ForceChargeBit4OnPermille or ProfileKey.ForceChargeBit5OnPermille: return (-1, 1000);
                case ProfileKey.CoulombEfficiencyPermille: return (500, 1000);
                case ProfileKey.HeatCapacityJoulesPerKelvin: return (1, NumberMax);
                case ProfileKey.FastPolarisationSeconds or ProfileKey.SlowPolarisationSeconds: return (1, 86_400);
                case ProfileKey.SeriesResistanceMicroohms: return (1, 1_000_000);
            }

            string name = key.ToString();
            return ProfileKeyNames.Of(key).IsYesNo ? (0, 1)
                : name.EndsWith("Permille", StringComparison.Ordinal) ? (0, 1000)
                : name.EndsWith("Percent", StringComparison.Ordinal) ? (0, 100)
                : name.EndsWith("CellMillivolts", StringComparison.Ordinal) ? (0, 5000)
                : name.EndsWith("Ppm", StringComparison.Ordinal) ? (0, 500_000)
                : name.StartsWith("Address", StringComparison.Ordinal) || key == ProfileKey.MasterAddress ? (0, 255)
                : (0, NumberMax);
        }
    }
}
