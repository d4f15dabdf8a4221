using System;
using System.Collections.Generic;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>What an adapter's report about the bus says (linux/can/error.h).</summary>
    internal static class BusErrorText
    {
        // CAN_ERR_FLAG marks such a report; only the classes below can be in its identifier.
        private const uint ReportBit = 0x20000000;
        private const uint ClassMask = 0x1FFFFFFF;
        private const int ControllerByte = 1;

        private static readonly (uint Class, string Meaning)[] Classes =
        [
            (0x001, "transmission timed out"),
            (0x002, "arbitration lost"),
            (0x008, "protocol violation"),
            (0x010, "transceiver problem"),
            (0x020, "no acknowledgement"),
            (0x040, "bus-off"),
            (0x080, "bus error"),
            (0x100, "controller restarted"),
        ];

        private static readonly (int Bit, string Meaning)[] ControllerBits =
        [
            (0x01, "receive buffer overflow"),
            (0x02, "transmit buffer overflow"),
            (0x04, "receive errors at the warning level"),
            (0x08, "transmit errors at the warning level"),
            (0x10, "error-passive, receiving"),
            (0x20, "error-passive, sending"),
            (0x40, "error-active again"),
        ];

        /// <summary>True for an identifier that marks such a report.</summary>
        public static bool IsReport(uint id) => id is > ReportBit and <= (ReportBit | ClassMask);

        /// <summary>One clause that names the report and its causes.</summary>
        public static string Describe(uint id, ReadOnlySpan<byte> data)
        {
            List<string> causes = [];
            foreach ((uint bit, string meaning) in Classes)
            {
                if ((id & bit) != 0)
                {
                    causes.Add(meaning);
                }
            }

            foreach ((int bit, string meaning) in ControllerBits)
            {
                if ((id & 0x004) != 0 && data.Length > ControllerByte && (data[ControllerByte] & bit) != 0)
                {
                    causes.Add(meaning);
                }
            }

            return Sentence(causes.Count == 0 ? "no cause given" : string.Join(", ", causes));
        }

        /// <summary>The clause with causes that a log gives in words of its own.</summary>
        public static string Sentence(string causes) => $"it is the adapter's report of a bus error, not a frame ({causes})";
    }
}
