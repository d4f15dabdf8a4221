using BatterySim.Bms.Battery;

namespace BatterySim.Bms.Stack
{
    /// <summary>What a master last heard of one battery, itself included.</summary>
    public sealed class BatteryView
    {
        /// <summary>Polls without answer after which a follower counts as lost.</summary>
        public const int MissesUntilLost = 3;

        // Misses in a row, and the two bits: on a board each field of each view takes 12 bytes.
        private const int MissesMask = 0xFF;
        private const int KnownBit = 0x100;
        private const int OnlineBit = 0x200;

        private int _state;

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
        public bool IsKnown { get { return (_state & KnownBit) != 0; } }

        /// <summary>True while it answers, and until the end of the round in which it missed its third poll.</summary>
        public bool IsOnline { get { return (_state & OnlineBit) != 0; } }

        /// <summary>True for a battery that answered once and does so no more.</summary>
        public bool IsLost { get { return (_state & (KnownBit | OnlineBit)) == KnownBit; } }

        /// <summary>Takes over an answer.</summary>
        public void OnReceived(BatteryModule module)
        {
            _state = KnownBit | OnlineBit;
            if (module.Reply == ReplyKind.Zeros)
            {
                OnZerosReceived();
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
            if ((_state & MissesMask) < MissesUntilLost)
            {
                _state++;
            }

            return IsOnline && (_state & MissesMask) >= MissesUntilLost;
        }

        /// <summary>Counts the battery as lost if it has missed three polls in a row.</summary>
        public void DropIfLost()
        {
            if ((_state & MissesMask) >= MissesUntilLost)
            {
                _state &= ~OnlineBit;
            }
        }

        /// <summary>Forgets the battery, as a master does when it starts.</summary>
        public void Forget()
        {
            _state = 0;
        }

        private void OnZerosReceived()
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
