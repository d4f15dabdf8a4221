using System;
using System.Collections.Generic;
using System.Threading;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Plans;
using BatterySim.Host.Scenarios.Results;
using BatterySim.Host.Scenarios.Running;

namespace BatterySim.Host.Tests.Scenarios.Running
{
    /// <summary>A bench whose course is written down beforehand: time jumps, values come from a function of it.</summary>
    internal sealed class PlayedStand : IStand
    {
        private const int StepMilliseconds = 10;

        /// <inheritdoc/>
        public event Action<FrameRecord>? FrameSeen;

        /// <inheritdoc/>
        public event Action? Stepped;

        /// <inheritdoc/>
        public event Action<MarkKind, long, string>? Reported;

        /// <summary>What is seen of a name at a time, ms.</summary>
        public Func<string, long, Observed> Course { get; init; } = (_, _) => Observed.Unknown;

        /// <summary>How well a name is seen.</summary>
        public Func<string, ObservationLimits> Sight { get; init; } = _ => ObservationLimits.None;

        /// <summary>What was done, with its time, ms.</summary>
        public List<(long Milliseconds, string What)> Done { get; } = [];

        public string Name => "played";

        public bool IsComplete => false;

        public long ActionLeadMilliseconds { get; init; }

        public int UntoldLatenessMilliseconds { get; init; }

        public InverterConditions Conditions { get; init; } = InverterConditions.None;

        public long NowMilliseconds { get; private set; }

        public FrameWatch Frames { get; } = new();

        public void SetUp(SetupPlan plan, uint seed, CancellationToken stop) => NowMilliseconds = -ActionLeadMilliseconds;

        public void AdvanceTo(long milliseconds, CancellationToken stop)
        {
            do
            {
                NowMilliseconds = Math.Min(milliseconds, NowMilliseconds + StepMilliseconds);
                Stepped?.Invoke();
            }
            while (NowMilliseconds < milliseconds);
        }

        public string? Execute(string line)
        {
            Done.Add((NowMilliseconds, line));
            Reported?.Invoke(MarkKind.Bank, NowMilliseconds, line);
            return null;
        }

        public string? SetInverter(InverterKey key, in FormValue value) => null;

        public string? Send(in FrameRecord frame)
        {
            Done.Add((NowMilliseconds, "send"));
            FrameSeen?.Invoke(frame);
            return null;
        }

        public Func<Observed>? Bind(ObservableReference what) => () => Course(what.Text, NowMilliseconds);

        public ObservationLimits LimitsOf(ObservableReference what) => Sight(what.Text);

        public long ReadWorstSlipMilliseconds() => 0;

        public PlotSample Sample() => new(NowMilliseconds, 0, 0, 0, 0, 0, 0);

        public void Dispose()
        {
        }
    }
}
