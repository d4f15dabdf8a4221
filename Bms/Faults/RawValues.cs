using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Faults
{
    /// <summary>Puts values that an operator ordered into a finished frame over the whole range of their fields.</summary>
    /// <remarks>
    /// The frame writers keep what the protocol promises: no negative limit, no SOC over 100 %, never 0 batteries. A fault is there to
    /// break such promises, so it acts behind them. The places are those of the tables at the frame writers.
    /// </remarks>
    internal static class RawValues
    {
        private const int PermilleInPercent = 10;
        private const int FineSocOffset = 4;
        private const int MilliampereHoursInAmpereHour = 1000;

        public static void Put(BankReport set, CanFrame frame)
        {
            switch (frame.Id)
            {
                case FrameIds.Limits: PutLimits(set, frame); break;
                case FrameIds.State: PutState(set, frame); break;
                case FrameIds.Measurements:
                    if (IsReplaced(set, ReportValue.Temperature))
                    {
                        frame.PutS16(4, Wire.ClampS16(set.TemperatureDecidegrees));
                    }

                    break;
                case FrameIds.Alarms:
                    if (IsReplaced(set, ReportValue.ModulesOnline))
                    {
                        frame.PutU8(4, set.ModulesOnline);
                    }

                    break;
                case FrameIds.Capacity: PutCapacity(set, frame, 0); break;
                case FrameIds.BatteryInfo: PutCapacity(set, frame, 4); break;
                default: break;
            }
        }

        private static void PutLimits(BankReport set, CanFrame frame)
        {
            if (IsReplaced(set, ReportValue.ChargeCurrentLimit))
            {
                frame.PutS16(2, Wire.DeciS16(set.ChargeCurrentLimitMilliamps));
            }

            if (IsReplaced(set, ReportValue.DischargeCurrentLimit))
            {
                frame.PutS16(4, Wire.DeciS16(set.DischargeCurrentLimitMilliamps));
            }
        }

        private static void PutState(BankReport set, CanFrame frame)
        {
            if (IsReplaced(set, ReportValue.Soc))
            {
                frame.PutU16(0, Wire.ClampU16(set.SocPermille / PermilleInPercent));

                // The fine SOC was written only if the dialect has one; at 0 % there is nothing to mend.
                if (frame.GetU16(FineSocOffset) != 0)
                {
                    frame.PutU16(FineSocOffset, Wire.ClampU16(set.SocPermille * PermilleInPercent));
                }
            }

            if (IsReplaced(set, ReportValue.Soh))
            {
                frame.PutU16(2, Wire.ClampU16(set.SohPermille / PermilleInPercent));
            }
        }

        private static void PutCapacity(BankReport set, CanFrame frame, int offset)
        {
            if (IsReplaced(set, ReportValue.Capacity) && set.CapacityMilliampereHours < MilliampereHoursInAmpereHour / 2)
            {
                frame.PutU16(offset, 0);
            }
        }

        private static bool IsReplaced(BankReport set, ReportValue value)
        {
            return (set.ReplacedValues & (1 << (int)value)) != 0;
        }
    }
}
