using System;
using System.Collections.Generic;
using System.Linq;

namespace BatterySim.Host.Inverter
{
    /// <summary>The inverter's states and faults in words.</summary>
    public static class InverterWords
    {
        /// <summary>What it is doing.</summary>
        public static string State(VirtualSolArk inverter)
        {
            return inverter.State switch
            {
                InverterState.Fault => "stopped",
                InverterState.WaitingForBms => "waits for the battery",
                InverterState.Off => "off",
                InverterState.Shutdown when inverter.CurrentMilliamps == 0 => "shut down by SOC",
                _ => inverter.CurrentMilliamps > 0 ? $"charging, {Stage(inverter.Stage)}" : inverter.CurrentMilliamps < 0 ? "discharging"
                    : inverter.Stage is InverterStage.FloatCharge or InverterStage.Equalise ? $"standing by, {Stage(inverter.Stage)}" : "standing by",
            };
        }

        /// <summary>Stage of a charge.</summary>
        public static string Stage(InverterStage stage)
        {
            return stage switch
            {
                InverterStage.Bulk => "bulk",
                InverterStage.Absorb => "absorb",
                InverterStage.FloatCharge => "float",
                InverterStage.Equalise => "equalise",
                InverterStage.Discharge => "discharge",
                _ => "idle",
            };
        }

        /// <summary>What else the screen would show: a warning, the alarm of a low battery; empty for nothing.</summary>
        public static string Warnings(VirtualSolArk inverter)
        {
            string warning = inverter.Warning == InverterWarning.None ? "" : "W31 Battery_comm_warn";
            return inverter.IsLowBattery ? (warning + " Low Batt").TrimStart() : warning;
        }

        /// <summary>Every fault that came, and how often; "none" if there was none.</summary>
        public static string FaultHistory(VirtualSolArk inverter)
        {
            List<string> parts = [];
            foreach (InverterFault fault in InverterFaults.Known)
            {
                int count = inverter.Faults.CountOf(fault);
                if (count > 0)
                {
                    parts.Add($"F{(int)fault} {FaultName(fault)} {count} {(count == 1 ? "time" : "times")}");
                }
            }

            return parts.Count == 0 ? "none" : string.Join(", ", parts);
        }

        /// <summary>The fault that stands.</summary>
        public static string Fault(VirtualSolArk inverter)
        {
            return inverter.Fault == InverterFault.None ? "none" : $"F{(int)inverter.Fault} {FaultName(inverter.Fault)}";
        }

        /// <summary>The fault that stands, by its code alone.</summary>
        public static string FaultCode(VirtualSolArk inverter) => inverter.Fault == InverterFault.None ? "none" : $"F{(int)inverter.Fault}";

        /// <summary>What a battery called itself, without what would disturb a terminal.</summary>
        public static string Printable(string name) => new([.. name.Select(static letter => letter is >= ' ' and <= '~' ? letter : '.')]);

        private static string FaultName(InverterFault fault)
        {
            return fault switch
            {
                InverterFault.DcFeedback => "DC_Feedback",
                InverterFault.ParallelCanBus => "Parallel_CANBus",
                InverterFault.ParallelStop => "Parallel set stopped",
                InverterFault.BatteryBackup => "Battery_Backup",
                InverterFault.BatteryOverCurrent => "Batt_Over_Current",
                InverterFault.DcVoltageHigh => "DC_VoltHigh",
                InverterFault.DcVoltageLow => "DC_VoltLow",
                InverterFault.BmsCommunication => "BMS_Communication_Fault",
                _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "a fault without a name"),
            };
        }
    }
}
