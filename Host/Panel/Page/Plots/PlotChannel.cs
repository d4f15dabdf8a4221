namespace BatterySim.Host.Panel.Page.Plots
{
    /// <summary>What the history keeps of every picture.</summary>
    public enum PlotChannel
    {
        /// <summary>Voltage that the master reports, mV.</summary>
        VoltageMillivolts = 0,

        /// <summary>CVL that the master reports, mV.</summary>
        ChargeVoltageLimitMillivolts = 1,

        /// <summary>Current that the master reports, mA, charging positive.</summary>
        CurrentMilliamps = 2,

        /// <summary>CCL that the master reports, mA.</summary>
        ChargeCurrentLimitMilliamps = 3,

        /// <summary>DCL that the master reports, mA, drawn below zero.</summary>
        DischargeCurrentLimitMilliamps = 4,

        /// <summary>SOC that the master reports, permille.</summary>
        SocPermille = 5,

        /// <summary>Temperature that the master reports, tenths of a degree.</summary>
        TemperatureDecidegrees = 6,

        /// <summary>Highest less lowest cell voltage of the bank, mV.</summary>
        CellSpreadMillivolts = 7,
    }
}
