using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms
{
    /// <summary>What a simulator is made from.</summary>
    public sealed class SimulatorSettings
    {
        /// <summary>Product of the batteries.</summary>
        public BatteryProfile Profile;

        /// <summary>Batteries in the bank, master included.</summary>
        public int BatteryCount = 1;

        /// <summary>Most batteries that this home has room for.</summary>
        public int Capacity = BankRules.BoardCapacity;

        /// <summary>State of charge of every battery at the start, 0 to 1000 permille.</summary>
        public int SocPermille = 500;

        /// <summary>How the bank speaks.</summary>
        public DialectSettings Dialect = Dialects.Create(Dialects.DefaultName);

        /// <summary>Who leads the conversation.</summary>
        public Cadence Cadence = Cadence.Broadcast;

        /// <summary>True for a bank that has been in service for hours; false for one that somebody has to wake with RST.</summary>
        public bool StartsAwake = true;

        /// <summary>Tells how much memory is left before a bank is built; null where there is enough in any case.</summary>
        public IFreeMemory Memory;

        /// <summary>Seed of everything random.</summary>
        public uint Seed = 1;

        /// <summary>Settings for one battery of the default product.</summary>
        public SimulatorSettings()
            : this(ProfileCatalogue.Create(ProfileCatalogue.DefaultName))
        {
        }

        /// <summary>Settings for one battery of a product.</summary>
        public SimulatorSettings(BatteryProfile profile)
        {
            Profile = profile;
        }

        /// <summary>Says in one sentence why no simulator can be made from these settings; null if one can.</summary>
        public string FindProblem()
        {
            if (SocPermille < 0 || SocPermille > 1000)
            {
                return "SOC " + SocPermille + " permille is outside 0 to 1000.";
            }

            string problem = BankRules.FindProblem(Profile, BatteryCount, Capacity);
            return problem ?? Dialect.FindProblem();
        }
    }
}
