using System.Collections.Generic;
using BatterySim.Bms;
using BatterySim.Bms.Faults;
using Xunit;

namespace BatterySim.Host.Tests.Model.Faults
{
    /// <summary>Which faults are ordered, when each begins and ends, and what the log says of it.</summary>
    public class FaultPlanTests
    {
        private const int Soc = 4;
        private const int Soh = 5;

        // 18 values, 9 frames with 10 kinds each, 4 extra frames; then the cable and the gauges.
        [Fact]
        public void IndexOf_EveryKindOfFault_HasAPlaceOfItsOwn()
        {
            Assert.Equal(0, FaultPlan.IndexOf(ReportValue.ChargeVoltageLimit));
            Assert.Equal(17, FaultPlan.IndexOf(ReportValue.Capacity));
            Assert.Equal(18, FaultPlan.IndexOf(0, FrameFaultKind.Omit));
            Assert.Equal(27, FaultPlan.IndexOf(0, FrameFaultKind.Bytes));
            Assert.Equal(28, FaultPlan.IndexOf(1, FrameFaultKind.Omit));
            Assert.Equal(107, FaultPlan.IndexOf(8, FrameFaultKind.Bytes));
            Assert.Equal(108, FaultPlan.IndexOfExtra(0));
            Assert.Equal(111, FaultPlan.IndexOfExtra(3));
            Assert.Equal(112, FaultPlan.IndexOf((CableFaultKind)0));
            Assert.Equal(112 + (int)CableFaultKind.Count, FaultPlan.IndexOf((GaugeFaultKind)0));
            Assert.Equal(112 + (int)CableFaultKind.Count + (int)GaugeFaultKind.Count, new FaultPlan().WindowCount);
        }

        [Fact]
        public void Set_WithStartAndDuration_ActsFromTheFirstMillisecondToTheLast()
        {
            var plan = new FaultPlan();
            var log = new EventLog();
            plan.Set(Soc, 50, 7, 1000, 500);

            Assert.Equal(1, plan.SetCount);
            Assert.Equal(1000, plan.NextEventMilliseconds);
            Assert.True(plan.At(Soc).IsSet);
            Assert.False(plan.At(Soc).HasStarted);
            Assert.Equal((50, 7L), (plan.At(Soc).Value, plan.At(Soc).Detail));
            Assert.Equal((1000L, 1500L), (plan.At(Soc).StartMilliseconds, plan.At(Soc).EndMilliseconds));
            Assert.Equal([false, true, true, false], Ask(plan, 999, 1000, 1499, 1500));
            plan.Run(999, log);
            Assert.Equal(0, log.Count);
            plan.Run(1000, log);
            Assert.True(plan.At(Soc).HasStarted);
            Assert.Equal(1500, plan.NextEventMilliseconds);
            plan.Run(1200, log);
            plan.Run(1499, log);
            Assert.Equal(1, log.Count);
            plan.Run(1500, log);

            Assert.Equal(["1000 FaultStarted 4", "1500 FaultEnded 4"], Lines(log));
            Assert.Equal(0, plan.SetCount);
            Assert.False(plan.At(Soc).IsSet);
            Assert.Equal(long.MaxValue, plan.NextEventMilliseconds);
        }

        [Fact]
        public void Set_WithoutDuration_ActsUntilItIsCleared()
        {
            var plan = new FaultPlan();
            var log = new EventLog();
            plan.Set(Soc, 50, 0, 0, 0);
            plan.Run(0, log);

            Assert.Equal(long.MaxValue, plan.At(Soc).EndMilliseconds);
            Assert.Equal(long.MaxValue, plan.NextEventMilliseconds);
            Assert.Equal([true, true], Ask(plan, 0, 1_000_000_000_000));
            plan.Clear(Soc);
            Assert.Equal([false], Ask(plan, 1));
            Assert.Equal(0, plan.SetCount);
        }

        // The second order begins anew: its start is noted again.
        [Fact]
        public void Set_InPlaceOfOneThatActs_StartsAgain()
        {
            var plan = new FaultPlan();
            var log = new EventLog();
            plan.Set(Soc, 50, 0, 0, 0);
            plan.Run(0, log);
            plan.Set(Soc, 60, 0, 2000, 100);

            Assert.Equal(1, plan.SetCount);
            Assert.Equal(2000, plan.NextEventMilliseconds);
            plan.Run(2000, log);
            plan.Run(2100, log);
            Assert.Equal(["0 FaultStarted 4", "2000 FaultStarted 4", "2100 FaultEnded 4"], Lines(log));
        }

        [Fact]
        public void Run_BeginAndEndMissed_NotesBoth()
        {
            var plan = new FaultPlan();
            var log = new EventLog();
            plan.Set(Soc, 50, 0, 10, 10);
            plan.Run(5000, log);

            Assert.Equal(["5000 FaultStarted 4", "5000 FaultEnded 4"], Lines(log));
        }

        [Fact]
        public void Several_Faults_CountAndTheEarliestEventIsNext()
        {
            var plan = new FaultPlan();
            plan.Set(Soh, 1, 0, 3000, 0);
            plan.Set(Soc, 1, 0, 2000, 0);
            plan.Set(FaultPlan.IndexOf(2, FrameFaultKind.Swap), 1, 0, 4000, 0);

            Assert.Equal(3, plan.SetCount);
            Assert.Equal(2000, plan.NextEventMilliseconds);
            Assert.True(plan.IsAnySet(FrameFaultKind.Swap));
            Assert.False(plan.IsAnySet(FrameFaultKind.Delay));
            Assert.Equal([false, true, true], AskAny(plan, 1999, 2000, 3500));
            plan.Clear(Soc);
            Assert.Equal(3000, plan.NextEventMilliseconds);
            Assert.Equal([false, true], AskAny(plan, 2999, 3000));
            plan.ClearAll();
            Assert.Equal(0, plan.SetCount);
            Assert.Equal(long.MaxValue, plan.NextEventMilliseconds);
            Assert.Equal([false], AskAny(plan, 5000));
            Assert.False(plan.IsAnySet(FrameFaultKind.Swap));
            Assert.False(plan.At(Soh).IsSet);
        }

        [Fact]
        public void IsAnySet_OfTheFirstAndTheLastFrame_IsFound()
        {
            foreach (int frame in new[] { 0, 8 })
            {
                var plan = new FaultPlan();
                plan.Set(FaultPlan.IndexOf(frame, FrameFaultKind.Delay), 1, 0, 0, 0);
                Assert.True(plan.IsAnySet(FrameFaultKind.Delay));
                Assert.False(plan.IsAnySet(FrameFaultKind.Omit));
            }
        }

        private static IEnumerable<bool> Ask(FaultPlan plan, params long[] times)
        {
            foreach (long time in times)
            {
                yield return plan.At(Soc).IsActiveAt(time);
            }
        }

        private static IEnumerable<bool> AskAny(FaultPlan plan, params long[] times)
        {
            foreach (long time in times)
            {
                yield return plan.IsAnyActiveAt(time);
            }
        }

        private static IEnumerable<string> Lines(EventLog log)
        {
            for (int place = 0; place < log.Count; place++)
            {
                yield return $"{log.MillisecondsAt(place)} {log.KindAt(place)} {log.SubjectAt(place)}";
            }
        }
    }
}
