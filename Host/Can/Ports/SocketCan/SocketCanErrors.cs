using System;
using System.Buffers.Binary;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Ports.SocketCan
{
    /// <summary>What the kernel's error reports say about the controller (linux/can/error.h).</summary>
    internal static class SocketCanErrors
    {
        private const uint ClassController = 0x004;
        private const uint ClassBusOff = 0x040;
        private const uint ClassRestarted = 0x100;
        private const int ControllerByte = 8 + 1;
        private const int WarningBits = 0x04 | 0x08;
        private const int PassiveBits = 0x10 | 0x20;
        private const int ActiveBit = 0x40;

        /// <summary>Reads the new state; false if the report is about something else.</summary>
        /// <param name="report">A struct can_frame whose error flag is set.</param>
        /// <param name="state">The state that the controller has now.</param>
        public static bool TryReadState(ReadOnlySpan<byte> report, out CanBusState state)
        {
            uint classes = BinaryPrimitives.ReadUInt32LittleEndian(report);
            int controller = report[ControllerByte];
            state = CanBusState.ErrorActive;
            if ((classes & ClassBusOff) != 0)
            {
                state = CanBusState.BusOff;
                return true;
            }

            if ((classes & ClassController) != 0 && (controller & (WarningBits | PassiveBits | ActiveBit)) != 0)
            {
                state = (controller & PassiveBits) != 0 ? CanBusState.ErrorPassive
                    : (controller & WarningBits) != 0 ? CanBusState.ErrorWarning
                    : CanBusState.ErrorActive;
                return true;
            }

            return (classes & ClassRestarted) != 0;
        }

        /// <summary>The state in words.</summary>
        public static string NameOf(CanBusState state)
        {
            return state switch
            {
                CanBusState.BusOff => "bus-off: check wiring, termination and bit rate",
                CanBusState.ErrorPassive => "error-passive: nobody acknowledges, or the bit rates differ",
                CanBusState.ErrorWarning => "at its error warning limit",
                _ => "error-active",
            };
        }
    }
}
