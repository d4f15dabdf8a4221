using BatterySim.Bms;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Stack;

namespace BatterySim.Hardware.Settings
{
    /// <summary>What the board keeps over a restart.</summary>
    public sealed class BoardSettings
    {
        /// <summary>Most followers that one board plays beside its own battery.</summary>
        public const int FollowersMax = BankRules.BoardCapacity - 1;

        /// <summary>Stands for a follower whose switches are set as the product's rules say.</summary>
        public const int DipByRule = -1;

        /// <summary>Name of the profile.</summary>
        public string Profile = ProfileCatalogue.DefaultName;

        /// <summary>Followers beside the board's own battery, 0 to <see cref="FollowersMax"/>.</summary>
        public int Followers = 1;

        /// <summary>Switches of each follower, 0 to 15, or <see cref="DipByRule"/>.</summary>
        public readonly int[] FollowerDips = new int[FollowersMax];

        /// <summary>SOC of every battery after power-up, 0 to 1000 permille.</summary>
        public int SocPermille = 500;

        /// <summary>Name of the dialect.</summary>
        public string Dialect = Dialects.DefaultName;

        /// <summary>Who leads the conversation.</summary>
        public Cadence Cadence = Cadence.Broadcast;

        /// <summary>True if the bank wakes by itself after power-up; false if somebody has to press RST, as with the real one.</summary>
        public bool WakesByItself;

        /// <summary>Makes the settings of a board that was never told anything: SOK, one follower, asleep until RST.</summary>
        public BoardSettings()
        {
            for (int index = 0; index < FollowersMax; index++)
            {
                FollowerDips[index] = DipByRule;
            }
        }

        /// <summary>Says in one sentence why no bank can be made from this; null if one can.</summary>
        public string FindProblem()
        {
            if (!ProfileCatalogue.Has(Profile))
            {
                return "there is no profile '" + Profile + "'; BANK:PROF:CAT? lists them.";
            }

            if (Dialects.Create(Dialect) == null)
            {
                return "there is no dialect '" + Dialect + "'; BANK:DIAL:CAT? lists them.";
            }

            for (int index = 0; index < FollowersMax; index++)
            {
                if (FollowerDips[index] < DipByRule || FollowerDips[index] > DipSwitch.BoardMax)
                {
                    return "four switches show 0 to " + DipSwitch.BoardMax + ", not " + FollowerDips[index] + ".";
                }
            }

            return MakeSimulatorSettings().FindProblem();
        }

        /// <summary>Takes over every value of other settings.</summary>
        public void CopyFrom(BoardSettings other)
        {
            Profile = other.Profile;
            Followers = other.Followers;
            SocPermille = other.SocPermille;
            Dialect = other.Dialect;
            Cadence = other.Cadence;
            WakesByItself = other.WakesByItself;
            for (int index = 0; index < FollowersMax; index++)
            {
                FollowerDips[index] = other.FollowerDips[index];
            }
        }

        /// <summary>What the core is made from; profile and dialect must exist.</summary>
        public SimulatorSettings MakeSimulatorSettings()
        {
            SimulatorSettings settings = new SimulatorSettings(ProfileCatalogue.Create(Profile, false));
            settings.BatteryCount = Followers + 1;
            settings.Capacity = BankRules.BoardCapacity;
            settings.SocPermille = SocPermille;
            settings.Dialect = Dialects.Create(Dialect);
            settings.Cadence = Cadence;
            settings.StartsAwake = false;
            return settings;
        }
    }
}
