using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Observing;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>How well bus and instrument of a bench show something.</summary>
    internal static class BenchLimits
    {
        /// <summary>Longest time for which an answer of the instrument is used again, ms.</summary>
        public const int FreshMilliseconds = 200;

        // What an adapter's time stamps, a bus and the start of the clock may be off by together.
        private const int PortErrorMilliseconds = 15;

        // The bank's model takes a new load at its next step.
        private const int BankStepMilliseconds = 100;

        /// <summary>The limits.</summary>
        /// <param name="what">What is looked at; not what a register shows.</param>
        /// <param name="followMilliseconds">Longest time from a change of the inverter's current until the bank carries it, ms; 0 where it follows nothing.</param>
        public static ObservationLimits Of(ObservableReference what, int followMilliseconds)
        {
            int follow = followMilliseconds > 0 ? followMilliseconds + BankStepMilliseconds : 0;
            if (!what.IsOnBus)
            {
                return new ObservationLimits(FreshMilliseconds + follow, 0, "");
            }

            // What the bank measures follows the inverter as late as the bank does; a time since a frame counts on the scenario's clock.
            bool isMeasured = what.Signal != null && what.FrameId == MeasurementsFrame.CanId;
            bool isAge = what.Row is { Name: "age" } && what.Kind.Quantity == QuantityKind.Time;
            return new ObservationLimits(PortErrorMilliseconds + (isMeasured ? follow : 0), isAge ? PortErrorMilliseconds : 0, "");
        }
    }
}
