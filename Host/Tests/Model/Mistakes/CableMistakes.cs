using System;
using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Bms.Faults;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Inverter;
using Xunit;

namespace BatterySim.Host.Tests.Model.Mistakes
{
    /// <summary>Cables and ports: mistakes 8 to 11 and 15 of the commissioning table.</summary>
    public class CableMistakes
    {
        [Fact]
        public void Mistake08_InverterInTheWrongPort_SilenceAndF58()
        {
            var rack = new Rack(2, inverter: new InverterSettings());
            rack.InverterCable(1, false);
            rack.ForgetFrames();
            rack.Wait(9);
            Assert.Equal(InverterFault.None, rack.Inverter.Fault);
            rack.Wait(2);
            Assert.Empty(rack.Sent);
            Assert.Equal(InverterFault.BmsCommunication, rack.Inverter.Fault);
            rack.InverterCable(1, true);
            rack.Wait(310);
            Assert.Equal(InverterFault.None, rack.Inverter.Fault);
        }

        [Fact]
        public void Mistake08_InverterAtAFollower_IsSilentToo()
        {
            var rack = new Rack(2);
            rack.InverterCable(1, false);
            rack.InverterCable(2, true);
            rack.ForgetFrames();
            rack.Wait(30);
            Assert.Empty(rack.Sent);
        }

        [Fact]
        public void Mistake09_ForeignPinsLive_IntermittentF58()
        {
            // RS485 on the CAN pair: long bursts, now and then off the bus for half a minute.
            NoisyRun run = NoisyRun.Create(seed: 5, burstPermille: 50, burstFrames: 40, busOffPermille: 4, busOffFrames: 220);
            run.Run(3600);
            Assert.InRange(run.Inverter.Link.FaultCount, 1, 12);
            Assert.True(run.WorkingSeconds > 300, "it works in between");
            Assert.True(run.Cable.BusOffCount > 1);
        }

        [Fact]
        public void Mistake10_NoTerminator_FramesAreLostButF58StaysAway()
        {
            NoisyRun run = NoisyRun.Create(seed: 9, burstPermille: 60, burstFrames: 3, busOffPermille: 0, busOffFrames: 1);
            run.Run(3600);
            Assert.InRange(run.Cable.LostCount, 3600 * 7 / 20, 3600 * 7 / 4);
            Assert.Equal(0, run.Inverter.Link.FaultCount);
            Assert.InRange(run.Inverter.Link.ReceivedCount, 3600 * 7 * 3 / 4, (3600 * 7) - 1);
        }

        [Fact]
        public void Noise_SameSeed_LosesTheSameFramesAndAllocatesNothing()
        {
            NoisyRun first = NoisyRun.Create(5, 50, 40, 4, 220);
            NoisyRun second = NoisyRun.Create(5, 50, 40, 4, 220);
            first.Run(600);
            second.Run(600);
            Assert.Equal(first.Cable.LostCount, second.Cable.LostCount);
            Assert.Equal(first.Inverter.Link.ReceivedCount, second.Inverter.Link.ReceivedCount);
            var frame = new CanFrame();
            frame.Begin(MeasurementsFrame.CanId, 8);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int count = 0; count < 10_000; count++)
            {
                first.Cable.Send(frame);
            }

            Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        }

        [Fact]
        public void Mistake11_ChainCableBroken_LimitsDropButTheCurrentStillFlows()
        {
            var rack = new Rack(8);
            rack.Current(-160);
            rack.Wait(10);
            Assert.Equal(800_000, rack.DischargeLimitOnWire);
            rack.Cable(5, false);
            rack.Wait(20);
            Assert.Equal(5, rack.ModulesOnWire);
            Assert.Equal(500_000, rack.DischargeLimitOnWire);
            int reached = rack.CurrentOf(1, 5);
            Assert.InRange(reached, -110_000, -90_000);
            Assert.InRange(rack.CurrentOnWire, reached - 1000, reached + 1000);
            Assert.Equal(-160_000, rack.Bank.Bank.CurrentMilliamps);
            Assert.Equal(0x0800, rack.AlarmsOnWire & 0x0800);
        }

        [Fact]
        public void Mistake15_ProtocolLeftOnPace_SilenceAndF58()
        {
            var rack = new Rack(2, inverter: new InverterSettings());
            rack.Battery(1).SpeaksPylontech = false;
            rack.Bank.Refresh();
            rack.ForgetFrames();
            rack.Wait(12);
            Assert.Empty(rack.Sent);
            Assert.Equal(InverterFault.BmsCommunication, rack.Inverter.Fault);
        }

        /// <summary>A bank whose frames pass a bad cable on their way to the inverter.</summary>
        private sealed class NoisyRun
        {
            private readonly Simulator _bank;

            private NoisyRun(Simulator bank, VirtualSolArk inverter, NoisyCanBus cable)
            {
                _bank = bank;
                Inverter = inverter;
                Cable = cable;
            }

            public VirtualSolArk Inverter { get; }

            public NoisyCanBus Cable { get; }

            public int WorkingSeconds { get; private set; }

            public static NoisyRun Create(uint seed, int burstPermille, int burstFrames, int busOffPermille, int busOffFrames)
            {
                var inverter = new VirtualSolArk(new InverterSettings(), new SilentBus()) { TerminalMillivolts = 52_000 };
                var cable = new NoisyCanBus(new DirectBus(inverter), new Prng(seed))
                {
                    BurstPermille = burstPermille,
                    BurstFramesMax = burstFrames,
                    BusOffPermille = busOffPermille,
                    BusOffFramesMax = busOffFrames,
                };
                return new NoisyRun(new Simulator(new SimulatorSettings { BatteryCount = 2 }, cable), inverter, cable);
            }

            public void Run(int seconds)
            {
                for (int step = 0; step < seconds * 100; step++)
                {
                    _bank.Advance(10);
                    Inverter.Advance(10);
                    if (step % 100 == 0 && Inverter.State == InverterState.Normal)
                    {
                        WorkingSeconds++;
                    }
                }
            }
        }

        private sealed class DirectBus(VirtualSolArk inverter) : ICanBus
        {
            public CanBusState State => CanBusState.ErrorActive;

            public SendResult Send(CanFrame frame)
            {
                inverter.Receive(frame);
                return SendResult.Accepted;
            }

            public bool TryReceive(CanFrame frame) => false;
        }

        private sealed class SilentBus : ICanBus
        {
            public CanBusState State => CanBusState.ErrorActive;

            public SendResult Send(CanFrame frame) => SendResult.Accepted;

            public bool TryReceive(CanFrame frame) => false;
        }
    }
}
