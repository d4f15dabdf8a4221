using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Instrument
{
    /// <summary>OUTPut, BANK, POLicy, CURRent and LOAD.</summary>
    internal static class BankCommands
    {
        private const int CurrentMaxMilliamps = 2000000;
        private const int LoadMaxWatts = 1000000;
        private const int FollowersMax = BankRules.TwinCapacity - 1;
        private const int NotSet = -1;

        public static void Output(ScpiCall call)
        {
            if (call.Switch("output", true, call.Simulator.IsOutputOn))
            {
                call.Simulator.SetOutput(call.Value != 0);
            }
        }

        // The number of batteries may stand behind the name, so that both can change together.
        public static void Profile(ScpiCall call)
        {
            if (call.IsQuery)
            {
                call.Answer().Add(call.Simulator.Bank.Profile.Name);
                call.Answer().AddNumber(call.Simulator.Bank.Count);
                return;
            }

            // The product that this home was started with may be one of its own.
            BatteryProfile own = call.Simulator.Settings.Profile;
            string[] names = ProfileCatalogue.NamesWith(own.Name);
            if (!call.ReadChoice("profile", names, 0))
            {
                return;
            }

            string name = names[call.Value];
            int count = call.Staged.BatteryCount;
            if (call.HasMore)
            {
                if (!call.ReadNumber("batteries", ScpiUnit.None, 1, call.Simulator.Settings.Capacity, 1))
                {
                    return;
                }

                count = call.Value;
            }

            BatteryProfile profile = name == own.Name ? own : ProfileCatalogue.Create(name);
            if (!call.Simulator.Settings.Profile.HasSources)
            {
                profile.ForgetSources();
            }

            Rebuild(call, profile, count);
        }

        public static void Profiles(ScpiCall call)
        {
            string[] names = ProfileCatalogue.NamesWith(call.Simulator.Settings.Profile.Name);
            for (int index = 0; index < names.Length; index++)
            {
                call.Answer().Add(names[index]);
            }
        }

        public static void Batteries(ScpiCall call)
        {
            if (call.IsQuery)
            {
                call.Number("batteries", ScpiUnit.None, 1, call.Simulator.Settings.Capacity, 1, call.Simulator.Bank.Count);
            }
            else if (call.ReadNumber("batteries", ScpiUnit.None, 1, call.Simulator.Settings.Capacity, 1))
            {
                Rebuild(call, call.Staged.Profile, call.Value);
            }
        }

        // Where a product has no such switches nobody can have set them.
        public static void Expected(ScpiCall call)
        {
            if (call.IsQuery)
            {
                call.Number("followers", ScpiUnit.None, NotSet, FollowersMax, NotSet, call.Simulator.Master.Aggregator.ExpectedFollowers);
            }
            else if (call.ReadNumber("followers", ScpiUnit.None, NotSet, FollowersMax, NotSet))
            {
                if (call.Value != NotSet && call.Staged.Profile.NumberOf(ProfileKey.ExpectsFollowerCount) == 0)
                {
                    call.Fail(ScpiError.SettingsConflict).Add("this product has no switches that announce a number of followers");
                }
                else if (call.EndSetting())
                {
                    call.Simulator.ExpectFollowers(call.Value);
                }
            }
        }

        public static void Restart(ScpiCall call)
        {
            Rebuild(call, call.Staged.Profile, call.Staged.BatteryCount);
        }

        public static void Measure(ScpiCall call)
        {
            BatteryBank bank = call.Simulator.Bank;
            BankReport report = call.Simulator.Report;
            bool hasReport = report.SocPermille != BankReport.Unknown;
            switch (call.Tag)
            {
                case 0: call.AnswerNumber(bank.VoltageMillivolts, ScpiUnit.Volt); break;
                case 1: call.AnswerNumber(bank.CurrentMilliamps, ScpiUnit.Ampere); break;
                case 2: call.AnswerKnown(report.SocPermille, hasReport, ScpiUnit.Percent); break;
                case 3: call.AnswerKnown(report.ModulesOnline, hasReport, ScpiUnit.None); break;
                default: call.AnswerNumber(call.Simulator.Master.Battery + 1, ScpiUnit.None); break;
            }
        }

        public static void Policy(ScpiCall call)
        {
            AggregationPolicies policies = call.Simulator.Bank.Policies;
            ProfileKey key = (ProfileKey)call.Tag;
            string[] names = AggregationPolicies.NamesOf(key);
            int current = key == ProfileKey.LimitPolicy ? (int)policies.Limits
                : key == ProfileKey.SocPolicy ? (int)policies.Soc
                : key == ProfileKey.FlagPolicy ? (int)policies.Flags
                : key == ProfileKey.TemperaturePolicy ? (int)policies.Temperature : (int)policies.Gaps;
            if (!call.Choice("policy", names, DefaultOf(names, call.Staged.Profile.TextOf(key)), current))
            {
                return;
            }

            switch (key)
            {
                case ProfileKey.LimitPolicy: policies.Limits = (LimitPolicy)call.Value; break;
                case ProfileKey.SocPolicy: policies.Soc = (SocPolicy)call.Value; break;
                case ProfileKey.FlagPolicy: policies.Flags = (FlagPolicy)call.Value; break;
                case ProfileKey.TemperaturePolicy: policies.Temperature = (TemperaturePolicy)call.Value; break;
                default: policies.Gaps = (GapPolicy)call.Value; break;
            }
        }

        public static void Recharge(ScpiCall call)
        {
            BatteryBank bank = call.Simulator.Bank;
            int standard = call.Staged.Profile.NumberOf(ProfileKey.RechargePermille);
            if (call.Number("recharge", ScpiUnit.Percent, 0, 1000, standard, bank.RechargePermille))
            {
                bank.RechargePermille = call.Value;
            }
        }

        public static void Current(ScpiCall call)
        {
            IInstrumentHost host = call.Instrument.Host;
            if (!call.IsQuery && host != null && host.HasInverter)
            {
                call.Fail(ScpiError.SettingsConflict).Add("the inverter sets the current; use LOAD");
            }
            else if (call.Number("current", ScpiUnit.Ampere, -CurrentMaxMilliamps, CurrentMaxMilliamps, 0, call.Simulator.DemandMilliamps))
            {
                int milliamps = call.Value;
                SetLoad(call, 0);
                call.Simulator.SetCurrent(milliamps);
            }
        }

        public static void Load(ScpiCall call)
        {
            IInstrumentHost host = call.Instrument.Host;
            int watts = host == null ? call.Simulator.LoadWatts : host.LoadWatts;
            if (call.Number("load", ScpiUnit.Watt, -LoadMaxWatts, LoadMaxWatts, 0, watts))
            {
                SetLoad(call, call.Value);
            }
        }

        private static void SetLoad(ScpiCall call, int watts)
        {
            IInstrumentHost host = call.Instrument.Host;
            if (host == null)
            {
                call.Simulator.SetLoad(watts);
            }
            else
            {
                host.LoadWatts = watts;
            }
        }

        private static void Rebuild(ScpiCall call, BatteryProfile profile, int count)
        {
            call.Finish();
            if (call.HasFailed)
            {
                return;
            }

            string problem = BankRules.FindFault(profile, count, call.Simulator.Settings.Capacity);
            if (problem != null)
            {
                call.Fail(ScpiError.SettingsConflict).Add(problem);
                return;
            }

            call.Staged.UseBank(profile, count);
            problem = call.IsReady
                ? call.Simulator.Rebuild(profile, count, call.Instrument.IsRecalling)
                : call.Simulator.FindRebuildProblem(profile, count);
            if (problem != null)
            {
                call.Fail(ScpiError.OutOfMemory).Add(problem);
            }
        }

        private static int DefaultOf(string[] names, string name)
        {
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
