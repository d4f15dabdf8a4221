using System.Globalization;
using System.Linq;
using BatterySim.Bms.Can;
using BatterySim.Hardware.Mcp2515;
using BatterySim.Host.Tests.Hardware.Mcp2515;
using BatterySim.Host.Tests.Instrument;
using BatterySim.Host.Tests.Virtual;

namespace BatterySim.Host.Tests.Survivors
{
    /// <summary>What the MCP2515's driver does where an error once went unnoticed; runs inside a <see cref="MutatedCore"/> too.</summary>
    internal static class DriverProbes
    {
        /// <summary>The answer to one question; null if the driver is not asked it.</summary>
        public static string? Answer(string probe)
        {
            return probe switch
            {
                "priorities-after-reset" => Priorities(),
                "oldest-given-up" => Oldest(),
                "stale-frames" => Stale(),
                "bus-off-pause" => BusOffPause(),
                "receive-order-after-restart" => ReceiveOrder(),
                _ => null,
            };
        }

        // Three frames fill the chip and give its buffers their highest priority; after a reset four frames meet a busy bus.
        private static string Priorities()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running();
            Send(rig, 3, 0x700);
            rig.Run(20);
            rig.Chip.Brownout();
            rig.Run(1500);
            rig.PeerReceived();
            Send(rig, 4, 0x600);
            for (int number = 0; number < 20; number++)
            {
                // Three quarters of the time are taken.
                for (int frame = 0; frame < 3; frame++)
                {
                    rig.Peer.Send(Frames.Data(0x001, "0000000000000000"));
                }

                rig.Run(1, 1);
            }

            return string.Join(' ', rig.PeerReceived().Select(static frame => frame[..3]));
        }

        private static void Send(Mcp2515Rig rig, int count, int firstId)
        {
            for (int number = 0; number < count; number++)
            {
                rig.Driver.Send(Frames.Data((uint)(firstId - number), "0000000000000000"));
            }
        }

        // Nobody acknowledges: what was sent first is given up after the timeout, whatever came later. Given up at 90 and at 120 ms.
        private static string Oldest()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running();
            rig.Bus.Disconnect(rig.Peer);
            rig.Driver.Send(Frames.Data(0x351, ""));
            rig.Run(80);
            rig.Driver.Send(Frames.Data(0x355, ""));
            rig.Run(10);
            int before = rig.Driver.Statistics.GivenUpCount;
            rig.Run(30);
            return $"{before} {rig.Driver.Statistics.GivenUpCount}";
        }

        // Nobody acknowledges for 150 ms: of what waited behind the three frames in the chip nothing leaves afterwards.
        private static string Stale()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running();
            rig.Bus.Disconnect(rig.Peer);
            Send(rig, 6, 0x700);
            rig.Run(150);
            rig.Bus.Connect(rig.Peer);
            rig.Driver.Send(Frames.Data(0x100, ""));
            rig.Run(100);
            return $"{string.Join(' ', rig.PeerReceived())} {rig.Driver.Statistics.StaleCount}";
        }

        // A minute off the bus makes the pauses long; after a frame that was sent they begin anew. Milliseconds until it is back then.
        private static string BusOffPause()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running();
            rig.Chip.IsDisturbed = true;
            Repeat(rig, 600);
            rig.Chip.IsDisturbed = false;
            rig.Run(Mcp2515CanBus.BusOffPauseMaxMilliseconds + 100);
            rig.Driver.Send(Frames.Data(0x351, ""));
            rig.Run(20);
            string sent = string.Join(' ', rig.PeerReceived());
            rig.Chip.IsDisturbed = true;
            rig.Driver.Send(Frames.Data(0x351, ""));
            while (rig.Driver.State != CanBusState.BusOff)
            {
                rig.Run(10);
            }

            rig.Chip.IsDisturbed = false;
            long start = rig.NowMilliseconds;
            while (!rig.Driver.IsReady)
            {
                rig.Run(10);
            }

            return sent + " " + (rig.NowMilliseconds - start).ToString(CultureInfo.InvariantCulture);
        }

        private static void Repeat(Mcp2515Rig rig, int count)
        {
            for (int number = 0; number < count; number++)
            {
                rig.Driver.Send(Frames.Data(0x351, "00"));
                rig.Run(100);
            }
        }

        // Buffer 1 holds a frame for which there was no room when the chip loses its supply: what comes after the restart comes in its order.
        private static string ReceiveOrder()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running(new Mcp2515Settings { AcceptsEverything = true, ReceiveQueueLength = 2 });
            Receive(rig, "01");
            Receive(rig, "02", "03");
            rig.Chip.Brownout();
            rig.Run(1500);
            string before = string.Join(' ', rig.Received());
            Receive(rig, "11", "12");
            return $"{before};{string.Join(' ', rig.Received())}";
        }

        private static void Receive(Mcp2515Rig rig, params string[] frames)
        {
            foreach (string data in frames)
            {
                rig.Peer.Send(Frames.Data(0x305, data));
            }

            rig.Run(10);
        }
    }
}
