namespace BatterySim.Bms.Faults
{
    /// <summary>The values of a bank's report that an operator can replace; units as in <see cref="Stack.BankReport"/>.</summary>
    public enum ReportValue
    {
        /// <summary>CVL, mV.</summary>
        ChargeVoltageLimit = 0,

        /// <summary>CCL, mA.</summary>
        ChargeCurrentLimit = 1,

        /// <summary>DCL, mA.</summary>
        DischargeCurrentLimit = 2,

        /// <summary>DVL, mV.</summary>
        DischargeVoltageLimit = 3,

        /// <summary>SOC, permille.</summary>
        Soc = 4,

        /// <summary>SOH, permille.</summary>
        Soh = 5,

        /// <summary>Voltage, mV.</summary>
        Voltage = 6,

        /// <summary>Current, mA, charging positive.</summary>
        Current = 7,

        /// <summary>Temperature, 0.1 degree Celsius.</summary>
        Temperature = 8,

        /// <summary>Protections, bits of <see cref="BmsFlags"/>.</summary>
        Protections = 9,

        /// <summary>Alarms, bits of <see cref="BmsFlags"/>.</summary>
        Alarms = 10,

        /// <summary>Charge enable, 0 or 1.</summary>
        ChargeEnable = 11,

        /// <summary>Discharge enable, 0 or 1.</summary>
        DischargeEnable = 12,

        /// <summary>0x35C bit 5, 0 or 1.</summary>
        ForceChargeBit5 = 13,

        /// <summary>0x35C bit 4, 0 or 1.</summary>
        ForceChargeBit4 = 14,

        /// <summary>Full-charge request, 0 or 1.</summary>
        FullCharge = 15,

        /// <summary>Batteries that answer the master.</summary>
        ModulesOnline = 16,

        /// <summary>Capacity, mAh.</summary>
        Capacity = 17,

        /// <summary>Number of values; not a value.</summary>
        Count = 18,
    }
}
