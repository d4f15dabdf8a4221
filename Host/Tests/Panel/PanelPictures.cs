using System.Linq;
using BatterySim.Host.Panel.Contract;

namespace BatterySim.Host.Tests.Panel
{
    /// <summary>Pictures for tests of the page.</summary>
    internal static class PanelPictures
    {
        public static BankPicture Bank { get; } = new(
            "sok-sk48v100", "sol-ark", "BRO", true, 1500, 52_800, -28_400, 553, 1000, 251, 56_000, 44_000, 100_000, 120_000, 2, 1, 0, 0);

        public static BusPicture Bus { get; } = new(
            "error-active", 0, 0, 812, 0, "alive", 102, 400, 998, 1000, 1003, [new HistogramClass(1000, 2), new HistogramClass(int.MaxValue, 0)]);

        public static BatteryPicture Battery(int number, bool isLinked = true) => new(
            number, number, 4, true, true, "running", number, 52_800, -14_200, 553, 251, 3301, 3298, 50_000, 60_000, 0, 0,
            number == 1, isLinked, number == 1, false, false, false, false, "NORM", false, false);

        public static FramePicture Limits { get; } = new(
            0x351, "30 02 E8 03 B0 04 B8 01", 0b10, 100, 0, 0, 300, 998, 1000, 1004, [new SignalPicture("chargeVoltageLimitVolts", "56.0 V", true)]);

        public static BenchPicture Of(int batteries) => new(
            61_000, 1, Bank, [.. Enumerable.Range(1, batteries).Select(number => Battery(number, number < batteries))],
            [Limits], Bus, [], null, null, null);

        public static InverterPicture Inverter { get; } = new(
            false, "normal", "absorb", ["F58 BMS_Communication_Fault"],
            [new BmsValuePicture("SOC", "5 %", "55 %", true, 200), new BmsValuePicture("Voltage", "52.80 V", "52.80 V", false, 200)],
            [new SettingPicture("charge-amps", "100", [], "A", "Charge current that was set.", false, true),
             new SettingPicture("ignores-359", "off", ["off", "on"], "", "Assumed.", true, true)],
            []);
    }
}
