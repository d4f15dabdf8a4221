using System;
using System.Linq;
using BatterySim.Host.Inverter;

namespace BatterySim.Host.Cli.View
{
    /// <summary>The inverter's states and faults in words.</summary>
    internal static class InverterWords
    {
        /// <summary>What it is doing.</summary>
        public static string State(VirtualSolArk inverter)
        {
            return inverter.State switch
            {
                InverterState.Fault => "stopped",
                InverterState.WaitingForBms => "waits for the battery",
                _ => inverter.CurrentMilliamps > 0 ? "charging" : inverter.CurrentMilliamps < 0 ? "discharging" : "standing by",
            };
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
                InverterFault.BatteryOverCurrent => "Batt_Over_Current",
                InverterFault.DcVoltageHigh => "DC_VoltHigh",
                InverterFault.DcVoltageLow => "DC_VoltLow",
                InverterFault.BmsCommunication => "BMS_Communication_Fault",
                _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "a fault without a name"),
            };
        }
    }
}
