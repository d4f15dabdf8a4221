using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Stack
{
    /// <summary>When the bank asks for charge: the bits 5, 4 and 3 of 0x35C.</summary>
    /// <remarks>
    /// Pylontech LV V1.2, 0x35C: force charge in windows of low SOC (15 to 19 % and 9 to 13 %), full charge when SOC was never above 97 % in 30 days.
    /// A bit is set at the low end of its window and cleared above the high end.
    /// </remarks>
    public sealed class ChargeRequests
    {
        private const int SecondsPerDay = 86400;

        private readonly int _bit5OnPermille;
        private readonly int _bit5OffPermille;
        private readonly int _bit4OnPermille;
        private readonly int _bit4OffPermille;
        private readonly int _fullPermille;
        private readonly int _fullSeconds;
        private int _sinceFullSeconds;
        private bool _isBit5;
        private bool _isBit4;

        /// <summary>Takes the levels of a product.</summary>
        public ChargeRequests(BatteryProfile profile)
        {
            _bit5OnPermille = profile.NumberOf(ProfileKey.ForceChargeBit5OnPermille);
            _bit5OffPermille = profile.NumberOf(ProfileKey.ForceChargeBit5OffPermille);
            _bit4OnPermille = profile.NumberOf(ProfileKey.ForceChargeBit4OnPermille);
            _bit4OffPermille = profile.NumberOf(ProfileKey.ForceChargeBit4OffPermille);
            _fullPermille = profile.NumberOf(ProfileKey.FullChargePermille);
            _fullSeconds = profile.NumberOf(ProfileKey.FullChargeDays) * SecondsPerDay;
        }

        /// <summary>Time since the bank was last full, s.</summary>
        public int SinceFullSeconds { get { return _sinceFullSeconds; } set { _sinceFullSeconds = value < 0 ? 0 : value; } }

        /// <summary>Writes the requests into a report that has its SOC.</summary>
        public void RunOneSecond(BankReport report)
        {
            int soc = report.SocPermille;
            _isBit5 = soc <= _bit5OnPermille || (_isBit5 && soc <= _bit5OffPermille);
            _isBit4 = soc <= _bit4OnPermille || (_isBit4 && soc <= _bit4OffPermille);
            if (soc >= _fullPermille)
            {
                _sinceFullSeconds = 0;
            }
            else if (_sinceFullSeconds < int.MaxValue)
            {
                _sinceFullSeconds++;
            }

            report.ForceChargeBit5 = _isBit5;
            report.ForceChargeBit4 = _isBit4;
            report.FullChargeRequested = _sinceFullSeconds >= _fullSeconds;
        }
    }
}
