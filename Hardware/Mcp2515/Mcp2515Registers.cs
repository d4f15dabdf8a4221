namespace BatterySim.Hardware.Mcp2515
{
    /// <summary>Addresses and bits of the MCP2515 (data sheet DS20001801J, sections 3, 4, 6, 7, 10 and 11). Bits run from 7 down to 0.</summary>
    public static class Mcp2515Registers
    {
        // Identifier groups: SIDH, SIDL, EID8, EID0 in this order.
        public const byte Filter0 = 0x00;
        public const byte Filter1 = 0x04;
        public const byte Filter2 = 0x08;
        public const byte Filter3 = 0x10;
        public const byte Filter4 = 0x14;
        public const byte Filter5 = 0x18;
        public const byte Mask0 = 0x20;
        public const byte Mask1 = 0x24;

        public const byte TransmitErrorCount = 0x1C;
        public const byte ReceiveErrorCount = 0x1D;
        public const byte Cnf3 = 0x28;
        public const byte Cnf2 = 0x29;
        public const byte Cnf1 = 0x2A;
        public const byte InterruptEnable = 0x2B;
        public const byte InterruptFlags = 0x2C;
        public const byte ErrorFlags = 0x2D;

        // These two stand at the end of every row of 16.
        public const byte CanStatus = 0x2E;
        public const byte CanControl = 0x2F;

        public const byte TransmitControl0 = 0x30;
        public const byte ReceiveControl0 = 0x60;
        public const byte ReceiveControl1 = 0x70;

        /// <summary>Distance from one transmit or receive buffer to the next.</summary>
        public const byte BufferStride = 0x10;

        // CANINTE and CANINTF
        public const byte MessageErrorInterrupt = 1 << 7;
        public const byte WakeInterrupt = 1 << 6;
        public const byte ErrorInterrupt = 1 << 5;
        public const byte Transmit2Interrupt = 1 << 4;
        public const byte Transmit1Interrupt = 1 << 3;
        public const byte Transmit0Interrupt = 1 << 2;
        public const byte Receive1Interrupt = 1 << 1;
        public const byte Receive0Interrupt = 1 << 0;

        // EFLG
        public const byte Receive1Overflow = 1 << 7;
        public const byte Receive0Overflow = 1 << 6;
        public const byte BusOff = 1 << 5;
        public const byte TransmitPassive = 1 << 4;
        public const byte ReceivePassive = 1 << 3;
        public const byte TransmitWarning = 1 << 2;
        public const byte ReceiveWarning = 1 << 1;
        public const byte Warning = 1 << 0;

        // CANCTRL: REQOP(7:5) ABAT(4) OSM(3) CLKEN(2) CLKPRE(1:0). CANSTAT: OPMOD(7:5), 4 unused, ICOD(3:1), 0 unused.
        public const byte ModeMask = 7 << 5;
        public const byte ModeNormal = 0 << 5;
        public const byte ModeSleep = 1 << 5;
        public const byte ModeLoopback = 2 << 5;
        public const byte ModeListenOnly = 3 << 5;
        public const byte ModeConfiguration = 4 << 5;
        public const byte AbortAll = 1 << 4;
        public const byte OneShot = 1 << 3;
        public const byte ClockOutEnable = 1 << 2;

        // TXBnCTRL: 7 unused
        public const byte Aborted = 1 << 6;
        public const byte LostArbitration = 1 << 5;
        public const byte TransmitError = 1 << 4;
        public const byte TransmitRequest = 1 << 3;
        // 2 unused
        public const byte PriorityMask = 3;

        // RXBnCTRL: 7 unused, RXM(6:5), 4 unused, RXRTR(3); in RXB0CTRL BUKT(2) BUKT1(1) FILHIT0(0), in RXB1CTRL FILHIT(2:0)
        public const byte Rollover = 1 << 2;

        // SIDL: SID(7:5); SRR(4), in a receive buffer only; EXIDE(3); 2 unused; EID17:16(1:0)
        public const byte StandardRemote = 1 << 4;
        public const byte Extended = 1 << 3;

        // DLC: 7 unused, RTR(6), 5:4 reserved, DLC(3:0)
        public const byte RemoteRequest = 1 << 6;
        public const byte LengthMask = 0x0F;

        // What READ STATUS answers: TX2IF, TXREQ2, TX1IF, TXREQ1, TX0IF, TXREQ0, RX1IF, RX0IF
        public const int StatusSent0 = 1 << 3;
        public const int StatusPending0 = 1 << 2;
        public const int StatusReceived1 = 1 << 1;
        public const int StatusReceived0 = 1 << 0;
    }
}
