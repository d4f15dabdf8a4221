using System;
using System.Collections.Generic;
using BatterySim.Host.Scenarios.Actions;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Plans;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>How many expectations of scenarios a bench can see, told from the files alone.</summary>
    /// <param name="Expectations">Expectations there are.</param>
    /// <param name="HiddenWithoutModbus">Those that CAN and SCPI do not show, or that come after what only a hand can do.</param>
    /// <param name="HiddenWithModbus">The same where the inverter's registers are read too, and its BMS block follows the bus.</param>
    public sealed record BenchSight(int Expectations, int HiddenWithoutModbus, int HiddenWithModbus)
    {
        /// <summary>Counts over cases.</summary>
        public static BenchSight Of(IEnumerable<ScenarioCase> cases)
        {
            ArgumentNullException.ThrowIfNull(cases);
            var sum = new BenchSight(0, 0, 0);
            foreach (ScenarioCase one in cases)
            {
                long hand = FirstHand(one.Plan);
                foreach (ExpectationPlan expectation in one.Plan.Expectations)
                {
                    sum = new BenchSight(
                        sum.Expectations + 1,
                        sum.HiddenWithoutModbus + Count(expectation, hand, false),
                        sum.HiddenWithModbus + Count(expectation, hand, true));
                }
            }

            return sum;
        }

        private static long FirstHand(CasePlan plan)
        {
            long first = long.MaxValue;
            foreach (TimedAction timed in plan.Actions)
            {
                if (timed.Action is InverterAction)
                {
                    first = Math.Min(first, timed.AtMilliseconds);
                }
            }

            return first;
        }

        private static int Count(ExpectationPlan expectation, long handMilliseconds, bool hasModbus)
        {
            bool isSeen = IsSeen(expectation.What, hasModbus) && (expectation.Until == null || IsSeen(expectation.Until.What, hasModbus));
            bool isHidden = ExpectationSight.WhyNever(expectation, RowOf(expectation.What)?.LimitsWith(0) ?? ObservationLimits.None) != null;
            return isSeen && !isHidden && expectation.AtMilliseconds < handMilliseconds ? 0 : 1;
        }

        private static bool IsSeen(ObservableReference what, bool hasModbus)
        {
            return what.IsOnBus || what.InstrumentQuery != null || (hasModbus && RowOf(what) != null);
        }

        private static RegisterObservable? RowOf(ObservableReference what)
        {
            bool isInverter = what.Row != null && what.Text.StartsWith("inverter.", StringComparison.Ordinal);
            return isInverter ? RegisterObservables.Find(what.Row!.Name, true, out _) : null;
        }
    }
}
