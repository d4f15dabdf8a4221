using BatterySim.Host.Twin;

namespace BatterySim.Host.Panel.Engine.Local
{
    /// <summary>The twin that a page begins with: the bank of <c>batterysim run</c> without options.</summary>
    public static class DefaultBank
    {
        /// <summary>Makes its options.</summary>
        public static TwinOptions Create()
        {
            var options = new TwinOptions { LoadWatts = TwinOptions.DefaultLoadWatts };
            options.Bank.BatteryCount = TwinOptions.DefaultBatteries;
            options.Bank.SocPermille = TwinOptions.DefaultSocPercent * 10;
            options.Inverter = TwinOptions.FitInverter(options.Bank);
            return options;
        }
    }
}
