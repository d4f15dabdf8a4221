using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Scenarios.Plans;

namespace BatterySim.Host.Scenarios.Compiling
{
    /// <summary>Puts things in the order of their times; what has the same time keeps its order.</summary>
    internal static class TimeOrder
    {
        /// <summary>Actions by time.</summary>
        public static IReadOnlyList<TimedAction> Of(IEnumerable<TimedAction> actions) => [.. actions.OrderBy(action => action.AtMilliseconds)];

        /// <summary>Expectations by time.</summary>
        public static IReadOnlyList<ExpectationPlan> Of(IEnumerable<ExpectationPlan> plans) => [.. plans.OrderBy(plan => plan.AtMilliseconds)];
    }
}
