using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Instrument
{
    /// <summary>OUTPut, BANK, POLicy, CURRent and LOAD.</summary>
    internal static class BankCommands
    {
        private const int MillisecondsPerSecond = 1000;

        /// <summary>Stands for a number of followers that nobody set.</summary>
        public const int NotSet = -1;

        /// <summary>Carries out a command of the group.</summary>
        public static void Run(ScpiCall call)
        {
            switch (call.Command)
            {
                case CommandId.Profile: Profile(call); break;
                case CommandId.Profiles: Profiles(call); break;
                case CommandId.ProfileValue: ProfileCommands.Value(call); break;
                case CommandId.Batteries: Batteries(call); break;
                case CommandId.Expected: Expected(call); break;
                case CommandId.Restart: Restart(call); break;
                case CommandId.BankMeasure: Measure(call); break;
                case CommandId.Output: Output(call); break;
                case CommandId.Policy: Policy(call); break;
                case CommandId.Recharge: Recharge(call); break;
                case CommandId.Join: Join(call); break;
                case CommandId.FullHold: FullHold(call); break;
                case CommandId.FullSwitch: FullSwitch(call); break;
                case CommandId.FullDelay: FullDelay(call); break;
                case CommandId.Current: Current(call); break;
                default: Load(call); break;
            }
        }

        private static void Output(ScpiCall call)
        {
            if (call.Switch(call.Simulator.IsOutputOn))
            {
                call.Simulator.IsOutputOn = call.Value != 0;
            }
        }

        // The number of batteries may stand behind the name, so that both can change together.
        private static void Profile(ScpiCall call)
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
            call.Row.ParameterAt(0).Names = names;
            if (!call.ReadChoice())
            {
                return;
            }

            string name = names[call.Value];
            int count = call.Staged.BatteryCount;
            if (call.HasMore)
            {
                call.Row.ParameterAt(1).Narrow(1, call.Simulator.Settings.Capacity, 1);
                if (!call.ReadNumber())
                {
                    return;
                }

                count = call.Value;
            }

            BatteryProfile profile = name == own.Name ? own : ProfileCatalogue.Create(name, own.HasSources);
            Rebuild(call, profile, count);
        }

        private static void Profiles(ScpiCall call)
        {
            string[] names = ProfileCatalogue.NamesWith(call.Simulator.Settings.Profile.Name);
            for (int index = 0; index < names.Length; index++)
            {
                call.Answer().Add(names[index]);
            }
        }

        private static void Batteries(ScpiCall call)
        {
            call.Row.ParameterAt(0).Narrow(1, call.Simulator.Settings.Capacity, 1);
            if (call.IsQuery)
            {
                call.Number(call.Simulator.Bank.Count);
            }
            else if (call.ReadNumber())
            {
                Rebuild(call, call.Staged.Profile, call.Value);
            }
        }

        // Where a product has no such switches nobody can have set them.
        private static void Expected(ScpiCall call)
        {
            if (call.IsQuery)
            {
                call.Number(call.Simulator.Master.Aggregator.ExpectedFollowers);
            }
            else if (call.ReadNumber())
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

        private static void Restart(ScpiCall call)
        {
            Rebuild(call, call.Staged.Profile, call.Staged.BatteryCount);
        }

        private static void Measure(ScpiCall call)
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

        private static void Policy(ScpiCall call)
        {
            AggregationPolicies policies = call.Simulator.Bank.Policies;
            ProfileKey key = (ProfileKey)call.Tag;
            int current = key == ProfileKey.LimitPolicy ? (int)policies.Limits
                : key == ProfileKey.SocPolicy ? (int)policies.Soc
                : key == ProfileKey.FlagPolicy ? (int)policies.Flags
                : key == ProfileKey.TemperaturePolicy ? (int)policies.Temperature
                : key == ProfileKey.FullChargeVoltage ? (int)policies.FullVoltage : (int)policies.Gaps;
            SettingParameter parameter = call.Row.ParameterAt(0);
            parameter.Default = DefaultOf(parameter.Names, call.Staged.Profile.TextOf(key));
            if (!call.Choice(current))
            {
                return;
            }

            switch (key)
            {
                case ProfileKey.LimitPolicy: policies.Limits = (LimitPolicy)call.Value; break;
                case ProfileKey.SocPolicy:
                    policies.Soc = (SocPolicy)call.Value;
                    call.Simulator.Refresh();
                    break;
                case ProfileKey.FullChargeVoltage: policies.FullVoltage = (FullVoltagePolicy)call.Value; break;
                case ProfileKey.FlagPolicy: policies.Flags = (FlagPolicy)call.Value; break;
                case ProfileKey.TemperaturePolicy: policies.Temperature = (TemperaturePolicy)call.Value; break;
                default: policies.Gaps = (GapPolicy)call.Value; break;
            }
        }

        private static void Recharge(ScpiCall call)
        {
            BatteryBank bank = call.Simulator.Bank;
            int standard = call.Staged.Profile.NumberOf(ProfileKey.RechargePermille);
            call.Row.ParameterAt(0).Default = standard;
            if (call.Number(bank.RechargePermille))
            {
                bank.RechargePermille = call.Value;
            }
        }

        private static void Join(ScpiCall call)
        {
            BatteryBank bank = call.Simulator.Bank;
            call.Row.ParameterAt(0).Default = call.Staged.Profile.NumberOf(ProfileKey.JoinDifferenceMillivolts);
            if (call.Number(bank.JoinMillivolts))
            {
                bank.JoinMillivolts = call.Value;
                call.Simulator.Refresh();
            }
        }

        private static void FullHold(ScpiCall call)
        {
            BatteryBank bank = call.Simulator.Bank;
            call.Row.ParameterAt(0).Default = call.Staged.Profile.NumberOf(ProfileKey.FullHoldPermille);
            if (call.Number(bank.FullHoldPermille))
            {
                bank.FullHoldPermille = call.Value;
                call.Simulator.Refresh();
            }
        }

        private static void FullDelay(ScpiCall call)
        {
            BatteryBank bank = call.Simulator.Bank;
            call.Row.ParameterAt(0).Default = call.Staged.Profile.NumberOf(ProfileKey.FullDelaySeconds) * MillisecondsPerSecond;
            if (call.Number(bank.FullDelaySeconds * MillisecondsPerSecond))
            {
                bank.FullDelaySeconds = call.Value / MillisecondsPerSecond;
                call.Simulator.Refresh();
            }
        }

        // Of enable and FET a profile says the other way round: dropped is not kept.
        private static void FullSwitch(ScpiCall call)
        {
            BatteryBank bank = call.Simulator.Bank;
            AggregationPolicies policies = bank.Policies;
            ProfileKey key = call.Tag == 0 ? ProfileKey.FullDropsChargeEnable
                : call.Tag == 1 ? ProfileKey.FullOpensChargeFet : ProfileKey.FullRaisesAlarm;
            int standard = call.Staged.Profile.NumberOf(key);
            call.Row.ParameterAt(0).Default = call.Tag == 2 ? standard : 1 - standard;
            bool isOn = call.Tag == 0 ? !policies.FullDropsEnable : call.Tag == 1 ? !bank.FullOpensChargeFet : policies.FullRaisesAlarm;
            if (!call.Switch(isOn))
            {
                return;
            }

            switch (call.Tag)
            {
                case 0: policies.FullDropsEnable = call.Value == 0; break;
                case 1: bank.FullOpensChargeFet = call.Value == 0; break;
                default: policies.FullRaisesAlarm = call.Value != 0; break;
            }

            call.Simulator.Refresh();
        }

        private static void Current(ScpiCall call)
        {
            IInstrumentHost host = call.Instrument.Host;
            if (!call.IsQuery && host != null && host.HasInverter)
            {
                call.Fail(ScpiError.SettingsConflict).Add("the inverter sets the current; use LOAD");
            }
            else if (call.Number(call.Simulator.DemandMilliamps))
            {
                int milliamps = call.Value;
                SetLoad(call, 0);
                call.Simulator.SetCurrent(milliamps);
            }
        }

        private static void Load(ScpiCall call)
        {
            IInstrumentHost host = call.Instrument.Host;
            int watts = host == null ? call.Simulator.LoadWatts : host.LoadWatts;
            if (call.Number(watts))
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

        internal static void Rebuild(ScpiCall call, BatteryProfile profile, int count)
        {
            call.Finish();
            if (call.HasFailed)
            {
                return;
            }

            string problem = BankRules.FindProblem(profile, count, call.Simulator.Settings.Capacity);
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
