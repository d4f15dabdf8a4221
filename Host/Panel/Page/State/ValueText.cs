using System.Collections.Generic;
using System.Globalization;
using BatterySim.Bms;

namespace BatterySim.Host.Panel.Page.State
{
    /// <summary>Values as people read them; one that nobody knows is a question mark.</summary>
    public static class ValueText
    {
        /// <summary>What stands for a value that is not known.</summary>
        public const int Unknown = int.MinValue;

        private static readonly (int Flag, string Word)[] FlagWords =
        [
            (BmsFlags.OverVoltage, "over-voltage"),
            (BmsFlags.UnderVoltage, "under-voltage"),
            (BmsFlags.OverTemperature, "over-temperature"),
            (BmsFlags.UnderTemperature, "under-temperature"),
            (BmsFlags.ChargeOverCurrent, "charge over-current"),
            (BmsFlags.DischargeOverCurrent, "discharge over-current"),
            (BmsFlags.System, "system"),
        ];

        /// <summary>Thousandths with so many decimals: volts from mV, amperes from mA.</summary>
        public static string Milli(int milli, int decimals) => Scaled(milli, 1000, decimals);

        /// <summary>Tenths with one decimal: percent from permille, degrees from their tenths.</summary>
        public static string Deci(int deci) => Scaled(deci, 10, 1);

        /// <summary>A count.</summary>
        public static string Whole(int value) => Scaled(value, 1, 0);

        /// <summary>Flags in words; "none" where there is none.</summary>
        public static string Flags(int flags)
        {
            List<string> words = [];
            foreach ((int flag, string word) in FlagWords)
            {
                if ((flags & flag) != 0)
                {
                    words.Add(word);
                }
            }

            return words.Count == 0 ? "none" : string.Join(", ", words);
        }

        private static string Scaled(int value, int perUnit, int decimals) => value == Unknown
            ? "?" : ((decimal)value / perUnit).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
