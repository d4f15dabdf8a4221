namespace BatterySim.Host.Inverter
{
    /// <summary>"Shutdown", "Low Batt" and "Restart": when the battery may no longer feed anything, and when again.</summary>
    /// <remarks>
    /// Documented: at "Shutdown" the battery stops feeding loads until "Restart" (Fortress for Sol-Ark, page 4); "Low Batt" is an alarm; in closed
    /// loop all three act on the BMS's SOC alone and volts are not offered (Discover 950-0025, page 27). So a wrong SOC defeats them.
    /// </remarks>
    internal sealed class SocGuard(InverterSettings settings)
    {
        public bool IsShutDown { get; private set; }

        public bool IsLow { get; private set; }

        /// <summary>Looks at the charge.</summary>
        /// <param name="socPermille">What the inverter goes by, permille; -1 while it knows none.</param>
        /// <param name="terminalMillivolts">Voltage at its own terminals, mV.</param>
        public void Run(int socPermille, int terminalMillivolts)
        {
            if (settings.GoesByVolts)
            {
                Judge(terminalMillivolts, settings.ShutdownMillivolts, settings.LowBatteryMillivolts, settings.RestartMillivolts);
            }
            else if (socPermille >= 0)
            {
                Judge(socPermille, settings.ShutdownPermille, settings.LowBatteryPermille, settings.RestartPermille);
            }
        }

        public void Restart()
        {
            IsShutDown = false;
            IsLow = false;
        }

        private void Judge(int level, int shutdown, int low, int restart)
        {
            IsLow = level <= low;
            IsShutDown = level <= shutdown || (IsShutDown && level < restart);
        }
    }
}
