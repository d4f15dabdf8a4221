namespace BatterySim.Bms.Protocol
{
    /// <summary>The only place where a quantity becomes a wire value: scaled, rounded half away from zero, clamped.</summary>
    /// <remarks>An out-of-range cast wraps on nanoCLR and saturates on .NET, so no cast here ever sees one.</remarks>
    public static class Wire
    {
        /// <summary>Milli-units to tenths, for a signed 16-bit field: -3276.7 to 3276.7 (-0x8000 is left unused).</summary>
        public static int DeciS16(int milli)
        {
            return ClampS16(RoundedDivide(milli, 100));
        }

        /// <summary>Milli-units to tenths, for a field that the protocol wants positive: 0 to 3276.7.</summary>
        public static int DeciPositiveS16(int milli)
        {
            int deci = RoundedDivide(milli, 100);
            return deci < 0 ? 0 : deci > 0x7FFF ? 0x7FFF : deci;
        }

        /// <summary>Milli-units to tenths, for an unsigned 16-bit field: 0 to 6553.5.</summary>
        public static int DeciU16(int milli)
        {
            return ClampU16(RoundedDivide(milli, 100));
        }

        /// <summary>Milli-units to hundredths, for a field that the protocol wants positive: 0 to 327.67.</summary>
        public static int CentiPositiveS16(int milli)
        {
            int centi = RoundedDivide(milli, 10);
            return centi < 0 ? 0 : centi > 0x7FFF ? 0x7FFF : centi;
        }

        /// <summary>Tenths of a degree Celsius, clamped to the -40.0 to 100.0 that the protocol allows.</summary>
        public static int TemperatureS16(int decidegrees)
        {
            return decidegrees < -400 ? -400 : decidegrees > 1000 ? 1000 : decidegrees;
        }

        /// <summary>Permille to whole percent, rounded down so that 100 means full, clamped to 0 to 100.</summary>
        public static int PercentDown(int permille)
        {
            return permille <= 0 ? 0 : permille >= 1000 ? 100 : permille / 10;
        }

        /// <summary>Permille to hundredths of a percent, clamped to 0 to 10000.</summary>
        public static int CentiPercent(int permille)
        {
            return permille <= 0 ? 0 : permille >= 1000 ? 10000 : permille * 10;
        }

        /// <summary>Milliampere-hours to whole ampere-hours, rounded, for an unsigned 16-bit field that is never 0: 1 to 65535.</summary>
        public static int AmpereHoursU16(int milliampereHours)
        {
            int ampereHours = RoundedDivide(milliampereHours, 1000);
            return ampereHours < 1 ? 1 : ClampU16(ampereHours);
        }

        /// <summary>Clamps to an unsigned 16-bit field.</summary>
        public static int ClampU16(int value)
        {
            return value < 0 ? 0 : value > 0xFFFF ? 0xFFFF : value;
        }

        /// <summary>Clamps to a count byte that is never 0: 1 to 255.</summary>
        public static int CountU8(int value)
        {
            return value < 1 ? 1 : value > 0xFF ? 0xFF : value;
        }

        /// <summary>Clamps to a signed 16-bit field: -0x7FFF to 0x7FFF (-0x8000 is left unused).</summary>
        public static int ClampS16(int value)
        {
            return value < -0x7FFF ? -0x7FFF : value > 0x7FFF ? 0x7FFF : value;
        }

        // Half away from zero, so that charge and discharge round alike. The quotient comes first: adding half the divisor could wrap.
        private static int RoundedDivide(int value, int by)
        {
            int quotient = value / by;
            int rest = value - (quotient * by);
            return rest + rest >= by ? quotient + 1 : rest + rest <= -by ? quotient - 1 : quotient;
        }
    }
}
