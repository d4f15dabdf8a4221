using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Can;
using BatterySim.Hardware.Mcp2515;
using BatterySim.Host.Board;
using BatterySim.Host.Tests.Virtual;
using Xunit;

namespace BatterySim.Host.Tests.Hardware.Mcp2515
{
    /// <summary>Error states, bus-off and the way back.</summary>
    public class ErrorTests
    {
        [Fact]
        public void Poll_ShortedBus_GoesOffTheBusAndTriesAgainWithGrowingPauses()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running();
            rig.Chip.IsDisturbed = true;

            Send(rig, 60);

            // 0.1, 0.2, 0.4 ... 10 s: some ten tries in a minute, not six hundred.
            Assert.InRange(rig.Driver.Statistics.BusOffCount, 6, 14);
            Assert.Equal(0, rig.Driver.Statistics.SentCount);
            rig.AssertNoViolations();
        }

        [Fact]
        public void Send_WhileOffTheBus_IsRefusedAtOnce()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running();
            rig.Chip.IsDisturbed = true;
            rig.Driver.Send(Frames.Data(0x351, "00"));
            rig.Run(40);

            Assert.Equal(CanBusState.BusOff, rig.Driver.State);
            Assert.Equal(SendResult.BusOff, rig.Driver.Send(Frames.Data(0x351, "00")));
            Assert.False(rig.Driver.IsReady);
        }

        [Fact]
        public void Poll_ShortRemoved_IsBackWithinTheLongestPauseAndSendsOnlyFreshFrames()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running();
            rig.Chip.IsDisturbed = true;
            Send(rig, 30);
            rig.Chip.IsDisturbed = false;

            rig.Run(Mcp2515CanBus.BusOffPauseMaxMilliseconds + 100);
            IReadOnlyList<string> old = rig.PeerReceived();
            rig.Driver.Send(Frames.Data(0x351, "AA"));
            rig.Run(20);

            Assert.Empty(old);
            Assert.Equal(CanBusState.ErrorActive, rig.Driver.State);
            Assert.Equal(["351#AA"], rig.PeerReceived());
            rig.AssertNoViolations();
        }

        // A chip whose crystal is not the one that was told: it makes half the rate and receives nothing but errors.
        [Fact]
        public void Poll_WrongCrystal_OnlyMakesErrors()
        {
            var rig = new Mcp2515Rig(new Mcp2515Settings { CrystalHertz = 16_000_000 }, new Mcp2515ChipOptions { CrystalHertz = 8_000_000 });
            rig.Driver.Start(0);
            for (int number = 0; number < 50; number++)
            {
                rig.Peer.Send(Frames.Data(0x305, "00"));
                rig.Bus.Attach($"witness {number}");
                rig.Driver.Send(Frames.Data(0x351, "00"));
                rig.Run(20);
            }

            Assert.Empty(rig.Received());
            Assert.Empty(rig.PeerReceived());
            Assert.True(rig.Driver.Statistics.BusOffCount > 0);
        }

        [Fact]
        public void State_ErrorsComeAndGo_FollowsTheCounters()
        {
            Mcp2515Rig rig = Mcp2515Rig.Running();
            var states = new List<CanBusState>();
            rig.Bus.Disconnect(rig.Peer);
            rig.Driver.Send(Frames.Data(0x351, "0000000000000000"));
            for (int step = 0; step < 8; step++)
            {
                rig.Run(1, 1);
                states.Add(rig.Driver.State);
            }

            rig.Bus.Connect(rig.Peer);
            for (int number = 0; number < 200; number++)
            {
                rig.Driver.Send(Frames.Data(0x351, "00"));
                rig.Run(2, 2);
                states.Add(rig.Driver.State);
            }

            Assert.Equal(
                [CanBusState.ErrorActive, CanBusState.ErrorWarning, CanBusState.ErrorPassive, CanBusState.ErrorWarning, CanBusState.ErrorActive],
                WithoutRepeats(states));
            Assert.Equal(128, rig.Driver.Statistics.TransmitErrorMax);
            rig.AssertNoViolations();
        }

        private static void Send(Mcp2515Rig rig, int seconds)
        {
            for (int number = 0; number < seconds * 10; number++)
            {
                rig.Driver.Send(Frames.Data(0x351, "00"));
                rig.Run(100);
            }
        }

        private static IEnumerable<CanBusState> WithoutRepeats(List<CanBusState> states) =>
            states.Where((state, index) => index == 0 || states[index - 1] != state);
    }
}
