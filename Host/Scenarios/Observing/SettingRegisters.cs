using System.Collections.Generic;
using BatterySim.Host.Modbus.Map;
using BatterySim.Host.Scenarios.Language.Forms;

namespace BatterySim.Host.Scenarios.Observing
{
    /// <summary>Keys of the inverter that are registers too: how a word is written as a value, and a value as a word.</summary>
    internal static class SettingRegisters
    {
        // Codes that stand for words of a scenario; the other keys are quantities.
        private static readonly Dictionary<string, (string Text, ushort Word)[]> Codes = new()
        {
            ["bms-lithium-batt"] = [("on", 1), ("off", 0)],
            ["batt-mode"] = [("volts", 0), ("percent", 1)],
            ["activate-battery"] = [("on", 0), ("off", 1)],
            ["grid-charge"] = [("on", 1), ("off", 0)],
            ["sell"] = [("on", 0), ("off", 1)],
        };

        /// <summary>The register of a key; null if it is none.</summary>
        public static RegisterRow? Find(string key)
        {
            foreach (RegisterRow row in SolArkRegisters.Rows)
            {
                if (row.Key == key && key.Length > 0)
                {
                    return row;
                }
            }

            return null;
        }

        /// <summary>True where the register has a code that stands for a word, not a quantity.</summary>
        public static bool IsCode(RegisterRow row) => Codes.ContainsKey(row.Key);

        /// <summary>A word as a scenario writes the key's value; null if it stands for none.</summary>
        public static string? Text(RegisterRow row, ushort word)
        {
            if (!Codes.TryGetValue(row.Key, out (string Text, ushort Word)[]? codes))
            {
                return row.Format(row.Decode(_ => word));
            }

            foreach ((string text, ushort code) in codes)
            {
                if (code == word)
                {
                    return text;
                }
            }

            return null;
        }

        /// <summary>A value as the word of its register; null if no word stands for it.</summary>
        public static ushort? Word(RegisterRow row, in FormValue value)
        {
            if (Codes.TryGetValue(row.Key, out (string Text, ushort Word)[]? codes))
            {
                foreach ((string text, ushort code) in codes)
                {
                    if (text == value.Text)
                    {
                        return code;
                    }
                }

                return null;
            }

            ushort[] words = new ushort[SolArkRegisters.Count];
            row.Encode(value.Number, words);
            return row.Decode(_ => words[row.Address]) == value.Number ? words[row.Address] : null;
        }
    }
}
