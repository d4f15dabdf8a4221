using System.Collections.Generic;
using System.Linq;

namespace BatterySim.Host.Board
{
    /// <summary>The registers of the chip, as table 11-1 of its data sheet (DS20001801J) has them.</summary>
    /// <remarks>Fields as in sections 3, 4, 6, 7 and 10. Written apart from the driver's table, so that the two check each other.</remarks>
    public static class Mcp2515Map
    {
        /// <summary>Number of addresses.</summary>
        public const int Size = 0x80;

        /// <summary>Address of TXRTSCTRL.</summary>
        public const int TxRtsCtrl = 0x0D;

        /// <summary>Address of CANSTAT.</summary>
        public const int CanStat = 0x0E;

        /// <summary>Address of CANCTRL.</summary>
        public const int CanCtrl = 0x0F;

        /// <summary>Address of TEC.</summary>
        public const int Tec = 0x1C;

        /// <summary>Address of REC.</summary>
        public const int Rec = 0x1D;

        /// <summary>Address of CNF3.</summary>
        public const int Cnf3 = 0x28;

        /// <summary>Address of CNF2.</summary>
        public const int Cnf2 = 0x29;

        /// <summary>Address of CNF1.</summary>
        public const int Cnf1 = 0x2A;

        /// <summary>Address of CANINTE.</summary>
        public const int CanIntE = 0x2B;

        /// <summary>Address of CANINTF.</summary>
        public const int CanIntF = 0x2C;

        /// <summary>Address of EFLG.</summary>
        public const int Eflg = 0x2D;

        /// <summary>Address of RXB0CTRL.</summary>
        public const int RxB0Ctrl = 0x60;

        /// <summary>Address of RXB1CTRL.</summary>
        public const int RxB1Ctrl = 0x70;

        private const Mcp2515Access Plain = Mcp2515Access.None;
        private const Mcp2515Access Config = Mcp2515Access.ConfigurationOnly;
        private const Mcp2515Access Bits = Mcp2515Access.BitModify;

        private static readonly Mcp2515Register?[] ByAddress = Index();

        /// <summary>Every register once, copies of CANSTAT and CANCTRL left out.</summary>
        public static IReadOnlyList<Mcp2515Register> Registers { get; } = [.. ByAddress.OfType<Mcp2515Register>()];

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
        public static byte Writable(int address) => ByAddress[address]?.Writable ?? 0;

        /// <summary>True for what can be written in configuration mode only.</summary>
        public static bool NeedsConfigurationMode(int address) => ByAddress[address]?.NeedsConfigurationMode ?? false;

        /// <summary>True for what BIT MODIFY can change bit by bit.</summary>
        public static bool IsBitModifiable(int address) => ByAddress[address]?.IsBitModifiable ?? false;

        private static Mcp2515Register?[] Index()
        {
            var byAddress = new Mcp2515Register?[Size];
            foreach (Mcp2515Register register in All())
            {
                byAddress[register.Address] = register;
            }

            return byAddress;
        }

        private static IEnumerable<Mcp2515Register> All() =>
        [
            .. Enumerable.Range(0, 6).SelectMany(number => Identifier(Filter(number), $"RXF{number}", Config, [RW("EXIDE", 3)])),
            .. Enumerable.Range(0, 2).SelectMany(number => Identifier(0x20 + (4 * number), $"RXM{number}", Config, [])),
            new(0x0C, "BFPCTRL", 0x00, Bits, [RW("B1BFS", 5), RW("B0BFS", 4), RW("B1BFE", 3), RW("B0BFE", 2), RW("B1BFM", 1), RW("B0BFM", 0)]),
            new(TxRtsCtrl, "TXRTSCTRL", 0x00, Config | Bits,
                [R("B2RTS", 5), R("B1RTS", 4), R("B0RTS", 3), RW("B2RTSM", 2), RW("B1RTSM", 1), RW("B0RTSM", 0)]),
            new(CanStat, "CANSTAT", 0x80, Plain, [R("OPMOD", 7, 5), R("ICOD", 3, 1)]),
            new(CanCtrl, "CANCTRL", 0x87, Bits, [RW("REQOP", 7, 5), RW("ABAT", 4), RW("OSM", 3), RW("CLKEN", 2), RW("CLKPRE", 1, 0)]),
            new(Tec, "TEC", 0x00, Plain, [R("TEC", 7, 0)]),
            new(Rec, "REC", 0x00, Plain, [R("REC", 7, 0)]),
            new(Cnf3, "CNF3", 0x00, Config | Bits, [RW("SOF", 7), RW("WAKFIL", 6), RW("PHSEG2", 2, 0)]),
            new(Cnf2, "CNF2", 0x00, Config | Bits, [RW("BTLMODE", 7), RW("SAM", 6), RW("PHSEG1", 5, 3), RW("PRSEG", 2, 0)]),
            new(Cnf1, "CNF1", 0x00, Config | Bits, [RW("SJW", 7, 6), RW("BRP", 5, 0)]),
            new(CanIntE, "CANINTE", 0x00, Bits,
                [
                    RW("MERRE", 7), RW("WAKIE", 6), RW("ERRIE", 5), RW("TX2IE", 4), RW("TX1IE", 3), RW("TX0IE", 2), RW("RX1IE", 1), RW("RX0IE", 0),
                ]),
            new(CanIntF, "CANINTF", 0x00, Bits,
                [
                    RW("MERRF", 7), RW("WAKIF", 6), RW("ERRIF", 5), RW("TX2IF", 4), RW("TX1IF", 3), RW("TX0IF", 2), RW("RX1IF", 1), RW("RX0IF", 0),
                ]),
            new(Eflg, "EFLG", 0x00, Bits,
                [
                    RW("RX1OVR", 7), RW("RX0OVR", 6), R("TXBO", 5), R("TXEP", 4), R("RXEP", 3), R("TXWAR", 2), R("RXWAR", 1), R("EWARN", 0),
                ]),
            .. Enumerable.Range(0, 3).SelectMany(Transmit),
            new(RxB0Ctrl, "RXB0CTRL", 0x00, Bits, [RW("RXM", 6, 5), R("RXRTR", 3), RW("BUKT", 2), R("BUKT1", 1), R("FILHIT0", 0)]),
            new(RxB1Ctrl, "RXB1CTRL", 0x00, Bits, [RW("RXM", 6, 5), R("RXRTR", 3), R("FILHIT", 2, 0)]),
            .. Enumerable.Range(0, 2).SelectMany(Receive),
        ];

        private static IEnumerable<Mcp2515Register> Identifier(int address, string name, Mcp2515Access access, Mcp2515Field[] kind) =>
        [
            new(address, name + "SIDH", null, access, [RW("SID", 7, 0)]),
            new(address + 1, name + "SIDL", null, access, [RW("SID", 7, 5), .. kind, RW("EID", 1, 0)]),
            new(address + 2, name + "EID8", null, access, [RW("EID", 7, 0)]),
            new(address + 3, name + "EID0", null, access, [RW("EID", 7, 0)]),
        ];

        private static IEnumerable<Mcp2515Register> Transmit(int buffer)
        {
            int address = TxCtrl(buffer);
            string name = $"TXB{buffer}";
            Mcp2515Field[] control = [R("ABTF", 6), R("MLOA", 5), R("TXERR", 4), RW("TXREQ", 3), RW("TXP", 1, 0)];
            return
            [
                new(address, name + "CTRL", 0x00, Bits, control),
                .. Identifier(address + 1, name, Plain, [RW("EXIDE", 3)]),
                new(address + 5, name + "DLC", null, Plain, [RW("RTR", 6), RW("DLC", 3, 0)]),
                .. Enumerable.Range(0, 8).Select(index => new Mcp2515Register(address + 6 + index, $"{name}D{index}", null, Plain, [RW("D", 7, 0)])),
            ];
        }

        private static IEnumerable<Mcp2515Register> Receive(int buffer)
        {
            int address = RxSidh(buffer);
            string name = $"RXB{buffer}";
            return
            [
                new(address, name + "SIDH", null, Plain, [R("SID", 7, 0)]),
                new(address + 1, name + "SIDL", null, Plain, [R("SID", 7, 5), R("SRR", 4), R("IDE", 3), R("EID", 1, 0)]),
                new(address + 2, name + "EID8", null, Plain, [R("EID", 7, 0)]),
                new(address + 3, name + "EID0", null, Plain, [R("EID", 7, 0)]),
                new(address + 4, name + "DLC", null, Plain, [R("RTR", 6), R("RB1", 5), R("RB0", 4), R("DLC", 3, 0)]),
                .. Enumerable.Range(0, 8).Select(index => new Mcp2515Register(address + 5 + index, $"{name}D{index}", null, Plain, [R("D", 7, 0)])),
            ];
        }

        private static Mcp2515Field RW(string name, int high, int low) => new(name, high, low, true);

        private static Mcp2515Field RW(string name, int bit) => new(name, bit, bit, true);

        private static Mcp2515Field R(string name, int high, int low) => new(name, high, low, false);

        private static Mcp2515Field R(string name, int bit) => new(name, bit, bit, false);
    }
}
