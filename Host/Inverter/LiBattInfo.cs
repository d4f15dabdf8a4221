using System.Globalization;

namespace BatterySim.Host.Inverter
{
    /// <summary>The inverter's "LI Batt Info" screen in CAN mode, line by line.</summary>
    /// <remarks>
    /// The lines and their order are documented (Sol-Ark integration guide V2.6, page 5): no module count, no cells, no table of packs. Decimals,
    /// the form of the alarm codes and what stands where nothing was received are assumed.
    /// </remarks>
    public static class LiBattInfo
    {
        /// <summary>Lines of the screen.</summary>
        public const int LineCount = 11;

        private const string Unknown = "---";

        /// <summary>What a line is called.</summary>
        /// <param name="line">0 to <see cref="LineCount"/> - 1, from the top.</param>
        public static string LabelOf(int line) => line switch
        {
            0 => "Battery Voltage",
            1 => "Battery Current",
            2 => "Temp",
            3 => "SOC",
            4 => "SOH",
            5 => "Battery Charge Voltage",
            6 => "Charge Current Limit",
            7 => "Discharge Current Limit",
            8 => "Nominal_Cap",
            9 => "Alarms",
            _ => "Force Charge Request",
        };

        /// <summary>What a line says.</summary>
        /// <param name="bmsData">What the inverter believes.</param>
        /// <param name="line">0 to <see cref="LineCount"/> - 1, from the top.</param>
        public static string ValueOf(BmsData bmsData, int line) => line switch
        {
            0 => Number(bmsData.VoltageMillivolts, 1000, "F2", "V"),
            1 => Number(bmsData.CurrentMilliamps, 1000, "F1", "A"),
            2 => Number(bmsData.TemperatureDecidegrees, 10, "F1", "C"),
            3 => Number(bmsData.SocPermille, 10, "F0", "%"),
            4 => Number(bmsData.SohPermille, 10, "F0", "%"),
            5 => Number(bmsData.ChargeVoltageLimitMillivolts, 1000, "F1", "V"),
            6 => Number(bmsData.ChargeCurrentLimitMilliamps, 1000, "F1", "A"),
            7 => Number(bmsData.DischargeCurrentLimitMilliamps, 1000, "F1", "A"),
            8 => Number(bmsData.CapacityMilliampereHours, 1000, "F0", "Ah"),
            9 => bmsData.AlarmCode.IsKnown ? bmsData.AlarmCode.Value.ToString("X8", CultureInfo.InvariantCulture) : Unknown,
            _ => !bmsData.Requests.IsKnown ? Unknown : bmsData.ForceChargeRequested ? "Yes" : "No",
        };

        private static string Number(ReceivedValue value, int perUnit, string format, string unit) =>
            value.IsKnown ? ((decimal)value.Value / perUnit).ToString(format, CultureInfo.InvariantCulture) + " " + unit : Unknown;
    }
}
