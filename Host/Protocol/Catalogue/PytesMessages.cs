using System.Collections.Generic;

namespace BatterySim.Host.Protocol.Catalogue
{
    /// <summary>The native set of Pytes batteries, 0x400 to 0x41E.</summary>
    /// <remarks>
    /// Source: what hoylabs/OpenDTU-OnBattery found out (issue #1188, pull request #1466); no paper of Pytes is public.
    /// What it does not explain is left unnamed, and the decoder shows it as unexplained bits.
    /// </remarks>
    internal static class PytesMessages
    {
        public static readonly MessageDefinition[] All =
        [
            LowVoltageMessages.Limits with { Id = 0x400, Name = "PytesLimits", Comment = "Limits, laid out as 0x351." },
            new()
            {
                Id = 0x401, Name = "PytesCellVoltages", Length = 8, CycleMilliseconds = 1000, Comment = "Highest and lowest cell.",
                Signals =
                [
                    Signal.U16("cellVoltageMaxMillivolts", 0, 1m, "mV", 0m, 5000m, "Highest cell."),
                    Signal.U16("cellVoltageMinMillivolts", 2, 1m, "mV", 0m, 5000m, "Lowest cell."),
                    Signal.Count8("voltageMaxCell", 4, "Which cell is highest."),
                    Signal.Count8("voltageMinCell", 6, "Which cell is lowest."),
                ],
            },
            new()
            {
                Id = 0x402, Name = "PytesCellTemperatures", Length = 8, CycleMilliseconds = 1000, Comment = "Warmest and coldest cell.",
                Signals =
                [
                    Signal.S16("cellTemperatureMaxCelsius", 0, 0.1m, "degC", -40m, 100m, "Warmest cell."),
                    Signal.S16("cellTemperatureMinCelsius", 2, 0.1m, "degC", -40m, 100m, "Coldest cell."),
                    Signal.Count16("temperatureMaxPlace", 4, "Where it is warmest."),
                    Signal.Count16("temperatureMinPlace", 6, "Where it is coldest."),
                ],
            },
            new()
            {
                Id = 0x403, Name = "PytesStatus", Length = 8, CycleMilliseconds = 1000,
                Comment = "Two words of 32 bits with the same layout; how the words differ is not known.",
                Signals = [.. StatusWord(0, "Word1"), .. StatusWord(4, "Word2")],
            },
            new()
            {
                Id = 0x404, Name = "PytesState", Length = 8, CycleMilliseconds = 1000, Comment = "SOC, SOH and cycles.",
                Signals =
                [
                    .. LowVoltageMessages.State.Signals,
                    Signal.Count16("cycleCount", 6, "Charge cycles."),
                ],
            },
            LowVoltageMessages.Measurements with { Id = 0x405, Name = "PytesMeasurements", Length = 8, Comment = "Measurements, laid out as 0x356." },
            new()
            {
                Id = 0x406, Name = "PytesFailures", Length = 8, CycleMilliseconds = 1000, Comment = "Failures.",
                Signals = [Signal.Flag("internalFailure", 1, 7, "Internal failure.")],
            },
            Unexplained(0x407, "Pytes407"),
            new()
            {
                Id = 0x408, Name = "PytesRequests", Length = 7, CycleMilliseconds = 1000, Comment = "Enables and requests.",
                Signals =
                [
                    Signal.Count8("chargeEnable", 0, "Not 0: charging allowed."),
                    Signal.Count8("dischargeEnable", 1, "Not 0: discharging allowed."),
                    Signal.Count8("chargeImmediately", 2, "Not 0: wants to be charged now."),
                    Signal.Count8("modulesBlockingChargeBits", 5, "One bit for each module that refuses to be charged."),
                    Signal.Count8("modulesBlockingDischargeBits", 6, "One bit for each module that refuses to be discharged."),
                ],
            },
            new()
            {
                Id = 0x409, Name = "PytesCharge", Length = 8, CycleMilliseconds = 1000, Comment = "Full and remaining charge.",
                Signals =
                [
                    Signal.U32("fullMilliampereHours", 0, 1m, "mAh", 0m, 4294967295m, "Charge when full."),
                    Signal.U32("remainingMilliampereHours", 4, 1m, "mAh", 0m, 4294967295m, "Charge that is left."),
                ],
            },
            LowVoltageMessages.ManufacturerName with
            {
                Id = 0x40A, Name = "PytesName", Length = 5, Comment = "Manufacturer name.",
                Signals = [Signal.Text("manufacturerName", 0, 5, "PYTES.")],
            },
            new()
            {
                Id = 0x40B, Name = "PytesModules", Length = 8, CycleMilliseconds = 1000, Comment = "Module counts; bytes 0-5 are not explained.",
                Signals =
                [
                    Signal.Count8("modulesOnline", 6, "Modules that answer."),
                    Signal.Count8("modulesOffline", 7, "Modules that do not answer."),
                ],
            },
            Unexplained(0x40C, "Pytes40C"),
            new()
            {
                Id = 0x40D, Name = "PytesBalancing", Length = 8, CycleMilliseconds = 1000, Comment = "Balancing.",
                Signals = [Signal.Count16("balancingRaw", 4, "Not 0 while cells are balanced; its unit is not known.")],
            },
            VictronMessages.Energy with { Id = 0x41E, Name = "PytesEnergy", Comment = "Energy, laid out as 0x378." },
        ];

        private static MessageDefinition Unexplained(uint id, string name)
        {
            return new MessageDefinition
            {
                Id = id,
                Name = name,
                Length = 8,
                CycleMilliseconds = 1000,
                Comment = "Met in the captures.",
                Signals = [Signal.Unexplained("No source says what the bytes mean.")],
            };
        }

        private static List<SignalDefinition> StatusWord(int atByte, string suffix)
        {
            return
            [
                Signal.Flag("overVoltage" + suffix, atByte, 0, "Alarm."),
                Signal.Flag("highVoltage" + suffix, atByte, 1, "Warning."),
                Signal.Flag("lowVoltage" + suffix, atByte, 3, "Warning."),
                Signal.Flag("underVoltage" + suffix, atByte, 4, "Alarm."),
                Signal.Flag("overTemperature" + suffix, atByte + 1, 0, "Alarm."),
                Signal.Flag("highTemperature" + suffix, atByte + 1, 1, "Warning."),
                Signal.Flag("lowTemperature" + suffix, atByte + 1, 3, "Warning."),
                Signal.Flag("underTemperature" + suffix, atByte + 1, 4, "Alarm."),
                Signal.Flag("dischargeOverCurrentA" + suffix, atByte + 2, 1, "Alarm, one of two bits."),
                Signal.Flag("dischargeOverCurrentB" + suffix, atByte + 2, 2, "Alarm, one of two bits."),
                Signal.Flag("chargeOverCurrentA" + suffix, atByte + 2, 3, "Alarm, one of two bits."),
                Signal.Flag("chargeOverCurrentB" + suffix, atByte + 2, 4, "Alarm, one of two bits."),
                Signal.Flag("dischargeHighCurrent" + suffix, atByte + 2, 5, "Warning."),
                Signal.Flag("chargeHighCurrent" + suffix, atByte + 2, 6, "Warning."),
                Signal.Flag("charging" + suffix, atByte + 3, 2, "The battery is being charged."),
                Signal.Flag("discharging" + suffix, atByte + 3, 3, "The battery is being discharged."),
            ];
        }
    }
}
