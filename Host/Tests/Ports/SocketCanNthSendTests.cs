using System;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Threading;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Can.Ports.SocketCan;
using Microsoft.Win32.SafeHandles;
using Xunit;

namespace BatterySim.Host.Tests.Ports
{
    /// <summary>The kernel reports bus-off after each of three hundred frames in turn and takes no more: every frame is in one column.</summary>
    /// <remarks>A pair of local sockets that keep messages apart stands for the kernel's CAN socket: it carries the same 16-byte records.</remarks>
    public class SocketCanNthSendTests
    {
        private const int Frames = 300;
        private const int FamilyLocal = 1;
        private const int TypeSequencedPacket = 5;
        private const int RecordBytes = 16;

        [Fact]
        public void BusOffAtTheNthFrame_LosesNothingUncounted()
        {
            for (int failing = 1; failing <= Frames; failing++)
            {
                Run(failing);
            }
        }

        private static void Run(int failing)
        {
            (SafeFileHandle ours, SafeFileHandle kernel) = Pair();
            int isConnected = 0;
            using var port = new LinkPort("socketcan://can0", () => Interlocked.Exchange(ref isConnected, 1) == 0
                ? SocketCanLink.Over(ours, "can0")
                : throw new CanPortException("'can0' is down"));
            string said = "";
            port.Reported += sentence => said += sentence + "\n";
            int taken = 0;
            var reader = new Thread(() => taken = ReadAndGoOff(kernel, failing, () => said.Contains("bus-off", StringComparison.Ordinal)));
            reader.Start();
            port.Open();
            int refused = SendAll(port);
            reader.Join();

            PortCounters counters = port.Counters;
            Eventually.True(
                () => counters.Sent + counters.SendDropped + counters.Refused + refused == Frames,
                $"every frame is counted where the controller goes off the bus after {failing}");
            Eventually.True(() => said.Contains("bus-off", StringComparison.Ordinal) && said.Contains("can0", StringComparison.Ordinal), "it is told");
            Assert.Equal(failing, taken);
            Assert.InRange(counters.Sent, failing, Frames);
        }

        private static int SendAll(LinkPort port)
        {
            var frame = new CanFrame();
            frame.Begin(0x351, 8);
            int refused = 0;
            for (int count = 0; count < Frames; count++)
            {
                refused += port.Send(frame) == SendResult.NoRoom ? 1 : 0;
                Thread.SpinWait(2000);
            }

            return refused;
        }

        // CAN_ERR_FLAG with CAN_ERR_BUSOFF of linux/can/error.h.
        private static int ReadAndGoOff(SafeFileHandle kernel, int frames, Func<bool> isTold)
        {
            byte[] record = new byte[RecordBytes];
            int taken = 0;
            while (taken < frames && Posix.read(kernel, ref record[0], RecordBytes) == RecordBytes)
            {
                taken++;
            }

            Array.Clear(record);
            BinaryPrimitives.WriteUInt32LittleEndian(record, 0x20000040);
            record[4] = 8;
            _ = Posix.write(kernel, in record[0], RecordBytes);
            SpinWait.SpinUntil(isTold, TimeSpan.FromSeconds(20));
            kernel.Dispose();
            return taken;
        }

        private static (SafeFileHandle Ours, SafeFileHandle Kernel) Pair()
        {
            int[] pair = new int[2];
            Assert.Equal(0, socketpair(FamilyLocal, TypeSequencedPacket, 0, pair));
            return (new SafeFileHandle(pair[0], true), new SafeFileHandle(pair[1], true));
        }

        [DllImport("libc", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int socketpair(int domain, int type, int protocol, int[] pair);
    }
}
