using System;
using System.Buffers.Binary;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Ports.SocketCan;
using Xunit;

namespace BatterySim.Host.Tests.Ports
{
    /// <summary>Error reports of the kernel: classes and bits as linux/can/error.h names them.</summary>
    public class SocketCanErrorTests
    {
        // CAN_ERR_FLAG of linux/can.h marks every report.
        private const uint Flag = 0x20000000;

        [Theory]
        [InlineData(0x040, 0x00, CanBusState.BusOff)] // CAN_ERR_BUSOFF
        [InlineData(0x044, 0x10, CanBusState.BusOff)] // CAN_ERR_BUSOFF beside CAN_ERR_CRTL_RX_PASSIVE
        [InlineData(0x004, 0x04, CanBusState.ErrorWarning)] // CAN_ERR_CRTL_RX_WARNING
        [InlineData(0x004, 0x08, CanBusState.ErrorWarning)] // CAN_ERR_CRTL_TX_WARNING
        [InlineData(0x004, 0x10, CanBusState.ErrorPassive)] // CAN_ERR_CRTL_RX_PASSIVE
        [InlineData(0x004, 0x20, CanBusState.ErrorPassive)] // CAN_ERR_CRTL_TX_PASSIVE
        [InlineData(0x004, 0x28, CanBusState.ErrorPassive)] // both of a transmitter
        [InlineData(0x024, 0x20, CanBusState.ErrorPassive)] // CAN_ERR_ACK beside it
        [InlineData(0x004, 0x40, CanBusState.ErrorActive)] // CAN_ERR_CRTL_ACTIVE
        [InlineData(0x100, 0x00, CanBusState.ErrorActive)] // CAN_ERR_RESTARTED
        public void Report_OnTheController_GivesItsState(uint classes, byte controller, CanBusState expected)
        {
            Assert.True(SocketCanErrors.TryReadState(ReportOf(classes, controller), out CanBusState state));
            Assert.Equal(expected, state);
        }

        [Theory]
        [InlineData(0x001, 0x00)] // CAN_ERR_TX_TIMEOUT
        [InlineData(0x002, 0x00)] // CAN_ERR_LOSTARB
        [InlineData(0x008, 0x00)] // CAN_ERR_PROT
        [InlineData(0x010, 0x00)] // CAN_ERR_TRX
        [InlineData(0x020, 0x00)] // CAN_ERR_ACK
        [InlineData(0x080, 0x00)] // CAN_ERR_BUSERROR
        [InlineData(0x200, 0x00)] // CAN_ERR_CNT
        [InlineData(0x004, 0x01)] // CAN_ERR_CRTL_RX_OVERFLOW
        [InlineData(0x004, 0x02)] // CAN_ERR_CRTL_TX_OVERFLOW
        [InlineData(0x080, 0x30)] // bits of the controller without its class mean nothing
        public void Report_OnSomethingElse_LeavesTheStateAlone(uint classes, byte controller)
        {
            Assert.False(SocketCanErrors.TryReadState(ReportOf(classes, controller), out _));
        }

        [Fact]
        public void Name_OfEveryState_SaysWhatToLookFor()
        {
            Assert.Contains("termination", SocketCanErrors.NameOf(CanBusState.BusOff), StringComparison.Ordinal);
            Assert.Contains("acknowledges", SocketCanErrors.NameOf(CanBusState.ErrorPassive), StringComparison.Ordinal);
        }

        // struct can_frame: identifier, length, three bytes of padding, data; data[1] speaks of the controller.
        private static byte[] ReportOf(uint classes, byte controller)
        {
            byte[] report = new byte[16];
            BinaryPrimitives.WriteUInt32LittleEndian(report, classes | Flag);
            report[4] = 8;
            report[9] = controller;
            return report;
        }
    }
}
