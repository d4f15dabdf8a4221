namespace BatterySim.Bms.Profiles
{
    /// <summary>Names of the profile's keys, and what their values may be.</summary>
    /// <remarks>
    /// Names are code rather than an array, so that they stay in flash. A key's name ends with its unit; most bounds follow from it. Between its
    /// bounds the model works; whether a product can be so is the user's knowledge.
    /// </remarks>
    public static class ProfileKeys
    {
        /// <summary>Most batteries that any bank can have.</summary>
        public const int BatteriesMax = 64;

        /// <summary>Bytes of 0x35E.</summary>
        public const int ManufacturerLettersMax = 8;

        private const int NumberMax = 100000000;
        private const int CaseBit = 'a' - 'A';

        /// <summary>The key of that name; <see cref="ProfileKey.Count"/> if there is none.</summary>
        /// <param name="text">Where the name stands, in any case.</param>
        /// <param name="start">Its first character.</param>
        /// <param name="end">Past its last one.</param>
        public static ProfileKey Find(char[] text, int start, int end)
        {
            for (int key = 0; key < (int)ProfileKey.Count; key++)
            {
                if (IsSame(NameOf((ProfileKey)key), text, start, end))
                {
                    return (ProfileKey)key;
                }
            }

            return ProfileKey.Count;
        }

        /// <summary>Lowest number of a key, in its own unit.</summary>
        public static int MinOf(ProfileKey key)
        {
            switch (key)
            {
                case ProfileKey.CellCount: return 4;
                case ProfileKey.NominalVoltageMillivolts: return 10000;
                case ProfileKey.CapacityMilliampereHours: return 1000;
                case ProfileKey.CoulombEfficiencyPermille: return 500;
                case ProfileKey.BatteriesMax:
                case ProfileKey.HeatCapacityJoulesPerKelvin:
                case ProfileKey.FastPolarisationSeconds:
                case ProfileKey.SlowPolarisationSeconds:
                case ProfileKey.SeriesResistanceMicroohms: return 1;
                case ProfileKey.StandaloneAddress:
                case ProfileKey.ForceChargeBit4OnPermille:
                case ProfileKey.ForceChargeBit5OnPermille: return -1;
                default: return 0;
            }
        }

        /// <summary>Highest number of a key, in its own unit.</summary>
        public static int MaxOf(ProfileKey key)
        {
            switch (key)
            {
                case ProfileKey.CellCount: return 24;
                case ProfileKey.NominalVoltageMillivolts: return 100000;
                case ProfileKey.CapacityMilliampereHours: return 2000000;
                case ProfileKey.BatteriesMax: return BatteriesMax;
                case ProfileKey.AddressBits: return 8;
                case ProfileKey.StandaloneAddress: return 1000;
                case ProfileKey.FastPolarisationSeconds:
                case ProfileKey.SlowPolarisationSeconds:
                case ProfileKey.FullSeconds:
                case ProfileKey.FullDelaySeconds: return 86400;
                case ProfileKey.SeriesResistanceMicroohms:
                case ProfileKey.ConnectionResistanceMicroohms: return 1000000;
                case ProfileKey.MasterAddress:
                case ProfileKey.AddressMin:
                case ProfileKey.AddressMax: return 255;
            }

            string name = NameOf(key);
            return IsYesNo(key) ? 1
                : name.IndexOf("Permille") > 0 ? 1000
                : name.IndexOf("Percent") > 0 ? 100
                : name.IndexOf("CellMillivolts") > 0 ? 5000
                : name.IndexOf("Ppm") > 0 ? 500000 : NumberMax;
        }

        /// <summary>True for a number that means yes (1) or no (0).</summary>
        public static bool IsYesNo(ProfileKey key)
        {
            return key == ProfileKey.AddressSwitchOneIsLeastSignificant || key == ProfileKey.BreakerPowersBms
                || key == ProfileKey.ExpectsFollowerCount || key == ProfileKey.FullOpensChargeFet || key == ProfileKey.FullDropsChargeEnable
                || key == ProfileKey.FullRaisesAlarm || key == ProfileKey.ChainPortsAlternate;
        }

        /// <summary>Highest share of a table over temperature, percent; 0 for a key that is none.</summary>
        public static int TableMaxOf(ProfileKey key)
        {
            return key == ProfileKey.ChargeTemperatureTable || key == ProfileKey.DischargeTemperatureTable ? 100
                : key == ProfileKey.ResistanceTemperatureTable || key == ProfileKey.CapacityTemperatureTable ? 1000 : 0;
        }

        /// <summary>Lowest share of a table over temperature, percent: without any resistance no voltage can be worked out.</summary>
        public static int TableMinOf(ProfileKey key)
        {
            return key == ProfileKey.ResistanceTemperatureTable ? 1 : 0;
        }

        /// <summary>Words that a key takes; null for a key that takes others.</summary>
        public static string[] ChoicesOf(ProfileKey key)
        {
            return key == ProfileKey.ProtectionSet ? ProtectionSets.Names : PolicyNames.Of(key);
        }

        /// <summary>Name of a key in profile files, JSON and SCPI.</summary>
        public static string NameOf(ProfileKey key)
        {
            switch (key)
            {
                case ProfileKey.CellCount: return "cellCount";
                case ProfileKey.NominalVoltageMillivolts: return "nominalVoltageMillivolts";
                case ProfileKey.CapacityMilliampereHours: return "capacityMilliampereHours";
                case ProfileKey.BatteriesMax: return "batteriesMax";
                case ProfileKey.AddressBits: return "addressBits";
                case ProfileKey.AddressSwitchOneIsLeastSignificant: return "addressSwitchOneIsLeastSignificant";
                case ProfileKey.AddressMin: return "addressMin";
                case ProfileKey.AddressMax: return "addressMax";
                case ProfileKey.MasterAddress: return "masterAddress";
                case ProfileKey.StandaloneAddress: return "standaloneAddress";
                case ProfileKey.ChargeVoltageLimitMillivolts: return "chargeVoltageLimitMillivolts";
                case ProfileKey.FloatVoltageMillivolts: return "floatVoltageMillivolts";
                case ProfileKey.DischargeVoltageLimitMillivolts: return "dischargeVoltageLimitMillivolts";
                case ProfileKey.ChargeCurrentLimitMilliamps: return "chargeCurrentLimitMilliamps";
                case ProfileKey.DischargeCurrentLimitMilliamps: return "dischargeCurrentLimitMilliamps";
                case ProfileKey.ContinuousCurrentMilliamps: return "continuousCurrentMilliamps";
                case ProfileKey.PeakSeconds: return "peakSeconds";
                case ProfileKey.ChargeTaperStartPermille: return "chargeTaperStartPermille";
                case ProfileKey.ChargeTaperPercent: return "chargeTaperPercent";
                case ProfileKey.ChargeFullPercent: return "chargeFullPercent";
                case ProfileKey.ManufacturerName: return "manufacturerName";
                case ProfileKey.ChainPorts: return "chainPorts";
                case ProfileKey.InverterProtocol: return "inverterProtocol";
                case ProfileKey.ProtectionSet: return "protectionSet";
                case ProfileKey.SeriesResistanceMicroohms: return "seriesResistanceMicroohms";
                case ProfileKey.ConnectionResistanceMicroohms: return "connectionResistanceMicroohms";
                case ProfileKey.ConnectionResistanceSpreadPpm: return "connectionResistanceSpreadPpm";
                case ProfileKey.JoinDifferenceMillivolts: return "joinDifferenceMillivolts";
                case ProfileKey.ResistanceTemperatureTable: return "resistanceTemperatureTable";
                case ProfileKey.CapacityTemperatureTable: return "capacityTemperatureTable";
                case ProfileKey.FastPolarisationMicroohms: return "fastPolarisationMicroohms";
                case ProfileKey.FastPolarisationSeconds: return "fastPolarisationSeconds";
                case ProfileKey.SlowPolarisationMicroohms: return "slowPolarisationMicroohms";
                case ProfileKey.SlowPolarisationSeconds: return "slowPolarisationSeconds";
                case ProfileKey.HysteresisMicrovolts: return "hysteresisMicrovolts";
                case ProfileKey.CoulombEfficiencyPermille: return "coulombEfficiencyPermille";
                case ProfileKey.SelfConsumptionMilliwatts: return "selfConsumptionMilliwatts";
                case ProfileKey.CurrentDeadBandMilliamps: return "currentDeadBandMilliamps";
                case ProfileKey.HeatCapacityJoulesPerKelvin: return "heatCapacityJoulesPerKelvin";
                case ProfileKey.HeatFlowMilliwattsPerKelvin: return "heatFlowMilliwattsPerKelvin";
                case ProfileKey.FetRiseDecikelvins: return "fetRiseDecikelvins";
                case ProfileKey.CellCapacitySpreadPpm: return "cellCapacitySpreadPpm";
                case ProfileKey.CellSocSpreadPpm: return "cellSocSpreadPpm";
                case ProfileKey.CellResistanceSpreadPpm: return "cellResistanceSpreadPpm";
                case ProfileKey.BalanceStartMillivolts: return "balanceStartMillivolts";
                case ProfileKey.BalanceDeltaMillivolts: return "balanceDeltaMillivolts";
                case ProfileKey.BalanceCurrentMilliamps: return "balanceCurrentMilliamps";
                default: return LaterNameOf(key);
            }
        }

        private static string LaterNameOf(ProfileKey key)
        {
            switch (key)
            {
                case ProfileKey.ChargeStopCellMillivolts: return "chargeStopCellMillivolts";
                case ProfileKey.ChargeStepOneCellMillivolts: return "chargeStepOneCellMillivolts";
                case ProfileKey.ChargeStepOnePercent: return "chargeStepOnePercent";
                case ProfileKey.ChargeStepTwoCellMillivolts: return "chargeStepTwoCellMillivolts";
                case ProfileKey.ChargeStepTwoPercent: return "chargeStepTwoPercent";
                case ProfileKey.ChargeStepThreeCellMillivolts: return "chargeStepThreeCellMillivolts";
                case ProfileKey.ChargeStepThreePercent: return "chargeStepThreePercent";
                case ProfileKey.ChargeStepReleaseCellMillivolts: return "chargeStepReleaseCellMillivolts";
                case ProfileKey.DischargeTaperCellMillivolts: return "dischargeTaperCellMillivolts";
                case ProfileKey.DischargeStopCellMillivolts: return "dischargeStopCellMillivolts";
                case ProfileKey.ChargeTemperatureTable: return "chargeTemperatureTable";
                case ProfileKey.DischargeTemperatureTable: return "dischargeTemperatureTable";
                case ProfileKey.FullTailPermille: return "fullTailPermille";
                case ProfileKey.FullSeconds: return "fullSeconds";
                case ProfileKey.FullHoldPermille: return "fullHoldPermille";
                case ProfileKey.FullReleasePermille: return "fullReleasePermille";
                case ProfileKey.RechargePermille: return "rechargePermille";
                case ProfileKey.FullOpensChargeFet: return "fullOpensChargeFet";
                case ProfileKey.FullChargeVoltage: return "fullChargeVoltage";
                case ProfileKey.FullDelaySeconds: return "fullDelaySeconds";
                case ProfileKey.FullRaisesAlarm: return "fullRaisesAlarm";
                case ProfileKey.FullDropsChargeEnable: return "fullDropsChargeEnable";
                case ProfileKey.ChargeLimiterStartMilliamps: return "chargeLimiterStartMilliamps";
                case ProfileKey.ChargeLimiterMilliamps: return "chargeLimiterMilliamps";
                case ProfileKey.SleepCellMillivolts: return "sleepCellMillivolts";
                case ProfileKey.SleepSeconds: return "sleepSeconds";
                case ProfileKey.ShutdownCellMillivolts: return "shutdownCellMillivolts";
                case ProfileKey.ShutdownSeconds: return "shutdownSeconds";
                case ProfileKey.StartupMilliseconds: return "startupMilliseconds";
                case ProfileKey.WakeStepMilliseconds: return "wakeStepMilliseconds";
                case ProfileKey.BreakerPowersBms: return "breakerPowersBms";
                case ProfileKey.BreakerHoldMilliseconds: return "breakerHoldMilliseconds";
                case ProfileKey.ForceChargeBit5OnPermille: return "forceChargeBit5OnPermille";
                case ProfileKey.ForceChargeBit5OffPermille: return "forceChargeBit5OffPermille";
                case ProfileKey.ForceChargeBit4OnPermille: return "forceChargeBit4OnPermille";
                case ProfileKey.ForceChargeBit4OffPermille: return "forceChargeBit4OffPermille";
                case ProfileKey.FullChargeDays: return "fullChargeDays";
                case ProfileKey.FullChargePermille: return "fullChargePermille";
                case ProfileKey.LimitPolicy: return "limitPolicy";
                case ProfileKey.SocPolicy: return "socPolicy";
                case ProfileKey.FlagPolicy: return "flagPolicy";
                case ProfileKey.TemperaturePolicy: return "temperaturePolicy";
                case ProfileKey.GapPolicy: return "gapPolicy";
                case ProfileKey.ChainPortsAlternate: return "chainPortsAlternate";
                case ProfileKey.ExpectsFollowerCount: return "expectsFollowerCount";
                default: return "";
            }
        }

        private static bool IsSame(string name, char[] text, int start, int end)
        {
            if (end - start != name.Length)
            {
                return false;
            }

            for (int index = 0; index < name.Length; index++)
            {
                // Letters alone: a capital differs from its small letter in one bit.
                if ((name[index] | CaseBit) != (text[start + index] | CaseBit))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
