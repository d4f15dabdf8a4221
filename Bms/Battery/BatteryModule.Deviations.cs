using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Battery
{
    // What is different about this one battery: as it was built or set, or by a fault that an operator ordered.
    public sealed partial class BatteryModule
    {
        // What is odd about this battery, in one field: bits of Blocks for FETs that are held open, these, and above them two errors of its
        // gauge in twelve bits each: the one that was set, and that of a fault.
        private const int VoltageGaugeBit = 4;
        private const int OtherProtocolBit = 8;
        private const int ReplyShift = 4;
        private const int ReplyMask = 0x3 << ReplyShift;
        private const int WaitingBit = 0x40;
        private const int VoltageFaultBit = 0x80;
        private const int GaugeErrorShift = 8;
        private const int FaultErrorShift = 20;
        private const int ErrorMask = 0xFFF;

        private int _oddities;

        /// <summary>What this battery answers to a poll.</summary>
        public ReplyKind Reply
        {
            get { return (ReplyKind)((_oddities & ReplyMask) >> ReplyShift); }
            set { _oddities = (_oddities & ~ReplyMask) | ((int)value << ReplyShift); }
        }

        /// <summary>FETs that the BMS holds open by itself until it restarts, bits of <see cref="Blocks"/>.</summary>
        public int HeldOpen
        {
            get { return _oddities & Blocks.Both; }
            set { _oddities = (_oddities & ~Blocks.Both) | (value & Blocks.Both); }
        }

        /// <summary>True while the BMS keeps its FETs open because the others' voltage is too far from its own.</summary>
        public bool IsWaitingToJoin
        {
            get { return (_oddities & WaitingBit) != 0; }
            set { SetOddity(WaitingBit, value); }
        }

        /// <summary>Share by which the gauge counts too much, permille of the charge that moves; negative for too little.</summary>
        public int GaugeErrorPermille
        {
            get { return (_oddities << (32 - FaultErrorShift)) >> FaultErrorShift; }
            set { _oddities = (_oddities & ~(ErrorMask << GaugeErrorShift)) | ((value & ErrorMask) << GaugeErrorShift); }
        }

        /// <summary>True for a gauge that shows what the terminal voltage says; call the bank's refresh after a change.</summary>
        public bool GaugeFollowsVoltage
        {
            get { return (_oddities & VoltageGaugeBit) != 0; }
            set { SetOddity(VoltageGaugeBit, value); }
        }

        /// <summary>The same error as a fault that an operator ordered; it comes on top.</summary>
        public int FaultErrorPermille
        {
            get { return _oddities >> FaultErrorShift; }
            set { _oddities = (_oddities & ((1 << FaultErrorShift) - 1)) | (value << FaultErrorShift); }
        }

        /// <summary>True while a fault that an operator ordered lets the gauge show what the terminal voltage says.</summary>
        public bool HasVoltageFault
        {
            get { return (_oddities & VoltageFaultBit) != 0; }
            set { SetOddity(VoltageFaultBit, value); }
        }

        /// <summary>True while its gauge shows what the terminal voltage says, as it is set or by a fault.</summary>
        internal bool ShowsVoltage { get { return (_oddities & (VoltageGaugeBit | VoltageFaultBit)) != 0; } }

        /// <summary>False where the CAN port was left on another protocol, such as PACE's own at 250 kbit/s: no inverter understands that.</summary>
        public bool SpeaksPylontech { get { return (_oddities & OtherProtocolBit) == 0; } set { SetOddity(OtherProtocolBit, !value); } }

        private void SetOddity(int bit, bool isSet)
        {
            _oddities = isSet ? _oddities | bit : _oddities & ~bit;
        }
    }
}
