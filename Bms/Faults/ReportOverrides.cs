using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Faults
{
    /// <summary>Stands between a report and the frames made of it, and replaces the values that an operator ordered.</summary>
    public sealed class ReportOverrides
    {
        private readonly FaultPlan _plan;
        private readonly BankReport _changed = new BankReport();

        /// <summary>Makes overrides that follow a plan.</summary>
        public ReportOverrides(FaultPlan plan)
        {
            _plan = plan;
        }

        /// <summary>The report as it is to be sent: the same object where nothing is replaced, else a copy that lasts until the next call.</summary>
        public BankReport Apply(BankReport report, long nowMilliseconds)
        {
            if (_plan.SetCount == 0)
            {
                return report;
            }

            _changed.CopyFrom(report);
            for (int value = 0; value < (int)ReportValue.Count; value++)
            {
                FaultWindow window = _plan.At(FaultPlan.IndexOf((ReportValue)value));
                if (window.IsActiveAt(nowMilliseconds))
                {
                    Put((ReportValue)value, window.Value);
                }
            }

            return _changed;
        }

        private void Put(ReportValue value, int number)
        {
            BankReport report = _changed;
            switch (value)
            {
                case ReportValue.ChargeVoltageLimit: report.ChargeVoltageLimitMillivolts = number; break;
                case ReportValue.ChargeCurrentLimit: report.ChargeCurrentLimitMilliamps = number; break;
                case ReportValue.DischargeCurrentLimit: report.DischargeCurrentLimitMilliamps = number; break;
                case ReportValue.DischargeVoltageLimit: report.DischargeVoltageLimitMillivolts = number; break;
                case ReportValue.Soc: report.SocPermille = number; break;
                case ReportValue.Soh: report.SohPermille = number; break;
                case ReportValue.Voltage: report.VoltageMillivolts = number; break;
                case ReportValue.Current: report.CurrentMilliamps = number; break;
                case ReportValue.Temperature: report.TemperatureDecidegrees = number; break;
                case ReportValue.Protections: report.Protections = number; break;
                case ReportValue.Alarms: report.Alarms = number; break;
                case ReportValue.ChargeEnable: report.ChargeEnabled = number != 0; break;
                case ReportValue.DischargeEnable: report.DischargeEnabled = number != 0; break;
                case ReportValue.ForceChargeBit5: report.ForceChargeBit5 = number != 0; break;
                case ReportValue.ForceChargeBit4: report.ForceChargeBit4 = number != 0; break;
                case ReportValue.FullCharge: report.FullChargeRequested = number != 0; break;
                case ReportValue.ModulesOnline: report.ModulesOnline = number; break;
                case ReportValue.Capacity: report.CapacityMilliampereHours = number; break;
                default: break;
            }
        }
    }
}
