using System;
using System.Collections.Generic;
using BatterySim.Bms;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Can;
using Xunit;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>Charge and energy over cycles, and that cutting time changes nothing.</summary>
    public class ConservationTests
    {
        private const int HourSeconds = 3600;

        [Theory]
        [InlineData("sok-sk48v100", 1)]
        [InlineData("sok-sk48v100", 5)]
        [InlineData("pylontech-us5000", 3)]
        public void Charge_OverACycle_IsConserved(string product, int batteries)
        {
            var rack = new Rack(batteries, product, soc: 300);
            long stored = Stored(rack);
            double terminal = 0;
            double moved = 0;
            for (int second = 0; second < 4 * HourSeconds; second++)
            {
                rack.Current(batteries * (second < 2 * HourSeconds ? 20 : -20) + Math.Sin(second / 50.0));
                rack.Wait(1);
                terminal += rack.Bank.Bank.CurrentMilliamps * 1000.0;
                moved += Math.Abs(rack.Bank.Bank.CurrentMilliamps * 1000.0);
            }

            // Every battery has taken its step only when a second is over; a refresh at rest settles nothing that matters.
            rack.Current(0);
            rack.Wait(2);
            double through = 0;
            double lost = 0;
            for (int battery = 1; battery <= batteries; battery++)
            {
                through += rack.Battery(battery).ThroughputMilliampMilliseconds;
                lost += rack.Battery(battery).LostMilliampMilliseconds;
            }

            Assert.InRange(through - terminal, -moved / 1000, moved / 1000);
            Assert.Equal(through, Stored(rack) - stored + lost, moved / 1e6);
            Assert.InRange(lost, 0, moved * 0.02);
        }

        [Fact]
        public void Energy_OverACycle_IsStoredOrHeat()
        {
            var rack = new Rack(TestProfiles.With("sok-sk48v100", TestProfiles.Lossless), soc: 300);
            BatteryModule battery = rack.Battery(1);
            double terminal = 0;
            double heat = 0;
            double stored = 0;
            double moved = 0;
            long charge = battery.ChargeMilliampMilliseconds;
            for (int second = 0; second < 4 * HourSeconds; second++)
            {
                rack.Current(second < 2 * HourSeconds ? 30 : -30);
                double ocv = battery.Cells.OcvSumMillivolts;
                for (int step = 0; step < 10; step++)
                {
                    rack.Wait(0.1);
                    double joules = rack.Bank.Bank.VoltageMillivolts / 1000.0 * rack.Bank.Bank.CurrentMilliamps / 1000.0 * 0.1;
                    terminal += joules;
                    moved += Math.Abs(joules);
                }

                double amps = rack.Bank.Bank.CurrentMilliamps / 1000.0;
                heat += (battery.LossMilliwatts / 1000.0) + (amps * amps * rack.ConnectionOhms(1));
                stored += (battery.ChargeMilliampMilliseconds - charge) / 1e6 * (ocv + battery.Cells.OcvSumMillivolts) / 2 / 1000.0;
                charge = battery.ChargeMilliampMilliseconds;
            }

            Assert.InRange(terminal - stored - heat, -moved / 1000, moved / 1000);
            Assert.InRange(heat, moved * 0.001, moved * 0.1);
        }

        [Theory]
        [InlineData(100)]
        [InlineData(1000)]
        [InlineData(0)]
        public void Time_CutDifferently_SameBytesAndSameChargeAfterADay(int stepMilliseconds)
        {
            (ulong hash, long[] charges) = RunDay(10);
            (ulong otherHash, long[] otherCharges) = RunDay(stepMilliseconds);
            Assert.Equal(hash, otherHash);
            Assert.Equal(charges, otherCharges);
        }

        // 0 stands for cuts of random length.
        private static (ulong Hash, long[] Charges) RunDay(int stepMilliseconds)
        {
            var bus = new HashingBus();
            var settings = new SimulatorSettings { BatteryCount = 3, SocPermille = 600 };
            var simulator = new Simulator(settings, bus);
            bus.Simulator = simulator;
            simulator.Bank.ModuleAt(1).SetSocPermille(550);
            simulator.Refresh();
            var cuts = new Random(3);
            for (int minute = 0; minute < 24 * 60; minute++)
            {
                // The load changes with the minute, so that every way of cutting sees the change at the same time.
                simulator.SetCurrent((int)(60_000 * Math.Sin(minute / 97.0)) + (minute % 7 * 1000));
                long end = (minute + 1) * 60_000L;
                while (simulator.NowMilliseconds < end)
                {
                    int step = stepMilliseconds == 0 ? cuts.Next(1, 2000) : stepMilliseconds;
                    simulator.Advance((int)Math.Min(step, end - simulator.NowMilliseconds));
                }
            }

            var charges = new List<long>();
            for (int index = 0; index < simulator.Bank.Count; index++)
            {
                charges.Add(simulator.Bank.ModuleAt(index).ChargeMilliampMilliseconds);
            }

            return (bus.Hash, [.. charges]);
        }

        private static long Stored(Rack rack)
        {
            long sum = 0;
            for (int index = 0; index < rack.Bank.Bank.Count; index++)
            {
                sum += rack.Bank.Bank.ModuleAt(index).ChargeMilliampMilliseconds;
            }

            return sum;
        }

        private sealed class HashingBus : ICanBus
        {
            public Simulator? Simulator { get; set; }

            public ulong Hash { get; private set; } = 14695981039346656037;

            public CanBusState State => CanBusState.ErrorActive;

            public SendResult Send(CanFrame frame)
            {
                Mix((ulong)Simulator!.NowMilliseconds);
                Mix(frame.Id);
                foreach (byte value in frame.Data)
                {
                    Mix(value);
                }

                return SendResult.Accepted;
            }

            public bool TryReceive(CanFrame frame) => false;

            private void Mix(ulong value) => Hash = (Hash ^ value) * 1099511628211;
        }
    }
}
