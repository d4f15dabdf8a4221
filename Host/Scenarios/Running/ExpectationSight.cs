using System;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Plans;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>How an expectation is seen from a stand: what reads it, how late, and why it is not seen.</summary>
    internal static class ExpectationSight
    {
        /// <summary>Makes what watches an expectation.</summary>
        /// <param name="stand">Where it is seen from.</param>
        /// <param name="plan">What is expected.</param>
        /// <param name="lagMilliseconds">Time after its own for which it may have to be watched, ms.</param>
        public static ExpectationWatch Create(IStand stand, ExpectationPlan plan, out int lagMilliseconds)
        {
            Func<Observed>? read = stand.Bind(plan.What);
            Func<Observed>? readUntil = plan.Until == null ? null : stand.Bind(plan.Until.What);
            ObservationLimits limits = stand.LimitsOf(plan.What);
            ObservationLimits untilLimits = plan.Until == null ? ObservationLimits.None : stand.LimitsOf(plan.Until.What);
            ObservableReference hidden = read == null || plan.Until == null ? plan.What : plan.Until.What;
            string obstacle = stand.LimitsOf(hidden).Obstacle;
            string reason = $"{hidden.Text} cannot be seen on this stand{(obstacle.Length > 0 ? ": " + obstacle : "")}.";
            if (!stand.IsComplete && WhyNever(plan, limits) is string why)
            {
                read = null;
                reason = why;
            }

            lagMilliseconds = limits.LagMilliseconds + untilLimits.LagMilliseconds;
            return new ExpectationWatch(read == null ? plan : plan.SeenWith(limits, untilLimits), read, readUntil, reason);
        }

        /// <summary>Why a bench cannot see an expectation whatever happens there, in one sentence; null where it can.</summary>
        /// <param name="plan">What is expected.</param>
        /// <param name="limits">How well it is seen.</param>
        public static string? WhyNever(ExpectationPlan plan, ObservationLimits limits)
        {
            string name = plan.What.Text;
            if (plan.NeedsFreshInverter || (plan.Condition.IsForUnknown && name.StartsWith("inverter.", StringComparison.Ordinal)))
            {
                string what = plan.Condition.IsForUnknown ? "unknown" : "waiting";
                return $"{name} is {what} only to an inverter that was just switched on, and nobody switches this one.";
            }

            bool isBeyond = plan.Condition.Bounds is (long low, long high) && (high < limits.Least || low > limits.Most);
            return isBeyond
                ? $"{name} is read from a register that carries {plan.What.Kind.Format(Observed.Of(limits.Least))} to {plan.What.Kind.Format(Observed.Of(limits.Most))} and nothing beyond."
                : null;
        }
    }
}
