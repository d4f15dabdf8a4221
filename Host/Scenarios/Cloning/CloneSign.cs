using System;
using BatterySim.Host.Analysis.Cloning;

namespace BatterySim.Host.Scenarios.Cloning
{
    /// <summary>What a positive current means in a log.</summary>
    internal static class CloneSign
    {
        private const double AmpereHoursMin = 0.3;

        /// <summary>True if the log itself shows it: SOC moves while charge flows.</summary>
        public static bool IsShown(BusPortrait log) => log.Charge.SocRise != 0 && Math.Abs(log.Charge.RawAmpereHours) >= AmpereHoursMin;

        /// <summary>True if a positive current charges; by the dialect where the log does not show it.</summary>
        public static bool IsChargePositive(BusPortrait log)
        {
            return IsShown(log)
                ? Math.Sign(log.Charge.SocRise) == Math.Sign(log.Charge.RawAmpereHours)
                : !log.Detector.Dialect.StartsWith("deye", StringComparison.Ordinal);
        }
    }
}
