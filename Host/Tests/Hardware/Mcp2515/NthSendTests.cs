using BatterySim.Bms.Can;
using BatterySim.Hardware.Mcp2515;
using BatterySim.Host.Tests.Virtual;
using Xunit;

namespace BatterySim.Host.Tests.Hardware.Mcp2515
{
    /// <summary>Something goes wrong after each of three hundred frames in turn.</summary>
    /// <remarks>What the driver took is in exactly one column of its statistics.</remarks>
    public class NthSendTests
    {
        private const int Offered = 300;
        private const int StepMilliseconds = 5;
        private const int WrongMilliseconds = 400;

        [Theory]
        [InlineData("the bus is disturbed")]
        [InlineData("nobody acknowledges")]
        [InlineData("the chip loses its supply")]
        [InlineData("SPI answers nothing")]
        public void AtTheNthFrame_LosesNothingUncounted(string what)
        {
            for (int failing = 1; failing <= Offered; failing++)
            {
                Mcp2515Rig rig = Mcp2515Rig.Running();
                int accepted = 0;
                int full = 0;
                for (int number = 1; number <= Offered; number++)
                {
                    if (number == failing)
                    {
                        Break(rig, what);
                    }
                    else if (number == failing + (WrongMilliseconds / StepMilliseconds))
                    {
                        Mend(rig);
                    }

                    SendResult result = rig.Driver.Send(Frames.Data((uint)(0x351 + (number % 4)), $"{number % 256:X2}"));
                    accepted += result == SendResult.Accepted ? 1 : 0;
                    full += result == SendResult.NoRoom ? 1 : 0;
                    rig.Run(StepMilliseconds, StepMilliseconds);
                }

                Mend(rig);
                rig.Run(Mcp2515CanBus.BusOffPauseMaxMilliseconds + 1000);
                Check(rig, $"{what} at frame {failing}", accepted, full);
            }
        }

        private static void Break(Mcp2515Rig rig, string what)
        {
            switch (what)
            {
                case "the bus is disturbed":
                    rig.Chip.IsDisturbed = true;
                    break;
                case "nobody acknowledges":
                    rig.Bus.Disconnect(rig.Peer);
                    break;
                case "the chip loses its supply":
                    rig.Chip.Brownout();
                    break;
                default:
                    rig.Chip.StuckMiso = 0xFF;
                    break;
            }
        }

        private static void Mend(Mcp2515Rig rig)
        {
            rig.Chip.IsDisturbed = false;
            rig.Chip.StuckMiso = null;
            if (!rig.Peer.IsConnected)
            {
                rig.Bus.Connect(rig.Peer);
            }
        }

        // A frame that left in the moment in which the chip lost its memory counts as given up: nobody can tell.
        private static void Check(Mcp2515Rig rig, string when, int accepted, int full)
        {
            Mcp2515Statistics statistics = rig.Driver.Statistics;
            int booked = statistics.SentCount + statistics.GivenUpCount + statistics.StaleCount;
            int arrived = rig.PeerReceived().Count;
            Assert.True(accepted == booked, $"{when}: {accepted} were taken and {booked} are counted");
            Assert.True(full == statistics.RefusedCount, $"{when}: {full} were refused and {statistics.RefusedCount} are counted");
            Assert.True(statistics.SentCount > 0 && arrived >= statistics.SentCount, $"{when}: {statistics.SentCount} sent and {arrived} arrived");
        }
    }
}
