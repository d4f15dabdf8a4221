using System.Globalization;

namespace BatterySim.Host.Inverter
{
    /// <summary>The inverter's "LI Batt Info" screen in CAN mode, line by line.</summary>
    /// <remarks>
    /// Layout, units and decimals are those of a photographed screen (Sol-Ark 15K with one Pytes V5: 53.29V, 0A, two alarm words of 0x00); the
    /// request is in Sol-Ark's integration guide V2.6, page 5, alone. Field: the number behind LiBms counts the batteries. Assumed: decimals of a
    /// current that is not whole, which bytes the two alarm words are, and what stands where nothing was received.
    /// </remarks>
    public static class LiBattInfo
    {
        /// <summary>Lines of the screen.</summary>
        public const int LineCount = 11;

        private const string Unknown = "---";

        /// <summary>A line of the screen; the first stands at the right.</summary>
        /// <param name="bmsData">What the inverter received from the battery.</param>
        /// <param name="line">0 to <see cref="LineCount"/> - 1, from the top.</param>
        public static string LineOf(BmsData bmsData, int line) => line switch
        {
            0 => "LiBms:" + Number(bmsData.ModulesOnline, 1, "00", ""),
            1 => "Battery Voltage " + Number(bmsData.VoltageMillivolts, 1000, "0.00", "V"),
            2 => "Battery Current: " + Number(bmsData.CurrentMilliamps, 1000, "0.#", "A"),
            3 => "Battery Temp.: " + Number(bmsData.TemperatureDecidegrees, 10, "0.0", "C"),
            4 => $"SOC = {Number(bmsData.SocPermille, 10, "0", "%")} SOH = {Number(bmsData.SohPermille, 10, "0", "%")}",
            5 => "Battery charge Voltage " + Number(bmsData.ChargeVoltageLimitMillivolts, 1000, "0.0", "V"),
            6 => "Charge current limit " + Number(bmsData.ChargeCurrentLimitMilliamps, 1000, "0.#", "A"),
            7 => "Discharge current limit " + Number(bmsData.DischargeCurrentLimitMilliamps, 1000, "0.#", "A"),
            8 => "Nominal_Cap: " + Number(bmsData.CapacityMilliampereHours, 1000, "0", " Ah"),
            9 => "Alarms: " + (!bmsData.AlarmCode.IsKnown ? Unknown : $"{Word(bmsData.AlarmCode.Value >> 16)} {Word(bmsData.AlarmCode.Value)}"),
            _ => "Force Charge Request: " + (!bmsData.Requests.IsKnown ? Unknown : bmsData.ForceChargeRequested ? "Yes" : "No"),
        };

        private static string Word(int value) => "0x" + (value & 0xFFFF).ToString("X2", CultureInfo.InvariantCulture);

        private static string Number(ReceivedValue value, int perUnit, string format, string unit) =>
            value.IsKnown ? ((decimal)value.Value / perUnit).ToString(format, CultureInfo.InvariantCulture) + unit : Unknown;
    }
}
