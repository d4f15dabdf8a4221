using System.Collections.Generic;

namespace BatterySim.Host.Verification.Mutation
{
    /// <summary>Faults in the bank itself: cells, protections, chain, policies.</summary>
    internal static class BankMutants
    {
        private const string Sum = "Bms/Stack/Aggregator.cs";
        private const string Chain = "Bms/Stack/ChainMaster.cs";
        private const string View = "Bms/Stack/BatteryView.cs";
        private const string Module = "Bms/Battery/BatteryModule.cs";
        private const string Charge = "Bms/Battery/BatteryModule.Charge.cs";
        private const string Voltage = "Bms/Battery/BatteryModule.Voltage.cs";
        private const string Path = "Bms/Battery/BatteryModule.Path.cs";
        private const string Rules = "Bms/Battery/ProtectionRunner.cs";
        private const string Curve = "Bms/Battery/CurrentDerating.cs";
        private const string Power = "Bms/Battery/BmsPower.cs";
        private const string Asks = "Bms/Stack/ChargeRequests.cs";

        public static IReadOnlyList<Mutant> All { get; } =
        [
            new("soc-direction", MutantKind.SwappedSign, Charge,
                "_chargeMilliampMilliseconds += stored;", "_chargeMilliampMilliseconds -= stored;", "discharging fills the battery"),
            new("drop-direction", MutantKind.SwappedSign, Voltage,
                "int voltage = (int)(source + drop + 0.5f);", "int voltage = (int)(source - drop + 0.5f);", "the voltage rises under load"),
            new("blocked-charge-allowed", MutantKind.Missing, Path,
                "            if (!CanCharge)\n            {\n                _chargeLimitMilliamps = 0;", "            if (!CanCharge)\n            {\n                _chargeLimitMilliamps += 0;",
                "CCL stays while the charge FET is open"),
            new("blocked-discharge-allowed", MutantKind.Missing, Path,
                "                _dischargeLimitMilliamps = 0;", "                _dischargeLimitMilliamps += 0;",
                "DCL stays while the discharge FET is open"),
            new("limiter-lost", MutantKind.Missing, Path,
                "if (_limitedSeconds == NotLimiting && milliamps > _constants.LimiterStartMilliamps + LimiterToleranceMilliamps)", "if (milliamps == int.MinValue)",
                "the charge limiter never comes in"),
            new("address-latched", MutantKind.WrongRule, Module,
                "                _address = _dipSwitch.Value;", "                _address = 1;", "every battery takes address 1"),
            new("dip-order", MutantKind.SwappedSign, "Bms/Battery/DipSwitch.cs",
                "public int Value { get { return _state & NumberMask; } }",
                "public int Value { get { return ((_state & 1) << 3) | ((_state & 2) << 1) | ((_state & 4) >> 1) | ((_state & 8) >> 3); } }", "DIP switches are read from the other end"),
            new("protection-late", MutantKind.WrongTime, Rules,
                "if (MillisecondsOf(index) >= rule.DelayMilliseconds)", "if (MillisecondsOf(index) >= rule.DelayMilliseconds + 20000)",
                "slow protections act 20 s too late"),
            new("protection-lost", MutantKind.Missing, Rules,
                "protections |= rules[index].Flag;", "protections |= 0;", "a protection that acts is not reported"),
            new("fet-stays", MutantKind.Missing, Rules,
                "blocks |= rules[index].Blocks;", "blocks |= 0;", "a protection opens no FET"),
            new("alarm-lost", MutantKind.Missing, Rules,
                "alarms |= rules[index].Flag;", "alarms |= 0;", "alarms are not reported"),
            new("release-never", MutantKind.Missing, Rules,
                "            if (isOver)\n", "            if (isOver && value == int.MinValue)\n", "a protection is never released"),
            new("taper-lost", MutantKind.LostClamp, Curve,
                "if (socPermille > _taperStartPermille && percent > _taperPercent)", "if (socPermille > 1000)", "CCL does not taper towards full"),
            new("freezing-allowed", MutantKind.LostClamp, Curve,
                "return _chargeTemperatures.IsWholeAt(temperatureDecidegrees)", "return temperatureDecidegrees > -1000", "CCL does not fall with the cold"),
            new("empty-allowed", MutantKind.LostClamp, Curve,
                "            if (socPermille <= 0)\n", "            if (socPermille < 0)\n", "DCL stays on an empty battery"),
            new("limits-of-one", MutantKind.WrongRule, Sum,
                "_chargeLimitMilliamps += charge;", "_chargeLimitMilliamps = charge;", "CCL of the bank is that of its last battery"),
            new("dcl-of-one", MutantKind.WrongRule, Sum,
                "_dischargeLimitMilliamps += discharge;", "_dischargeLimitMilliamps = discharge;", "DCL of the bank is that of its last battery"),
            new("current-of-one", MutantKind.WrongRule, Sum,
                "_currentMilliamps += view[BatteryAnswer.CurrentMilliamps];", "_currentMilliamps = view[BatteryAnswer.CurrentMilliamps];", "the bank reports one battery's current"),
            new("voltage-summed", MutantKind.WrongRule, Sum,
                "report.VoltageMillivolts = _voltageMillivolts / count;", "report.VoltageMillivolts = _voltageMillivolts;", "parallel voltages are added"),
            new("soc-unweighted", MutantKind.WrongRule, Sum,
                "(int)(_socPermilleMilliampereHours / capacity)", "_socMaxPermille", "SOC is that of the fullest battery"),
            new("gap-skipped", MutantKind.Missing, Sum,
                "_isBeyondGap = _policies.Gaps != GapPolicy.Skip;", "_isBeyondGap = false;", "a gap in the addresses is not noticed"),
            new("lost-not-told", MutantKind.Missing, Sum,
                "_isAnyLost = _isAnyLost || !isOnline;", "_isAnyLost = false;", "a lost follower raises no alarm"),
            new("any-is-all", MutantKind.WrongRule, Sum,
                "if (_policies.Flags == FlagPolicy.All)", "if (_policies.Flags != FlagPolicy.All)", "a protection of one battery counts only if all have it"),
            new("lost-at-once", MutantKind.WrongTime, View,
                "public const int MissesUntilLost = 3;", "public const int MissesUntilLost = 30;", "a follower is missed after half a minute"),
            new("broken-chain-answers", MutantKind.Missing, Chain,
                " || !_bank.Wiring.AreConnected(_self, index)", "", "batteries answer over a broken cable"),
            new("duplicates-agree", MutantKind.WrongRule, Chain,
                "bool isGarbled = answers > 1 && _random.Between(0, 1) == 0;", "bool isGarbled = false;", "two answers at once are never garbled"),
            new("master-anywhere", MutantKind.WrongRule, "Bms/CanMaster.cs",
                "(module.Address == _masterAddress || module.Address == _standaloneAddress)", "(module.Address >= 0)", "any address may be master"),
            new("cable-ignored", MutantKind.Missing, "Bms/CanMaster.cs",
                " && _bank.Wiring.IsInverterPlugged(battery)", "", "a battery speaks without a cable"),
            new("protocol-ignored", MutantKind.Missing, "Bms/CanMaster.cs",
                "module.IsRunning && module.SpeaksPylontech &&", "module.IsRunning &&", "a battery set to another protocol speaks Pylontech"),
            new("breaker-ignored", MutantKind.Missing, Path,
                "key = _power.IsBreakerOn ?", "key = _power.IsBreakerOn || true ?", "an open breaker carries current"),
            new("powersync-hold", MutantKind.WrongTime, Power,
                "nowMilliseconds - _breakerOffMilliseconds < _constants.BreakerHoldMilliseconds", "nowMilliseconds - _breakerOffMilliseconds < 0",
                "a BMS dies at once with its breaker"),
            new("startup-skipped", MutantKind.WrongTime, Power,
                "_readyMilliseconds = nowMilliseconds + _constants.StartupMilliseconds;", "_readyMilliseconds = nowMilliseconds;",
                "a BMS is ready at once"),
            new("force-charge-lost", MutantKind.Missing, Asks,
                "_isBit5 = soc <= _bit5OnPermille", "_isBit5 = soc < 0", "an empty bank does not ask to be charged"),
            new("force-charge-chatters", MutantKind.LostClamp, Asks,
                "(_isBit5 && soc <= _bit5OffPermille)", "(_isBit5 && soc <= _bit5OnPermille)", "the force-charge request has no hysteresis"),
            new("full-never", MutantKind.Missing, Asks,
                "report.FullChargeRequested = _sinceFullSeconds >= _fullSeconds;", "report.FullChargeRequested = false;", "a full charge is never asked for"),
            new("heat-lost", MutantKind.Missing, "Bms/Cells/CellHeat.cs",
                "_degrees += (lossMilliwatts - ", "_degrees += (0f - ", "work does not warm a battery"),
            new("sharing-even", MutantKind.WrongRule, "Bms/Stack/CurrentSharing.cs",
                "_milliohms[index] = module.Milliohms + _connectionMilliohms[index];", "_milliohms[index] = 20f;", "resistance does not decide how batteries share"),
        ];
    }
}
