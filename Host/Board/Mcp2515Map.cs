namespace BatterySim.Host.Board
{
    /// <summary>The register map as the chip itself sees it: which bits can be written, when, and how (data sheet DS20001801J, table 11-1).</summary>
    /// <remarks>Written apart from the driver's table, so that the two check each other.</remarks>
    internal static class Mcp2515Map
    {
        public const int Size = 0x80;
        public const int TxRtsCtrl = 0x0D;
        public const int Tec = 0x1C;
        public const int Rec = 0x1D;
        public const int Cnf3 = 0x28;
        public const int Cnf2 = 0x29;
        public const int Cnf1 = 0x2A;
        public const int CanIntE = 0x2B;
        public const int CanIntF = 0x2C;
        public const int Eflg = 0x2D;
        public const int CanStat = 0x0E;
        public const int CanCtrl = 0x0F;
        public const int RxB0Ctrl = 0x60;
        public const int RxB1Ctrl = 0x70;

        /// <summary>Folds the copies of CANSTAT and CANCTRL at the end of every row onto the first.</summary>
        public static int Canonical(int address)
        {
            int low = address & 0x0F;
            return low is CanStat or CanCtrl ? low : address & (Size - 1);
        }

        /// <summary>Address of TXBnCTRL.</summary>
        public static int TxCtrl(int buffer) => 0x30 + (0x10 * buffer);

        /// <summary>Address of RXBnSIDH.</summary>
        public static int RxSidh(int buffer) => 0x61 + (0x10 * buffer);

        /// <summary>Address of RXFnSIDH.</summary>
        public static int Filter(int number) => number < 3 ? 4 * number : 0x10 + (4 * (number - 3));

        /// <summary>Bits that the board can change.</summary>
        public static byte Writable(int address)
        {
            int row = address >> 4;
            int low = address & 0x0F;
            return address switch
            {
                CanStat => 0x00,
                CanCtrl => 0xFF,
                0x0C => 0x3F,
                TxRtsCtrl => 0x07,
                Tec or Rec => 0x00,
                Cnf3 => 0xC7,
                Cnf2 or Cnf1 or CanIntE or CanIntF => 0xFF,
                Eflg => 0xC0,
                RxB0Ctrl => 0x64,
                RxB1Ctrl => 0x60,
                _ when row is 0 or 1 => (low & 3) == 1 ? (byte)0xEB : (byte)0xFF,
                _ when row == 2 => (low & 3) == 1 ? (byte)0xE3 : (byte)0xFF,
                _ when row is 3 or 4 or 5 => low switch { 0 => 0x0B, 2 => 0xEB, 5 => 0x4F, _ => 0xFF },
                _ => 0x00,
            };
        }

        /// <summary>True for what can be written in configuration mode only: filters, masks, bit timing, TXRTSCTRL.</summary>
        public static bool NeedsConfigurationMode(int address) =>
            address is <= 0x0B or TxRtsCtrl or (>= 0x10 and <= 0x1B) or (>= 0x20 and <= Cnf1);

        /// <summary>True for what BIT MODIFY can change bit by bit; elsewhere it writes the whole byte.</summary>
        public static bool IsBitModifiable(int address) =>
            address is 0x0C or TxRtsCtrl or CanCtrl or (>= Cnf3 and <= Eflg) or 0x30 or 0x40 or 0x50 or RxB0Ctrl or RxB1Ctrl;
    }
}
