using System;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Inverter;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>The bank that is measured: as many batteries as the profile allows, up to the 16 of a board, at work.</summary>
    internal static class BenchTwin
    {
        private const int BatteriesWanted = 16;

        /// <summary>Options for a named profile, or for the one that fills the bank best; null if there is no profile of that name.</summary>
        public static TwinOptions? CreateOptions(string? profileName)
        {
            BatteryProfile? profile = profileName == null ? Largest() : ProfileCatalogue.Create(profileName);
            if (profile == null)
            {
                return null;
            }

            var options = new TwinOptions { Inverter = new InverterSettings(), LoadWatts = 3000 };
            options.Bank.Profile = profile;
            options.Bank.BatteryCount = BatteriesOf(profile);
            return options;
        }

        private static int BatteriesOf(BatteryProfile profile) => Math.Min(BatteriesWanted, profile.NumberOf(ProfileKey.BatteriesMax));

        private static BatteryProfile Largest()
        {
            BatteryProfile largest = ProfileCatalogue.Create(ProfileCatalogue.DefaultName);
            foreach (string name in ProfileCatalogue.Names)
            {
                BatteryProfile profile = ProfileCatalogue.Create(name);
                if (BatteriesOf(profile) > BatteriesOf(largest))
                {
                    largest = profile;
                }
            }

            return largest;
        }
    }
}
