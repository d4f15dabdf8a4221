namespace BatterySim.Hardware.Mcp2515
{
    /// <summary>Bit timing of the MCP2515 from crystal and bit rate (data sheet DS20001801J, section 5).</summary>
    /// <remarks>
    /// quantum = 2 * prescaler / crystal. The data sheet asks for propagation + phase 1 at least as long as phase 2, and for phase 2
    /// longer than the jump width and 2 quanta at least; <see cref="CanBitTiming"/> keeps both.
    /// </remarks>
    public sealed class Mcp2515Timing
    {
        private const int PrescalerMax = 64;

        private readonly CanBitTiming _bit;

        /// <summary>Finds the timing; <see cref="IsValid"/> tells whether there is one.</summary>
        /// <param name="crystalHertz">Frequency of the crystal, Hz.</param>
        /// <param name="bitsPerSecond">Bit rate, bit/s.</param>
        public Mcp2515Timing(int crystalHertz, int bitsPerSecond)
        {
            _bit = new CanBitTiming(crystalHertz / 2, bitsPerSecond, PrescalerMax);
        }

        /// <summary>True if the chip can make the rate exactly.</summary>
        public bool IsValid { get { return _bit.IsValid; } }

        /// <summary>The bit in quanta.</summary>
        public CanBitTiming Bit { get { return _bit; } }

        /// <summary>Register CNF1: SJW(7:6) BRP(5:0).</summary>
        public byte Cnf1 { get { return (byte)(((CanBitTiming.JumpWidthQuanta - 1) << 6) | (_bit.Prescaler - 1)); } }

        /// <summary>Register CNF2: BTLMODE(7) SAM(6) PHSEG1(5:3) PRSEG(2:0). Phase 2 stands in CNF3; a bit is sampled once.</summary>
        public byte Cnf2 { get { return (byte)((1 << 7) | ((PhaseOne - 1) << 3) | (Propagation - 1)); } }

        /// <summary>Register CNF3: SOF(7) WAKFIL(6), 5:3 unused, PHSEG2(2:0).</summary>
        public byte Cnf3 { get { return (byte)(_bit.SegmentTwoQuanta - 1); } }

        // The larger half: phase 1 is what may be stretched towards a late sender.
        private int PhaseOne { get { return (_bit.SegmentOneQuanta + 1) / 2; } }

        private int Propagation { get { return _bit.SegmentOneQuanta - PhaseOne; } }
    }
}
