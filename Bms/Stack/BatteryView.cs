using BatterySim.Bms.Battery;

namespace BatterySim.Bms.Stack
{
    /// <summary>What a master last heard of one battery, itself included.</summary>
    public sealed class BatteryView
    {
        /// <summary>Polls without answer after which a follower counts as lost.</summary>
        public const int MissesUntilLost = 3;

        private int _misses;
        private bool _isKnown;
        private bool _isOnline;

        /// <summary>Measured voltage, mV.</summary>
        public int VoltageMillivolts;

        /// <summary>Measured current, mA, charging positive.</summary>
        public int CurrentMilliamps;

        /// <summary>Cell temperature, 0.1 degree Celsius.</summary>
        public int TemperatureDecidegrees;

        /// <summary>State of charge, permille.</summary>
        public int SocPermille;

        /// <summary>State of health, permille.</summary>
        public int SohPermille;

        /// <summary>Capacity, mAh.</summary>
        public int CapacityMilliampereHours;

        /// <summary>CCL, mA.</summary>
        public int ChargeCurrentLimitMilliamps;

        /// <summary>DCL, mA.</summary>
        public int DischargeCurrentLimitMilliamps;

        /// <summary>Protections, bits of <see cref="BmsFlags"/>.</summary>
        public int Protections;

        /// <summary>Alarms, bits of <see cref="BmsFlags"/>.</summary>
        public int Alarms;

        /// <summary>True once this battery has answered since the master started.</summary>
        public bool IsKnown { get { return _isKnown; } }

        /// <summary>True while it answers, and until the end of the round in which it missed its third poll.</summary>
        public bool IsOnline { get { return _isOnline; } }

        /// <summary>True for a battery that answered once and does so no more.</summary>
        public bool IsLost { get { return _isKnown && !_isOnline; } }

        /// <summary>Takes over an answer.</summary>
        public void Hear(BatteryModule module)
        {
            _misses = 0;
            _isKnown = true;
            _isOnline = true;
            if (module.Reply == ReplyKind.Zeros)
            {
                HearZeros();
                return;
            }

            VoltageMillivolts = module.VoltageMillivolts;
            CurrentMilliamps = module.CurrentMilliamps;
            TemperatureDecidegrees = module.TemperatureDecidegrees;
            SocPermille = module.SocPermille;
            SohPermille = module.SohPermille;
            CapacityMilliampereHours = module.CapacityMilliampereHours;
            ChargeCurrentLimitMilliamps = module.ChargeCurrentLimitMilliamps;
            DischargeCurrentLimitMilliamps = module.DischargeCurrentLimitMilliamps;
            Protections = module.Protections.Protections;
            Alarms = module.Protections.Alarms;
        }

        /// <summary>Notes a poll without a usable answer.</summary>
        /// <returns>True if the battery is online and has missed so many that it has to be dropped.</returns>
        public bool Miss()
        {
            if (_misses < MissesUntilLost)
            {
                _misses++;
            }

            return _isOnline && _misses >= MissesUntilLost;
        }

        /// <summary>Counts the battery as lost if it has missed three polls in a row.</summary>
        public void DropIfLost()
        {
            if (_misses >= MissesUntilLost)
            {
                _isOnline = false;
            }
        }

        /// <summary>Forgets the battery, as a master does when it starts.</summary>
        public void Forget()
        {
            _misses = 0;
            _isKnown = false;
            _isOnline = false;
        }

        private void HearZeros()
        {
            VoltageMillivolts = 0;
            CurrentMilliamps = 0;
            TemperatureDecidegrees = 0;
            SocPermille = 0;
            SohPermille = 0;
            CapacityMilliampereHours = 0;
            ChargeCurrentLimitMilliamps = 0;
            DischargeCurrentLimitMilliamps = 0;
            Protections = 0;
            Alarms = 0;
        }
    }
}
