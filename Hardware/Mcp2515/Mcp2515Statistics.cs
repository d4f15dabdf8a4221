using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;

namespace BatterySim.Hardware.Mcp2515
{
    /// <summary>What an MCP2515 and its driver have seen since they were made. Counters wrap after 2^31.</summary>
    public sealed class Mcp2515Statistics
    {
        /// <summary>Frames that somebody acknowledged.</summary>
        public int SentCount;

        /// <summary>Frames given up: not acknowledged in time, or lost at their only attempt.</summary>
        public int GivenUpCount;

        /// <summary>Frames that waited too long in the driver's queue, or stood in it when the chip left the bus, and were never tried.</summary>
        public int StaleCount;

        /// <summary>Frames that were refused because the queue was full.</summary>
        public int RefusedCount;

        /// <summary>The bank's frames by identifier: acknowledged, and given up in any of these ways.</summary>
        public readonly DeliveryCounts Deliveries = new DeliveryCounts(FrameTable.Ids);

        /// <summary>Frames received.</summary>
        public int ReceivedCount;

        /// <summary>Times that the chip reported that it had to drop a received frame, or several in a row.</summary>
        public int OverflowCount;

        /// <summary>Times that the chip left the bus because of errors.</summary>
        public int BusOffCount;

        /// <summary>Times that the chip stopped answering, lost its settings or failed its test.</summary>
        public int FaultCount;

        /// <summary>TEC: errors in sending that the chip holds at present, 0 to 255.</summary>
        public int TransmitErrorCount;

        /// <summary>REC: errors in receiving that the chip holds at present, 0 to 255.</summary>
        public int ReceiveErrorCount;

        /// <summary>Highest <see cref="TransmitErrorCount"/> seen.</summary>
        public int TransmitErrorMax;

        /// <summary>Highest <see cref="ReceiveErrorCount"/> seen.</summary>
        public int ReceiveErrorMax;
    }
}
