using System;
using System.Collections.Generic;
using BatterySim.Bms.Can;
using BatterySim.Hardware.Mcp2515;
using BatterySim.Hardware.Nano;
using BatterySim.Host.Board;
using BatterySim.Host.Can.Virtual;
using BatterySim.Host.Tests.Virtual;
using BatterySim.Host.Verification.NanoSim;
using Xunit;

namespace BatterySim.Host.Tests.Hardware.Mcp2515
{
    /// <summary>The adapter over nanoFramework's SpiDevice, down to the bus.</summary>
    public class SpiDevicePortTests
    {
        [Fact]
        public void Transfer_DriverOnABoard_ReachesTheBus()
        {
            var bus = new VirtualBus();
            var chip = new Mcp2515Chip(bus, "board", new Mcp2515ChipOptions());
            VirtualBusNode peer = bus.Attach("peer");
            Attach((send, receive) =>
            {
                byte[] answer = new byte[receive.Length];
                chip.Transfer(send.ToArray(), answer, answer.Length);
                answer.CopyTo(receive);
            });
            using var port = new SpiDevicePort(1, 5, 5_000_000);
            var driver = new Mcp2515CanBus(port, new Mcp2515Settings());
            driver.Start(0);
            for (int now = 10; now < 100; now += 10)
            {
                bus.AdvanceTo(now * 1000);
                driver.Poll(now);
            }

            driver.Send(Frames.Data(0x351, "0102"));
            bus.AdvanceTo(200_000);
            var frame = new CanFrame();

            Assert.True(peer.TryReceive(frame));
            Assert.Equal("351#0102", Mcp2515Rig.Text(frame));
            Assert.Empty(chip.Violations);
        }

        [Fact]
        public void Transfer_PartOfABuffer_SendsAndFillsThatPartOnly()
        {
            List<int> lengths = [];
            Attach((send, receive) =>
            {
                lengths.Add(send.Length);
                receive.Fill(0x77);
            });
            using var port = new SpiDevicePort(1, 5, 5_000_000);
            byte[] received = new byte[4];

            port.Transfer(new byte[4], received, 3);

            Assert.Equal([3], lengths);
            Assert.Equal([0x77, 0x77, 0x77, 0], received);
        }

        private static void Attach(SpiExchange exchange)
        {
            SimulatedBoard.Current = new SimulatedBoard();
            SimulatedBoard.Current.AttachSpi(1, 5, exchange);
        }
    }
}
