using System;

namespace BatterySim.Host.Inverter
{
    /// <summary>House, sun, grid and battery: what the battery is asked for, and what the grid makes up.</summary>
    /// <remarks>
    /// Assumed throughout, since it depends on work modes that a battery does not see: the sun feeds the house first, then the battery, then the
    /// grid if selling is allowed; the battery feeds what is missing, the grid what the battery cannot.
    /// </remarks>
    internal sealed class PowerBalance(InverterSettings settings, GridConnection connection)
    {
        private const long MilliPerUnit = 1000;

        /// <summary>Power from the grid, W; negative into it.</summary>
        public int GridWatts { get; private set; }

        /// <summary>Power that the house asks for and nobody gives, W.</summary>
        public int UnservedWatts { get; private set; }

        /// <summary>Current that is asked of the battery, mA, charging positive.</summary>
        public long WantedMilliamps(int terminalMillivolts, GridCharge grid, bool isExporting)
        {
            if (terminalMillivolts <= 0)
            {
                return 0;
            }

            if (isExporting)
            {
                return settings.SellAllowed && connection.IsConnected ? -InverterSettings.LimitMaxMilliamps
                    : -Milliamps(Math.Max(0, settings.LoadWatts), terminalMillivolts);
            }

            // While the grid charges it feeds the house as well.
            long surplus = (long)settings.SolarWatts - settings.LoadWatts;
            if (grid.IsCharging)
            {
                return grid.LimitMilliamps + Milliamps(Math.Max(0, surplus), terminalMillivolts);
            }

            if (grid.FullChargeWatts > 0)
            {
                return Milliamps(grid.FullChargeWatts + Math.Max(0, surplus), terminalMillivolts);
            }

            long sold = settings.SellAllowed && connection.IsConnected ? settings.SellWatts : 0;
            return Milliamps(surplus - sold, terminalMillivolts);
        }

        public void Run(int terminalMillivolts, int currentMilliamps)
        {
            long battery = (long)terminalMillivolts * currentMilliamps / (MilliPerUnit * MilliPerUnit);
            long missing = settings.LoadWatts - (long)settings.SolarWatts + battery;
            long sold = settings.SellAllowed ? Math.Min(0, missing) : 0;
            GridWatts = connection.IsConnected ? (int)(Math.Max(0, missing) + sold) : 0;
            UnservedWatts = connection.IsConnected ? 0 : (int)Math.Max(0, missing);
        }

        private static long Milliamps(long watts, int millivolts) => watts * (MilliPerUnit * MilliPerUnit) / millivolts;
    }
}
