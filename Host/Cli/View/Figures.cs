using System.Collections.Generic;
using System.Globalization;
using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Bms.Stack;
using BatterySim.Host.Inverter;

namespace BatterySim.Host.Cli.View
{
    /// <summary>Values as text, in the units that people read; a value that nobody knows is a question mark.</summary>
    internal static class Figures
    {
        /// <summary>What stands for a value that nobody knows.</summary>
        public const string Unknown = "?";

        /// <summary>A count.</summary>
        public static string Whole(int value) => Scaled(value, 1, 0);

        /// <summary>Thousandths with so many decimals: volts from mV, amperes from mA.</summary>
        public static string FromMilli(int milli, int decimals) => Scaled(milli, 1000, decimals);

        /// <summary>Tenths with one decimal: percent from permille, degrees from decidegrees.</summary>
        public static string FromDeci(int deci) => Scaled(deci, 10, 1);

        /// <summary>Whole percent from permille.</summary>
        public static string WholePercent(int permille) => Scaled(permille, 10, 0);

        /// <summary>Flags of <see cref="BmsFlags"/> in words; "none" where there is none.</summary>
        public static string Flags(int flags)
        {
            List<string> words = [];
            AddIf(words, flags, BmsFlags.OverVoltage, "over-voltage");
            AddIf(words, flags, BmsFlags.UnderVoltage, "under-voltage");
            AddIf(words, flags, BmsFlags.OverTemperature, "over-temperature");
            AddIf(words, flags, BmsFlags.UnderTemperature, "under-temperature");
            AddIf(words, flags, BmsFlags.ChargeOverCurrent, "charge over-current");
            AddIf(words, flags, BmsFlags.DischargeOverCurrent, "discharge over-current");
            AddIf(words, flags, BmsFlags.System, "system");
            return words.Count == 0 ? "none" : string.Join(", ", words);
        }

        /// <summary>Requests in words, by the bits of 0x35C.</summary>
        public static string Requests(int bits)
        {
            List<string> words = [];
            AddIf(words, bits, RequestBits.ChargeEnable, "charge");
            AddIf(words, bits, RequestBits.DischargeEnable, "discharge");
            AddIf(words, bits, RequestBits.ForceChargeBit5, "force charge (bit 5)");
            AddIf(words, bits, RequestBits.ForceChargeBit4, "force charge (bit 4)");
            AddIf(words, bits, RequestBits.FullCharge, "full charge");
            return words.Count == 0 ? "nothing allowed" : string.Join(", ", words);
        }

        /// <summary>The requests of a report, as the bits of 0x35C.</summary>
        public static int RequestBitsOf(BankReport report)
        {
            return (report.ChargeEnabled ? RequestBits.ChargeEnable : 0)
                | (report.DischargeEnabled ? RequestBits.DischargeEnable : 0)
                | (report.ForceChargeBit5 ? RequestBits.ForceChargeBit5 : 0)
                | (report.ForceChargeBit4 ? RequestBits.ForceChargeBit4 : 0)
                | (report.FullChargeRequested ? RequestBits.FullCharge : 0);
        }

        /// <summary>A number divided by another, with so many decimals.</summary>
        public static string Decimal(long value, int divisor, int decimals) =>
            ((decimal)value / divisor).ToString("F" + decimals, CultureInfo.InvariantCulture);

        /// <summary>Milliseconds as seconds with three decimals.</summary>
        public static string Seconds(long milliseconds) => (milliseconds / 1000.0).ToString("0.000", CultureInfo.InvariantCulture);

        /// <summary>A whole number of ms, or a dash before there is one.</summary>
        public static string Period(int milliseconds) => milliseconds < 0 ? "-" : milliseconds.ToString(CultureInfo.InvariantCulture);

        /// <summary>The data bytes of a frame in hexadecimal.</summary>
        public static string Bytes(CanFrame frame, bool isSpaced)
        {
            List<string> bytes = [];
            for (int index = 0; index < frame.Length; index++)
            {
                bytes.Add(frame.Data[index].ToString("X2", CultureInfo.InvariantCulture));
            }

            return string.Join(isSpaced ? " " : "", bytes);
        }

        private static string Scaled(int value, int perUnit, int decimals)
        {
            return value == BankReport.Unknown
                ? Unknown
                : ((decimal)value / perUnit).ToString("F" + decimals, CultureInfo.InvariantCulture);
        }

        private static void AddIf(List<string> words, int bits, int bit, string word)
        {
            if ((bits & bit) != 0)
            {
                words.Add(word);
            }
        }
    }
}
