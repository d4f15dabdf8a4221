using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Hardware.Mcp2515;
using BatterySim.Host.Inverter;
using Xunit;

namespace BatterySim.Host.Tests.Hardware.Mcp2515
{
    /// <summary>The bank and an inverter that have nothing but the chip's registers between them.</summary>
    public class SolArkThroughTheChipTests
    {
        [Theory]
        [InlineData(false)]
        [InlineData(true)]
        public void Bank_TenMinutesThroughTheChip_IsReceivedAndAnswered(bool hasInterrupt)
        {
            var rig = new Mcp2515Rig(new Mcp2515Settings(), hasInterrupt: hasInterrupt);
            var bank = new Simulator(new SimulatorSettings(), rig.Driver);
            var inverter = new VirtualSolArk(new InverterSettings(), rig.Peer);
            var frame = new CanFrame();
            rig.Driver.Start(0);
            for (int step = 0; step < 60_000; step++)
            {
                rig.Run(10);
                while (rig.Peer.TryReceive(frame))
                {
                    inverter.Receive(frame);
                }

                inverter.Advance(10);
                while (rig.Driver.TryReceive(frame))
                {
                    bank.Receive(frame);
                }

                bank.Advance(10);
            }

            // The first frame of all comes before the chip is through with its test.
            Assert.InRange(rig.Driver.Statistics.SentCount, (600 * 7) - 14, (600 * 7) + 7);
            Assert.InRange(bank.Link.Count, 597, 601);
            Assert.Equal(rig.Driver.Statistics.ReceivedCount, bank.Link.Count);
            Assert.Equal(InverterState.Normal, inverter.State);
            Assert.Equal(0, rig.Driver.Statistics.GivenUpCount + rig.Driver.Statistics.StaleCount + rig.Driver.Statistics.RefusedCount);
            Assert.Empty(rig.Chip.Violations.Take(3));
        }
    }
}
