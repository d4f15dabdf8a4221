using System;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Plans;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>Why something that failed on a stand says nothing of bank and inverter.</summary>
    internal sealed class FailureDoubts
    {
        private readonly IStand _stand;
        private readonly bool _needsFreshInverter;

        public FailureDoubts(IStand stand, CasePlan plan)
        {
            _stand = stand;
            _needsFreshInverter = !stand.IsComplete && plan.Expectations.Any(static one => one.NeedsFreshInverter);
        }

        /// <summary>The reason, in one sentence; null where the failure counts.</summary>
        /// <param name="watch">What failed.</param>
        /// <param name="slipMilliseconds">The longest for which a machine of the stand was late, ms.</param>
        public string? Of(ExpectationWatch watch, long slipMilliseconds)
        {
            string? why = _stand.Doubt ?? Freshness(watch) ?? Shortness(watch) ?? Blindness(watch) ?? Lateness(watch, slipMilliseconds);
            return _stand.Obstacle ?? (why == null ? null : $"{watch.Seen} {why}");
        }

        // What the bank alone says does not come of the inverter.
        private string? Freshness(ExpectationWatch watch)
        {
            ObservableReference what = watch.Plan.What;
            bool isOfBank = what.Row?.OnBus != null && what.FrameId != InverterReplyFrame.CanId;
            return _needsFreshInverter && !isOfBank
                ? "It may come of an inverter that is not just switched on, which this case takes for granted and nobody does."
                : null;
        }

        private string? Shortness(ExpectationWatch watch)
        {
            return watch.Plan.IsTooShort
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"It could not be judged: it is to hold for less than half of the {_stand.LimitsOf(watch.Plan.What).LagMilliseconds} ms by which it is seen late.")
                : null;
        }

        private string? Blindness(ExpectationWatch watch)
        {
            string means = _stand.LimitsOf(watch.Plan.What).UnknownMeans;
            return watch.IsUnknown && means.Length > 0 ? means : null;
        }

        private string? Lateness(ExpectationWatch watch, long slipMilliseconds)
        {
            long late = Math.Max(slipMilliseconds, _stand.UntoldLatenessMilliseconds);
            bool isFiner = watch.Plan.What.Kind.Quantity == QuantityKind.Time && watch.Excess > 0 && watch.Excess <= late;
            return isFiner
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"It could not be judged: this machine, or that of the bank, may have been up to {late} ms late, and it is off by {watch.Excess} ms.")
                : null;
        }
    }
}
