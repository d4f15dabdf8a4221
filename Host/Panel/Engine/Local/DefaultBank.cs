using BatterySim.Bms.Profiles;
using BatterySim.Host.Inverter;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Panel.Engine.Local
{
    /// <summary>The twin that a page begins with: the bank of <c>batterysim run</c> without options.</summary>
    public static class DefaultBank
    {
        private const int Batteries = 4;
        private const int LoadWatts = 2000;
        private const int SocPermille = 550;

        /// <summary>Makes its options.</summary>
        public static TwinOptions Create()
        {
            var options = new TwinOptions { LoadWatts = LoadWatts };
            options.Bank.BatteryCount = Batteries;
            options.Bank.SocPermille = SocPermille;
            int ampereHours = options.Bank.Profile.NumberOf(ProfileKey.CapacityMilliampereHours) / 1000 * Batteries;
            options.Inverter = new InverterSettings { BatteryCapacityAmpereHours = ampereHours };
            return options;
        }
    }
}
