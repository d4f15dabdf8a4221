namespace BatterySim.Bms.Stack
{
    /// <summary>What the bank claims towards the inverter: the only thing that a frame writer sees.</summary>
    /// <remarks>
    /// Charging is positive. A value that the master does not know yet is <see cref="Unknown"/>;
    /// the frame that would carry it is withheld, never sent with a 0 in its place.
    /// </remarks>
    public sealed class BankReport
    {
        /// <summary>Marks a value that nobody has measured or agreed on yet.</summary>
        public const int Unknown = int.MinValue;

        private const int PermilleMax = 1000;
        private const int TemperatureMinDecidegrees = -400;
        private const int TemperatureMaxDecidegrees = 1000;
        private const int CapacityMinMilliampereHours = 1000;

        /// <summary>CVL: voltage that the inverter may charge to, mV.</summary>
        public int ChargeVoltageLimitMillivolts = Unknown;

        /// <summary>CCL: current that the bank accepts, mA, 0 or positive.</summary>
        public int ChargeCurrentLimitMilliamps = Unknown;

        /// <summary>DCL: current that the bank gives, mA, 0 or positive.</summary>
        public int DischargeCurrentLimitMilliamps = Unknown;

        /// <summary>DVL: voltage down to which the inverter may discharge, mV.</summary>
        public int DischargeVoltageLimitMillivolts = Unknown;

        /// <summary>State of charge, 0 to 1000 permille.</summary>
        public int SocPermille = Unknown;

        /// <summary>State of health, 0 to 1000 permille.</summary>
        public int SohPermille = Unknown;

        /// <summary>Bank voltage, mean of the batteries that report, mV.</summary>
        public int VoltageMillivolts = Unknown;

        /// <summary>Bank current, sum of the batteries that report, mA, charging positive.</summary>
        public int CurrentMilliamps = Unknown;

        /// <summary>Cell temperature, aggregated over the batteries that report, 0.1 degree Celsius.</summary>
        public int TemperatureDecidegrees = Unknown;

        /// <summary>Protections that have acted, bits of <see cref="BmsFlags"/>.</summary>
        public int Protections;

        /// <summary>Alarms (warnings) that stand, bits of <see cref="BmsFlags"/>.</summary>
        public int Alarms;

        /// <summary>The bank lets itself be charged (0x35C bit 7).</summary>
        public bool ChargeEnabled;

        /// <summary>The bank lets itself be discharged (0x35C bit 6).</summary>
        public bool DischargeEnabled;

        /// <summary>0x35C bit 5: "force charge I" in Pylontech V1.2, "Forced Charge Request 2" in Sol-Ark V1.3.</summary>
        public bool ForceChargeBit5;

        /// <summary>0x35C bit 4: "force charge II" in Pylontech V1.2, "Forced Charge Request 1" in Sol-Ark V1.3.</summary>
        public bool ForceChargeBit4;

        /// <summary>The bank asks for a full charge (0x35C bit 3).</summary>
        public bool FullChargeRequested;

        /// <summary>Batteries that answer the master, itself included.</summary>
        public int ModulesOnline = Unknown;

        /// <summary>Capacity of the batteries that answer the master, mAh.</summary>
        public int CapacityMilliampereHours = Unknown;

        /// <summary>Manufacturer name of the battery, for 0x35E.</summary>
        public string ManufacturerName = "";

        /// <summary>Brings every known value into the range that the protocol promises to an inverter.</summary>
        /// <remarks>
        /// Called where the bank writes its report. A fault replaces values after that, over the whole range of their fields: frames are
        /// written without looking at the ranges here.
        /// </remarks>
        public void ApplyProtocolBounds()
        {
            ChargeVoltageLimitMillivolts = AtLeast(ChargeVoltageLimitMillivolts, 0);
            ChargeCurrentLimitMilliamps = AtLeast(ChargeCurrentLimitMilliamps, 0);
            DischargeCurrentLimitMilliamps = AtLeast(DischargeCurrentLimitMilliamps, 0);
            DischargeVoltageLimitMillivolts = AtLeast(DischargeVoltageLimitMillivolts, 0);
            SocPermille = Within(SocPermille, 0, PermilleMax);
            SohPermille = Within(SohPermille, 0, PermilleMax);
            VoltageMillivolts = AtLeast(VoltageMillivolts, 0);
            TemperatureDecidegrees = Within(TemperatureDecidegrees, TemperatureMinDecidegrees, TemperatureMaxDecidegrees);
            ModulesOnline = AtLeast(ModulesOnline, 1);
            CapacityMilliampereHours = AtLeast(CapacityMilliampereHours, CapacityMinMilliampereHours);
        }

        /// <summary>Makes this report equal to another one.</summary>
        public void CopyFrom(BankReport other)
        {
            ChargeVoltageLimitMillivolts = other.ChargeVoltageLimitMillivolts;
            ChargeCurrentLimitMilliamps = other.ChargeCurrentLimitMilliamps;
            DischargeCurrentLimitMilliamps = other.DischargeCurrentLimitMilliamps;
            DischargeVoltageLimitMillivolts = other.DischargeVoltageLimitMillivolts;
            SocPermille = other.SocPermille;
            SohPermille = other.SohPermille;
            VoltageMillivolts = other.VoltageMillivolts;
            CurrentMilliamps = other.CurrentMilliamps;
            TemperatureDecidegrees = other.TemperatureDecidegrees;
            Protections = other.Protections;
            Alarms = other.Alarms;
            ChargeEnabled = other.ChargeEnabled;
            DischargeEnabled = other.DischargeEnabled;
            ForceChargeBit5 = other.ForceChargeBit5;
            ForceChargeBit4 = other.ForceChargeBit4;
            FullChargeRequested = other.FullChargeRequested;
            ModulesOnline = other.ModulesOnline;
            CapacityMilliampereHours = other.CapacityMilliampereHours;
            ManufacturerName = other.ManufacturerName;
        }

        private static int AtLeast(int value, int minimum)
        {
            return value < minimum && value != Unknown ? minimum : value;
        }

        private static int Within(int value, int minimum, int maximum)
        {
            return value > maximum ? maximum : AtLeast(value, minimum);
        }
    }
}
