namespace BatterySim.Bms.Profiles
{
    /// <summary>Values of the battery model for products that are not known better.</summary>
    public static class ModelDefaults
    {
        private const string Discover = "Discover 950-0025: installers enter 10 milliohms for a 100 Ah battery into a Sol-Ark; the split is assumed";
        private const string Pace = "PACE P16S100A read-out of a Jakiper JK48V100";
        private const string Steps = "CCL in steps near full, captured on Eco-Worthy (100, 50, 20 A) and Pytes (75, 25, 10 A)";
        private const string Resistances = "-20C:450% -10C:270% 0C:189% 5C:149% 10C:128% 15C:115% 20C:106% 25C:100% 30C:95% 35C:91% 45C:86%";
        private const string Capacities = "-20C:50% -10C:66% 1C:79% 6C:87% 11C:92% 16C:96% 25C:100% 45C:104%";
        private const string Example = "size of a rack battery; no product states it";

        /// <summary>Gives a profile what its own rows leave open.</summary>
        /// <param name="profile">Its capacity is known; resistances fall and heat capacity rises with it.</param>
        public static void AddTo(BatteryProfile profile)
        {
            int percent = profile.NumberOf(ProfileKey.CapacityMilliampereHours) / 1000;
#pragma warning disable IDE0055 // columns
            //          key                                        value            provenance       source
            profile.Add(ProfileKey.ProtectionSet,                  ProtectionSets.Pace16, Provenance.Assumed, "the set of a common 16S rack BMS, since none is known for this product");
            profile.Add(ProfileKey.SeriesResistanceMicroohms,      500000 / percent, Provenance.Family,     Discover);
            profile.Add(ProfileKey.ConnectionResistanceMicroohms,  200000 / percent, Provenance.Assumed,    "two metres of cable, breaker and lugs; measured in a rack by nobody who published it");
            profile.Add(ProfileKey.ConnectionResistanceSpreadPpm,  400000,          Provenance.Assumed,    "packs of a rack stay within 3 milliohms (ltc-energy.com); chosen so that four at 58 % share 13.5 A as unevenly as captured Pylontechs, 46 to 168 % of the mean");
            profile.Add(ProfileKey.JoinDifferenceMillivolts,       0,                Provenance.Assumed,    "no such rule is known for this product");
            profile.Add(ProfileKey.ResistanceTemperatureTable,     Resistances,      Provenance.Family,     "measured from 1 to 47 degrees (Trezor fuel gauge, JYHPFL333838 pouch cell); 2.7 at -10 and 4.5 at -20 assumed");
            profile.Add(ProfileKey.CapacityTemperatureTable,       Capacities,       Provenance.Family,     "measured from 1 to 45 degrees (Trezor fuel gauge, JYHPFL333838 pouch cell); 66 at -10 and 50 at -20 as 10 to 20 Ah cells in a maker's blog");
            profile.Add(ProfileKey.FastPolarisationMicroohms,      250000 / percent, Provenance.Family,     Discover);
            profile.Add(ProfileKey.FastPolarisationSeconds,        30,               Provenance.Assumed,    "between the seconds of published 2RC fits and the minutes of relaxation curves");
            profile.Add(ProfileKey.SlowPolarisationMicroohms,      250000 / percent, Provenance.Family,     Discover);
            profile.Add(ProfileKey.SlowPolarisationSeconds,        600,              Provenance.Assumed,    "minutes; full relaxation of LFP takes hours (J. Power Sources 195, 6879)");
            profile.Add(ProfileKey.HysteresisMicrovolts,           35000,            Provenance.Family,     "27 to 49 mV between charge and discharge from 10 to 90 %, current's drop taken out (Trezor fuel gauge, JYHPFL333838 pouch cell)");
            profile.Add(ProfileKey.CoulombEfficiencyPermille,      995,              Provenance.Assumed,    "LFP stores nearly all charge");
            profile.Add(ProfileKey.SelfConsumptionMilliwatts,      3000,             Provenance.Assumed,    "a BMS with its LEDs lit");
            profile.Add(ProfileKey.CurrentDeadBandMilliamps,       90,               Provenance.Assumed,    "idle is exactly 0 on Pylontech, Eco-Worthy and Pytes, whose BMS draw some 40 mA; Pytes still shows 0.1 A");
#pragma warning restore IDE0055
            AddBmsTo(profile, percent);
        }

        private static void AddBmsTo(BatteryProfile profile, int percent)
        {
            int fetRise = 200 * 100 / percent * 100 / percent;
#pragma warning disable IDE0055 // columns
            profile.Add(ProfileKey.HeatCapacityJoulesPerKelvin,    400 * percent,    Provenance.Assumed,    "about 40 kg of cells a 100 Ah battery, 1000 J/(kg K)");
            profile.Add(ProfileKey.HeatFlowMilliwattsPerKelvin,    5000,             Provenance.Assumed,    Example);
            profile.Add(ProfileKey.FetRiseDecikelvins,             fetRise,          Provenance.Assumed,    "20 K at the capacity in one hour: FETs are as large as the battery; no product states it");
            profile.Add(ProfileKey.CellCapacitySpreadPpm,          4000,             Provenance.Family,     "published simulator defaults for 16S LFP");
            profile.Add(ProfileKey.CellSocSpreadPpm,               800,              Provenance.Assumed,    "a bank in service, balanced at the top; 2500 is published for one that is not");
            profile.Add(ProfileKey.CellResistanceSpreadPpm,        25000,            Provenance.Family,     "published simulator defaults for 16S LFP");
            profile.Add(ProfileKey.BalanceStartMillivolts,         3400,             Provenance.Family,     Pace);
            profile.Add(ProfileKey.BalanceDeltaMillivolts,         30,               Provenance.Family,     Pace);
            profile.Add(ProfileKey.BalanceCurrentMilliamps,        100,              Provenance.Assumed,    "usual size of a passive balancer");
            profile.Add(ProfileKey.ContinuousCurrentMilliamps,     0,                Provenance.Assumed,    "no time limit is known for this product");
            profile.Add(ProfileKey.PeakSeconds,                    0,                Provenance.Assumed,    "of no effect without a continuous current");
            profile.Add(ProfileKey.ChargeStepOneCellMillivolts,    3450,             Provenance.Assumed,    Steps);
            profile.Add(ProfileKey.ChargeStepOnePercent,           50,               Provenance.Family,     Steps);
            profile.Add(ProfileKey.ChargeStepTwoCellMillivolts,    3500,             Provenance.Family,     Steps + "; Eco-Worthy had its last step at 3.513 V");
            profile.Add(ProfileKey.ChargeStepTwoPercent,           20,               Provenance.Family,     Steps);
            profile.Add(ProfileKey.ChargeStepThreeCellMillivolts,  3530,             Provenance.Assumed,    Steps);
            profile.Add(ProfileKey.ChargeStepThreePercent,         10,               Provenance.Family,     "Pytes V5: about 10 A of 100 Ah near full");
            profile.Add(ProfileKey.ChargeStepReleaseCellMillivolts, 3380,            Provenance.Family,     "cell over-voltage release, " + Pace);
            profile.Add(ProfileKey.ChargeStopCellMillivolts,       3600,             Provenance.Family,     "cell over-voltage alarm, " + Pace);
            profile.Add(ProfileKey.DischargeTaperCellMillivolts,   3000,             Provenance.Assumed,    "the lower knee of an LFP cell");
            profile.Add(ProfileKey.DischargeStopCellMillivolts,    2800,             Provenance.Family,     "cell under-voltage alarm, " + Pace);
            profile.Add(ProfileKey.ChargeTemperatureTable,         "0C:0% 2C:25% 5.5C:37% 15C:100%", Provenance.Family, "US5000 at 5.5 degrees Celsius (30 of 80 A); dbus-serialbattery at 2; nothing below 0 is common to all makes");
            profile.Add(ProfileKey.DischargeTemperatureTable,      "-20C:0% -15C:10% -5C:30% 5C:50% 10C:100%", Provenance.Family, "US5000 at 5.5 degrees Celsius (40 of 80 A); Deka DD5300 p. 46 below 0");
            profile.Add(ProfileKey.FullTailPermille,               20,               Provenance.Family,     "full at 56.0 V and below 2 A of 100 Ah, " + Pace);
            profile.Add(ProfileKey.FullSeconds,                    60,               Provenance.Assumed,    "makers publish 0.5 to 3 minutes (diyBMS: 3)");
            profile.Add(ProfileKey.FullHoldPermille,               990,              Provenance.Family,     "Pylontech shows 99 % until its cells are at 3.48 V (Victron venus issue 536)");
            profile.Add(ProfileKey.FullReleasePermille,            10,               Provenance.Assumed,    "the first percent that is drawn");
            profile.Add(ProfileKey.RechargePermille,               960,              Provenance.Family,     "Seplos 48V100A: released below 96 %; a Deye SE-F12-C still refuses at 95.4 %");
            profile.Add(ProfileKey.FullOpensChargeFet,             0,                Provenance.Assumed,    "no make is known to do so always; Deye SE-F12-C does it late");
            profile.Add(ProfileKey.FullChargeVoltage,              "keep",           Provenance.Family,     "Pytes and Deye keep CVL (captures)");
            profile.Add(ProfileKey.FullDropsChargeEnable,          0,                Provenance.Family,     "Eco-Worthy and Pylontech keep the bit (captures)");
            profile.Add(ProfileKey.FullDelaySeconds,               0,                Provenance.Assumed,    "of no effect where neither charge FET nor charge enable follows full");
            profile.Add(ProfileKey.FullRaisesAlarm,                0,                Provenance.Assumed,    "routine on some makes (a Shoto warns at each full charge), said of this product by nobody");
            profile.Add(ProfileKey.ChargeLimiterStartMilliamps,    0,                Provenance.Assumed,    "no limiter is known for this product");
            profile.Add(ProfileKey.ChargeLimiterMilliamps,         10000,            Provenance.Family,     "PACE: about 10 A");
            profile.Add(ProfileKey.SleepCellMillivolts,            3100,             Provenance.Family,     Pace);
            profile.Add(ProfileKey.SleepSeconds,                   300,              Provenance.Family,     Pace);
            profile.Add(ProfileKey.ShutdownCellMillivolts,         2400,             Provenance.Assumed,    "below the lowest published cell protection that this product may have");
            profile.Add(ProfileKey.ShutdownSeconds,                60,               Provenance.Assumed,    "long enough for a load step to end");
            profile.Add(ProfileKey.StartupMilliseconds,            3000,             Provenance.Assumed,    "a BMS measures its cells a few times before it speaks");
            profile.Add(ProfileKey.WakeStepMilliseconds,           130,              Provenance.Assumed,    "a chain of 16 is up within 2 s");
            profile.Add(ProfileKey.BreakerPowersBms,               0,                Provenance.Family,     "SOK: breakers on, then RST, so the breaker does not feed the BMS");
            profile.Add(ProfileKey.BreakerHoldMilliseconds,        0,                Provenance.Assumed,    "of no effect where the breaker does not feed the BMS");
            profile.Add(ProfileKey.ForceChargeBit5OnPermille,      50,               Provenance.Family,     "Pylontech US2000B Plus: bit 5 from 5 to 10 %");
            profile.Add(ProfileKey.ForceChargeBit5OffPermille,     100,              Provenance.Family,     "Pylontech US2000B Plus: bit 5 from 5 to 10 %");
            profile.Add(ProfileKey.ForceChargeBit4OnPermille,      90,               Provenance.Family,     "Pylontech US2000B Plus: bit 4 from 9 to 13 %");
            profile.Add(ProfileKey.ForceChargeBit4OffPermille,     130,              Provenance.Family,     "Pylontech US2000B Plus: bit 4 from 9 to 13 %");
            profile.Add(ProfileKey.FullChargeDays,                 30,               Provenance.Family,     "Pylontech LV V1.2, 0x35C bit 3");
            profile.Add(ProfileKey.FullChargePermille,             970,              Provenance.Family,     "Pylontech LV V1.2, 0x35C bit 3");
            profile.Add(ProfileKey.LimitPolicy,                    "sum",            Provenance.Assumed,    "Sol-Ark V1.3 wants one total for the bank; makers do not say how they form it");
            profile.Add(ProfileKey.SocPolicy,                      "weighted",       Provenance.Assumed,    "Sol-Ark V1.3 wants an average");
            profile.Add(ProfileKey.FlagPolicy,                     "any",            Provenance.Assumed,    "makers do not say; the safe reading");
            profile.Add(ProfileKey.TemperaturePolicy,              "mean",           Provenance.Assumed,    "0x356 is documented as an average of cells");
            profile.Add(ProfileKey.GapPolicy,                      "stop-and-alarm", Provenance.Family,     "Blue Nova CPS-5000: set in order, otherwise the BMS reports an error");
            profile.Add(ProfileKey.ChainPortsAlternate,            0,                Provenance.Assumed,    "either socket serves, as on SOK");
            profile.Add(ProfileKey.ExpectsFollowerCount,           0,                Provenance.Assumed,    "no count switches are known for this product");
#pragma warning restore IDE0055
        }
    }
}
