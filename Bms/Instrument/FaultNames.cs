using BatterySim.Bms.Faults;

namespace BatterySim.Bms.Instrument
{
    /// <summary>Faults by name, for errors and the event log.</summary>
    internal static class FaultNames
    {
        /// <summary>Name of a value.</summary>
        public static string Of(ReportValue value)
        {
            switch (value)
            {
                case ReportValue.ChargeVoltageLimit: return "CVL";
                case ReportValue.ChargeCurrentLimit: return "CCL";
                case ReportValue.DischargeCurrentLimit: return "DCL";
                case ReportValue.DischargeVoltageLimit: return "DVL";
                case ReportValue.Soc: return "SOC";
                case ReportValue.Soh: return "SOH";
                case ReportValue.Voltage: return "voltage";
                case ReportValue.Current: return "current";
                case ReportValue.Temperature: return "temperature";
                case ReportValue.Protections: return "protections";
                case ReportValue.Alarms: return "alarms";
                case ReportValue.ChargeEnable: return "charge enable";
                case ReportValue.DischargeEnable: return "discharge enable";
                case ReportValue.ForceChargeBit5: return "force charge bit 5";
                case ReportValue.ForceChargeBit4: return "force charge bit 4";
                case ReportValue.FullCharge: return "full charge";
                case ReportValue.ModulesOnline: return "modules";
                default: return "capacity";
            }
        }

        /// <summary>How a gauge lies.</summary>
        public static string Of(GaugeFaultKind kind)
        {
            switch (kind)
            {
                case GaugeFaultKind.Voltage: return "follows the voltage";
                case GaugeFaultKind.Error: return "counts wrongly";
                case GaugeFaultKind.Hold: return "waits for full";
                default: return "SOC of the master alone";
            }
        }

        /// <summary>What a fault does to a frame.</summary>
        public static string Of(FrameFaultKind kind)
        {
            switch (kind)
            {
                case FrameFaultKind.Omit: return "left out";
                case FrameFaultKind.Delay: return "delayed";
                case FrameFaultKind.Length: return "wrong length";
                case FrameFaultKind.Extended: return "29-bit id";
                case FrameFaultKind.Stale: return "stale";
                case FrameFaultKind.Swap: return "out of order";
                case FrameFaultKind.Duplicate: return "duplicated";
                case FrameFaultKind.Corrupt: return "corrupted";
                case FrameFaultKind.Remote: return "remote";
                default: return "other bytes";
            }
        }
    }
}
