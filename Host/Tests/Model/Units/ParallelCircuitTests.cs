using System;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;
using Xunit;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>Batteries in parallel, some made diodes by a FET, some held by a limiter, against the same circuit solved another way.</summary>
    public class ParallelCircuitTests
    {
        private const int Charge = Blocks.Charge;
        private const int Discharge = Blocks.Discharge;

        // Zero, what one limiter takes and a little on both sides of it, and more than any of them.
        private static readonly int[] Demands = [0, 300, -300, 9_900, 10_000, 10_100, -10_000, 20_000, 45_000, -45_000, 200_000, -200_000];

        [Theory]
        [InlineData(1, 1)]
        [InlineData(2, 2)]
        [InlineData(3, 2)]
        [InlineData(4, 3)]
        [InlineData(5, 3)]
        [InlineData(6, 4)]
        [InlineData(7, 6)]
        [InlineData(8, 9)]
        public void Currents_OfAnyMixture_AreThoseOfTheCircuit(int seed, int count)
        {
            var random = new Random(seed);
            for (int bank = 0; bank < 40; bank++)
            {
                BatteryPart[] parts = [.. Enumerable.Range(0, count).Select(_ => new BatteryPart(
                    random.Next(20, 980), random.Next(4) & Blocks.Both, random.Next(3) == 0, random.Next(500, 3000), random.Next(0, 5000)))];
                var batteries = new ParallelBatteries(parts);
                foreach (int demand in Demands)
                {
                    batteries.Sharing.SetDemand(demand, 0);
                    double[] expected = batteries.Solve(demand);
                    string because = string.Create(CultureInfo.InvariantCulture, $"{demand} mA into {string.Join(' ', (object[])parts)}");
                    for (int index = 0; index < count; index++)
                    {
                        double off = Math.Abs(batteries.Sharing.CurrentOf(index) - expected[index]);
                        Assert.True(off < 3, $"battery {index}: {batteries.Sharing.CurrentOf(index)} instead of {expected[index]:F1} mA; {because}");
                    }

                    Assert.True(Math.Abs(batteries.Sharing.FlowMilliamps - expected.Sum()) < 3, because);
                }
            }
        }

        [Theory]
        [InlineData(0)]
        [InlineData(20_000)]
        [InlineData(-20_000)]
        public void Charge_OfASecond_IsTheCurrentTimesTheSecondHoweverItIsCut(int demand)
        {
            foreach (int pieces in new[] { 1, 7, 100 })
            {
                var batteries = new ParallelBatteries(
                    new BatteryPart(200, 0, true), new BatteryPart(800), new BatteryPart(500, Discharge), new BatteryPart(600, Charge));
                batteries.Sharing.SetDemand(demand, 0);
                long[] moved = new long[batteries.Count];
                for (int piece = 1; piece <= pieces; piece++)
                {
                    for (int index = 0; index < batteries.Count; index++)
                    {
                        moved[index] += batteries.Sharing.ConsumeMovedCharge(index, piece * 1000L / pieces);
                    }
                }

                double[] expected = batteries.Solve(demand);
                for (int index = 0; index < batteries.Count; index++)
                {
                    Assert.Equal(expected[index] * 1000, moved[index], 2000.0);
                }
            }
        }

        // A diode and a limiter, of which the demand changes within the second what they do.
        [Theory]
        [InlineData(-20_000, 50_000)]
        [InlineData(50_000, -20_000)]
        [InlineData(3_000, 100_000)]
        public void Charge_OfASecondInWhichTheDemandTurns_IsThatOfBothParts(int first, int then)
        {
            var batteries = new ParallelBatteries(
                new BatteryPart(500, Charge), new BatteryPart(500, Discharge), new BatteryPart(500, 0, true), new BatteryPart(500));
            batteries.Sharing.SetDemand(first, 0);
            double[] before = batteries.Solve(first);
            batteries.Sharing.SetDemand(then, 300);
            double[] after = batteries.Solve(then);
            for (int index = 0; index < batteries.Count; index++)
            {
                double expected = (before[index] * 300) + (after[index] * 700);
                Assert.Equal(expected, batteries.Sharing.ConsumeMovedCharge(index, 1000), 2000.0);
            }
        }

        // What a battery's own step changes, its source and with the temperature its resistance, is taken up as if the whole bank was looked at anew.
        [Theory]
        [InlineData(0, 250)]
        [InlineData(1, 250)]
        [InlineData(2, 250)]
        [InlineData(0, -100)]
        [InlineData(1, -100)]
        [InlineData(2, -100)]
        public void Source_OfOneBattery_IsTakenUpWithItsResistance(int changed, int decidegrees)
        {
            var batteries = new ParallelBatteries(new BatteryPart(300), new BatteryPart(500, Charge), new BatteryPart(600));
            batteries.Sharing.SetDemand(-30_000, 0);
            batteries[changed].SetTemperature(decidegrees);
            batteries[changed].SetSocPermille(450);
            batteries.Sharing.UpdateSource(changed, 0);
            double[] expected = batteries.Solve(-30_000);
            Assert.All(Enumerable.Range(0, batteries.Count), index => Assert.Equal(expected[index], batteries.Sharing.CurrentOf(index), 3.0));
        }

        // The sums are updated by differences, whose errors must not add up.
        [Fact]
        public void Source_TakenUpManyTimes_IsStillTheSourceToTheMicrovolt()
        {
            var batteries = new ParallelBatteries(new BatteryPart(500, ResistancePermille: 1300, ConnectionMicroohms: 1370));
            for (int step = 0; step < 5_000; step++)
            {
                batteries[0].SetSocPermille(10 + (step * 7 % 97));
                batteries.Sharing.UpdateSource(0, 0);
                Assert.Equal(batteries[0].SourceMicrovolts, batteries.Sharing.VoltageMicrovolts, 1.0);
            }
        }

        // Nobody is there to give way: the terminals show the highest source that has a FET closed towards them.
        [Theory]
        [InlineData(0, Charge, false, 0)]
        [InlineData(20_000, Charge, false, 0)]
        [InlineData(0, Discharge, false, 0)]
        [InlineData(-20_000, Discharge, false, 0)]
        [InlineData(40_000, 0, true, 30_000)]
        [InlineData(40_000, Discharge, true, 30_000)]
        public void Voltage_WhereNobodyGivesWay_IsThatOfTheHighestSource(int demand, int heldOpen, bool isLimiting, int flow)
        {
            var batteries = new ParallelBatteries(
                new BatteryPart(300, heldOpen, isLimiting), new BatteryPart(700, heldOpen, isLimiting), new BatteryPart(400, heldOpen, isLimiting),
                new BatteryPart(900, Blocks.Both));
            batteries.Sharing.SetDemand(demand, 0);
            Assert.Equal(flow, batteries.Sharing.FlowMilliamps);
            Assert.Equal(batteries[1].SourceMicrovolts, batteries.Sharing.VoltageMicrovolts, 1.0);
        }

        // At rest, one that only gives and above it one that only takes: nothing flows, and whoever measures draws it from the one that gives.
        [Fact]
        public void Voltage_AtRest_IsThatOfTheBatteryThatCouldGive()
        {
            var batteries = new ParallelBatteries(new BatteryPart(900, Discharge), new BatteryPart(300, Charge));
            Assert.Equal(batteries[1].SourceMicrovolts, batteries.Sharing.VoltageMicrovolts, 1.0);
            Assert.Equal((0, 0), (batteries.Sharing.CurrentOf(0), batteries.Sharing.CurrentOf(1)));
        }

        // A limiter that has cut in holds what is beyond 10 A; the very 10 A it lets pass, over all that lies in their way.
        [Fact]
        public void Voltage_AtTheVeryCurrentOfALimiter_IsOhmsLaw()
        {
            for (int microohms = 0; microohms <= 20_000; microohms += 100)
            {
                var batteries = new ParallelBatteries(new BatteryPart(500, IsLimiting: true, ConnectionMicroohms: microohms));
                batteries.Sharing.SetDemand(10_000, 0);
                double expected = batteries[0].SourceMicrovolts + (10_000 * batteries.Ohms(0) * 1000);
                Assert.Equal(expected, batteries.Sharing.VoltageMicrovolts, 50.0);
            }
        }

        [Fact]
        public void Limiter_WhoseFetsOpen_LetsNothingThrough()
        {
            var batteries = new ParallelBatteries(new BatteryPart(500, IsLimiting: true), new BatteryPart(500));
            batteries.Sharing.SetDemand(100_000, 0);
            Assert.Equal((10_000, CurrentPath.Limited), (batteries.Sharing.CurrentOf(0), batteries.Sharing.PathOf(0)));
            batteries[0].HeldOpen = Blocks.Both;
            batteries[0].FindLimits();
            batteries.Sharing.Rebuild(0);
            Assert.Equal((0, CurrentPath.Open), (batteries.Sharing.CurrentOf(0), batteries.Sharing.PathOf(0)));
            Assert.Equal(100_000, batteries.Sharing.CurrentOf(1), 2.0);
        }

        [Fact]
        public void Voltage_OnAnEmptyBusBar_IsNone()
        {
            var batteries = new ParallelBatteries(new BatteryPart(300, Blocks.Both), new BatteryPart(700, Blocks.Both));
            Assert.Equal(0, batteries.Sharing.VoltageMicrovolts);
        }

        // E + R I, to the nearest microvolt below 50 V and above.
        [Theory]
        [InlineData(10)]
        [InlineData(500)]
        [InlineData(990)]
        public void Voltage_OfOneBattery_IsOhmsLawToTheMicrovolt(int socPermille)
        {
            var batteries = new ParallelBatteries(new BatteryPart(socPermille, ConnectionMicroohms: 1370));
            for (int demand = -2_000; demand <= 2_000; demand += 17)
            {
                batteries.Sharing.SetDemand(demand, 0);
                double expected = batteries[0].SourceMicrovolts + (demand * batteries.Ohms(0) * 1000);
                Assert.Equal(expected, batteries.Sharing.VoltageMicrovolts, 0.8);
            }
        }

        // A current that is forced through 1 ohm of a corroded contact: up to 1 kV above 50 V, and never below 0 V.
        [Theory]
        [InlineData(900_000, 952.2, 5)]
        [InlineData(1_500_000, 1050, 0)]
        [InlineData(2_000_000, 1050, 0)]
        [InlineData(-30_000, 22.2, 5)]
        [InlineData(-60_000, 0, 0)]
        [InlineData(-2_000_000, 0, 0)]
        public void Voltage_OfAForcedCurrent_StaysBetweenNothingAndAKilovoltAboveTheReference(int demand, double volts, double tolerance)
        {
            var batteries = new ParallelBatteries(new BatteryPart(500, ConnectionMicroohms: 1_000_000));
            batteries.Sharing.SetDemand(demand, 0);
            Assert.Equal(volts, batteries.Sharing.VoltageMicrovolts / 1e6, tolerance);
            Assert.Equal(demand, batteries.Sharing.FlowMilliamps);
        }

        [Theory]
        [InlineData(0, 0)]
        [InlineData(1, 1)]
        [InlineData(1999, 1999)]
        [InlineData(123_457, 123_457)]
        [InlineData(1_000_000, 1_000_000)]
        public void Connection_Set_IsReadBackToTheMicroohm(int microohms, int expected)
        {
            var batteries = new ParallelBatteries(new BatteryPart(500));
            batteries.Sharing.SetConnection(0, microohms);
            Assert.Equal(expected, batteries.Sharing.ConnectionMicroohmsOf(0));
        }
    }
}
