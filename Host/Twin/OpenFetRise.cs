using BatterySim.Bms.Stack;
using BatterySim.Host.Inverter;

namespace BatterySim.Host.Twin
{
    /// <summary>How far an inverter's terminals stand above a bank that gives current but takes none.</summary>
    /// <remarks>
    /// Energy of the inverter's own that is on its way when the load falls finds no way into the batteries, so its DC voltage rises for a moment
    /// (field). Any step down of the discharge current by 5 A within one step of the inverter counts (assumed).
    /// </remarks>
    internal sealed class OpenFetRise
    {
        private const int StepMilliamps = 5_000;

        private long _untilMilliseconds;

        /// <summary>The rise at present, mV.</summary>
        public int MillivoltsAt(long nowMilliseconds, InverterSettings settings)
        {
            return nowMilliseconds < _untilMilliseconds ? settings.OpenFetRiseMillivolts : 0;
        }

        /// <summary>Looks at a change of the inverter's current.</summary>
        /// <param name="bank">The batteries.</param>
        /// <param name="beforeMilliamps">Current before, charging positive.</param>
        /// <param name="afterMilliamps">Current now.</param>
        /// <param name="settings">The inverter's.</param>
        /// <param name="nowMilliseconds">Simulated time.</param>
        public void OnChange(BatteryBank bank, int beforeMilliamps, int afterMilliamps, InverterSettings settings, long nowMilliseconds)
        {
            if (beforeMilliamps < 0 && afterMilliamps - beforeMilliamps >= StepMilliamps && settings.OpenFetRiseMillivolts > 0 && IsOneWay(bank))
            {
                _untilMilliseconds = nowMilliseconds + settings.OpenFetRiseMilliseconds;
            }
        }

        // At least one battery gives, and none takes.
        private static bool IsOneWay(BatteryBank bank)
        {
            bool gives = false;
            for (int index = 0; index < bank.Count; index++)
            {
                if (bank.ModuleAt(index).CanCharge)
                {
                    return false;
                }

                gives |= bank.ModuleAt(index).CanDischarge;
            }

            return gives;
        }
    }
}
