using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Stack
{
    /// <summary>How the master makes one bank out of its batteries. Makers do not publish it, so all of it can be set.</summary>
    public sealed class AggregationPolicies
    {
        /// <summary>How CCL and DCL are made.</summary>
        public LimitPolicy Limits;

        /// <summary>How SOC is made at present: by the policy, or by a fault that an operator ordered.</summary>
        internal SocPolicy SocInForce;

        private SocPolicy _soc;
        private bool _isSocOfMaster;

        /// <summary>When a protection is reported.</summary>
        public FlagPolicy Flags;

        /// <summary>How temperature is made.</summary>
        public TemperaturePolicy Temperature;

        /// <summary>What happens at a gap in the addresses.</summary>
        public GapPolicy Gaps;

        /// <summary>What CVL does while the bank is full.</summary>
        public FullVoltagePolicy FullVoltage;

        /// <summary>True where the bank withdraws its charge enable (0x35C bit 7) while it is full.</summary>
        public bool FullDropsEnable;

        /// <summary>Time from full after which that happens, s; set through <see cref="BatteryBank.FullDelaySeconds"/>.</summary>
        internal int FullDelaySeconds;

        /// <summary>True where the bank raises its high-voltage alarm while it is full and above its float voltage.</summary>
        public bool FullRaisesAlarm;

        /// <summary>How SOC is made.</summary>
        public SocPolicy Soc
        {
            get
            {
                return _soc;
            }

            set
            {
                _soc = value;
                SocInForce = _isSocOfMaster ? SocPolicy.Master : value;
            }
        }

        /// <summary>Takes the policies of a product.</summary>
        public AggregationPolicies(BatteryProfile profile)
        {
            Limits = (LimitPolicy)IndexOf(profile, ProfileKey.LimitPolicy);
            Soc = (SocPolicy)IndexOf(profile, ProfileKey.SocPolicy);
            Flags = (FlagPolicy)IndexOf(profile, ProfileKey.FlagPolicy);
            Temperature = (TemperaturePolicy)IndexOf(profile, ProfileKey.TemperaturePolicy);
            Gaps = (GapPolicy)IndexOf(profile, ProfileKey.GapPolicy);
            FullVoltage = (FullVoltagePolicy)IndexOf(profile, ProfileKey.FullChargeVoltage);
            FullDelaySeconds = profile.NumberOf(ProfileKey.FullDelaySeconds);
            FullRaisesAlarm = profile.NumberOf(ProfileKey.FullRaisesAlarm) != 0;
            FullDropsEnable = profile.NumberOf(ProfileKey.FullDropsChargeEnable) != 0;
        }

        /// <summary>Lets SOC of the bank be the master's own, whatever the policy, as a fault does.</summary>
        /// <param name="isSocOfMaster">False where the policy says what it is.</param>
        public void SetSocOfMaster(bool isSocOfMaster)
        {
            _isSocOfMaster = isSocOfMaster;
            Soc = _soc;
        }

        private static int IndexOf(BatteryProfile profile, ProfileKey key)
        {
            string[] names = PolicyNames.Of(key);
            string name = profile.TextOf(key);
            for (int index = 0; index < names.Length; index++)
            {
                if (names[index] == name)
                {
                    return index;
                }
            }

            return 0;
        }
    }
}
