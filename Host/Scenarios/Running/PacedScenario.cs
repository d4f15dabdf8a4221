using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Virtual;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Results;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>A case on the virtual stand that runs in pieces, on the caller's thread and at the caller's pace.</summary>
    /// <remarks>In how many pieces it is run changes neither a frame nor a verdict.</remarks>
    public sealed class PacedScenario : IDisposable
    {
        private readonly ScenarioCase _scenario;
        private readonly VirtualStand _stand = new();
        private readonly long _start = Stopwatch.GetTimestamp();
        private ScenarioRun? _run;
        private IEnumerator<bool>? _steps;
        private long _limit;
        private string? _problem;

        /// <summary>Sets bank and inverter up; the scenario's clock stands at 0.</summary>
        public PacedScenario(ScenarioCase scenario)
        {
            ArgumentNullException.ThrowIfNull(scenario);
            _scenario = scenario;
            try
            {
                _stand.SetUp(scenario.Plan.Setup, scenario.Seed, CancellationToken.None);
                _run = new ScenarioRun(_stand, scenario.Plan, null);
                _steps = _run.Steps(() => _limit, CancellationToken.None).GetEnumerator();
            }
            catch (StandException problem)
            {
                _problem = problem.Message;
            }
        }

        /// <summary>The case.</summary>
        public ScenarioCase Scenario => _scenario;

        /// <summary>Bank and inverter; null where they could not be set up.</summary>
        public TwinSession? Session => _run == null ? null : _stand.Twin;

        /// <summary>Time on the scenario's clock up to which everything has happened, ms.</summary>
        public long NowMilliseconds => IsOver ? Session?.NowMilliseconds ?? 0 : Math.Max(Session?.NowMilliseconds ?? 0, _limit);

        /// <summary>True once the verdict is there.</summary>
        public bool IsOver => _problem != null || _run is { IsOver: true };

        /// <summary>What was done or happened last, in words; empty before there was anything.</summary>
        public string LastStep => _run is { Marks.Count: > 0 } run ? run.Marks[^1].Text : "";

        /// <summary>Takes every frame of the scenario with its time in us, from now on.</summary>
        /// <param name="take">Takes a frame; its bytes hold until it returns.</param>
        public void Watch(Action<long, CanFrame> take)
        {
            if (Session is TwinSession session)
            {
                session.Bus.FrameCompleted += (long microseconds, VirtualBusNode sender, CanFrame frame) =>
                {
                    if (!IsOver)
                    {
                        take(microseconds, frame);
                    }
                };
            }
        }

        /// <summary>Runs on, up to a time or to the end.</summary>
        /// <param name="milliseconds">Time on the scenario's clock, ms.</param>
        public void AdvanceTo(long milliseconds)
        {
            if (IsOver)
            {
                return;
            }

            _limit = milliseconds;
            try
            {
                _steps!.MoveNext();
            }
            catch (StandException problem)
            {
                _problem = problem.Message;
            }
        }

        /// <summary>What came of it so far.</summary>
        public ScenarioResult Result() => ScenarioRunner.Compose(
            _scenario,
            _run,
            new RunOutcome(_problem, _stand.Name, null, InverterConditions.None, _scenario.Seed, null, Stopwatch.GetElapsedTime(_start), null));

        /// <inheritdoc/>
        public void Dispose()
        {
            _steps?.Dispose();
            _stand.Dispose();
        }
    }
}
