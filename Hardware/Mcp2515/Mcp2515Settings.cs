namespace BatterySim.Hardware.Mcp2515
{
    /// <summary>How an MCP2515 is built in and used. Read when the driver is constructed.</summary>
    public sealed class Mcp2515Settings
    {
        /// <summary>Frequency of the crystal, Hz. 8 MHz stands on most modules; 16 and 20 MHz are the other usual ones.</summary>
        public int CrystalHertz = 8000000;

        /// <summary>Bit rate of the bus, bit/s. Sol-Ark speaks 500 kbit/s.</summary>
        public int BitsPerSecond = 500000;

        /// <summary>What becomes of a frame that the bus does not take at the first attempt.</summary>
        public Mcp2515TransmitPolicy TransmitPolicy = Mcp2515TransmitPolicy.AbortUnacknowledged;

        /// <summary>Time for which a frame may wait, in the queue and in the chip, before it is given up, ms, 1 or more.</summary>
        public int TransmitTimeoutMilliseconds = 100;

        /// <summary>Frames that wait in the driver for a free transmit buffer, 1 or more.</summary>
        public int TransmitQueueLength = 8;

        /// <summary>Frames that wait in the driver until they are fetched, 1 or more.</summary>
        public int ReceiveQueueLength = 8;

        /// <summary>True to receive every frame; false to receive only 11-bit frames with <see cref="AcceptedId"/>.</summary>
        public bool AcceptsEverything;

        /// <summary>Identifier that passes the filters, 0 to 0x7FF. 0x305 is all that the bank needs to receive.</summary>
        public int AcceptedId = 0x305;

        /// <summary>What is wrong with these settings, as a sentence; null if nothing is.</summary>
        public string FindProblem()
        {
            if (TransmitTimeoutMilliseconds < 1 || TransmitQueueLength < 1 || ReceiveQueueLength < 1)
            {
                return "The MCP2515 needs a transmit timeout of 1 ms or more and queues of 1 frame or more; raise the one that is lower.";
            }

            if (AcceptedId < 0 || AcceptedId > 0x7FF)
            {
                return "The identifier that the MCP2515 is to accept lies outside 0 to 0x7FF; use 0x305 for a Sol-Ark.";
            }

            return new Mcp2515Timing(CrystalHertz, BitsPerSecond).IsValid
                ? null
                : "The MCP2515 cannot make this bit rate from this crystal; use 250 or 500 kbit/s with 8, 16 or 20 MHz.";
        }
    }
}
