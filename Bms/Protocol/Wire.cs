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

        /// <summary>Milli-units to tenths, for an unsigned 16-bit field: 0 to 6553.5.</summary>
        public static int DeciU16(int milli)
        {
            return ClampU16(RoundedDivide(milli, 100));
        }

        /// <summary>Milli-units to hundredths, for a signed 16-bit field: -327.67 to 327.67 (-0x8000 is left unused).</summary>
        public static int CentiS16(int milli)
        {
            return ClampS16(RoundedDivide(milli, 10));
        }

        /// <summary>Permille to whole percent, cut off, for an unsigned 16-bit field.</summary>
        public static int PercentU16(int permille)
        {
            return ClampU16(permille / 10);
        }

        /// <summary>SOC in permille to whole percent, for an unsigned 16-bit field; 100 only for a full bank, 0 only for an empty one.</summary>
        public static int SocPercentU16(int permille, SocRounding rounding)
        {
            if (permille <= 0)
            {
                return 0;
            }

            int percent = rounding == SocRounding.Nearest ? RoundedDivide(permille, 10) : permille / 10;
            return percent == 0 ? 1 : percent == 100 && permille < 1000 ? 99 : ClampU16(percent);
        }

        /// <summary>Permille to hundredths of a percent, for an unsigned 16-bit field: 0 to 655.35 %.</summary>
        public static int CentiPercentU16(int permille)
        {
            return permille < 0 ? 0 : permille > 0xFFFF / 10 ? 0xFFFF : permille * 10;
        }

        /// <summary>Milliampere-hours to whole ampere-hours, rounded, for an unsigned 16-bit field: 0 to 65535.</summary>
        public static int AmpereHoursU16(int milliampereHours)
        {
            return ClampU16(RoundedDivide(milliampereHours, 1000));
        }

        /// <summary>Clamps to an unsigned 16-bit field.</summary>
        public static int ClampU16(int value)
        {
            return value < 0 ? 0 : value > 0xFFFF ? 0xFFFF : value;
        }

        /// <summary>Clamps to an unsigned byte.</summary>
        public static int ClampU8(int value)
        {
            return value < 0 ? 0 : value > 0xFF ? 0xFF : value;
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
