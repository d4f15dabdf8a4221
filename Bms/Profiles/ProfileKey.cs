namespace BatterySim.Bms.Profiles
{
    /// <summary>What a profile says about a product. Every key has one value, with its mark and source.</summary>
    public enum ProfileKey
    {
        /// <summary>Cells in series.</summary>
        CellCount = 0,

        /// <summary>Nominal voltage of one battery, mV.</summary>
        NominalVoltageMillivolts,

        /// <summary>Nominal capacity of one battery, mAh.</summary>
        CapacityMilliampereHours,

        /// <summary>Most batteries in one bank, master included.</summary>
        BatteriesMax,

        /// <summary>Address switches of one battery; 0 where the batteries number themselves along the chain.</summary>
        AddressBits,

        /// <summary>1 if switch 1 is the least significant bit, 0 if it is the most significant.</summary>
        AddressSwitchOneIsLeastSignificant,

        /// <summary>Lowest address allowed in a chain.</summary>
        AddressMin,

        /// <summary>Highest address allowed in a chain.</summary>
        AddressMax,

        /// <summary>Address of the battery that talks to the inverter.</summary>
        MasterAddress,

        /// <summary>Address of a battery that works alone and is in no chain; -1 if there is no such address.</summary>
        StandaloneAddress,

        /// <summary>CVL: highest charge voltage of the bank, mV.</summary>
        ChargeVoltageLimitMillivolts,

        /// <summary>Float voltage recommended for the inverter's settings, mV.</summary>
        FloatVoltageMillivolts,

        /// <summary>DVL: lowest discharge voltage of the bank, mV.</summary>
        DischargeVoltageLimitMillivolts,

        /// <summary>CCL of one battery, mA.</summary>
        ChargeCurrentLimitMilliamps,

        /// <summary>DCL of one battery, mA.</summary>
        DischargeCurrentLimitMilliamps,

        /// <summary>SOC above which CCL falls, permille.</summary>
        ChargeTaperStartPermille,

        /// <summary>CCL above <see cref="ChargeTaperStartPermille"/>, percent of the full one.</summary>
        ChargeTaperPercent,

        /// <summary>CCL at 100 % SOC, percent of the full one.</summary>
        ChargeFullPercent,

        /// <summary>Name in 0x35E (text).</summary>
        ManufacturerName,

        /// <summary>Ports of the chain between the batteries (text).</summary>
        ChainPorts,

        /// <summary>Way to the inverter (text).</summary>
        InverterProtocol,

        /// <summary>Number of keys; not a key.</summary>
        Count,
    }
}
