using BatterySim.Bms.Faults;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Protocol.Frames;

namespace BatterySim.Bms.Instrument
{
    /// <summary>Which frames carry a value of the report: one that no frame of the dialect carries cannot be made wrong.</summary>
    internal static class FaultCarriers
    {
        /// <summary>Says in one sentence why a value never reaches the bus; null if it does.</summary>
        public static string FindProblem(ReportValue value, DialectSettings dialect)
        {
            switch (value)
            {
                case ReportValue.Protections:
                case ReportValue.Alarms:
                    return Need(dialect, AlarmsFrame.CanId, VictronAlarmsFrame.CanId);
                case ReportValue.ModulesOnline:
                    return Need(dialect, AlarmsFrame.CanId, 0);
                case ReportValue.ChargeEnable:
                case ReportValue.DischargeEnable:
                case ReportValue.ForceChargeBit5:
                case ReportValue.ForceChargeBit4:
                case ReportValue.FullCharge:
                    return Need(dialect, RequestsFrame.CanId, 0);
                case ReportValue.Capacity:
                    return Need(dialect, BatteryInfoFrame.CanId, dialect.SendsCapacity ? CapacityFrame.CanId : 0u);
                case ReportValue.Soc:
                case ReportValue.Soh:
                    return Need(dialect, StateFrame.CanId, 0);
                case ReportValue.Voltage:
                case ReportValue.Current:
                case ReportValue.Temperature:
                    return Need(dialect, MeasurementsFrame.CanId, 0);
                default:
                    return Need(dialect, LimitsFrame.CanId, 0);
            }
        }

        private static string Need(DialectSettings dialect, uint id, uint other)
        {
            for (int index = 0; index < dialect.Order.Length; index++)
            {
                uint sent = dialect.Order[index].Id;
                if (!dialect.Order[index].IsExtended && (sent == id || (other != 0 && sent == other)))
                {
                    return null;
                }
            }

            return "no frame of the dialect carries this; add #H" + id.ToString("X3") + " by BANK:DIAL:ORD";
        }
    }
}
