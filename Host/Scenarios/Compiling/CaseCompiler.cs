using System;
using System.Collections.Generic;
using BatterySim.Host.Scenarios.Actions;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Source;
using BatterySim.Host.Scenarios.Plans;

namespace BatterySim.Host.Scenarios.Compiling
{
    /// <summary>Makes the plan of one case from nodes in which every parameter is filled in.</summary>
    internal sealed class CaseCompiler
    {
        // A failure's frames are looked at a little after it, and a report shows what came of the last thing.
        private const long AftermathMilliseconds = 1000;

        private readonly DiagnosticList _diagnostics;
        private readonly List<TimedAction> _actions = [];
        private readonly List<ExpectationPlan> _expectations = [];
        private long _lastStepMilliseconds;

        public CaseCompiler(DiagnosticList diagnostics)
        {
            _diagnostics = diagnostics;
        }

        /// <summary>Compiles a case.</summary>
        /// <param name="parts">The file and its includes, parameters filled in.</param>
        /// <param name="isSetup">True for a shared set-up, which expects nothing.</param>
        /// <returns>The plan; null if there is a problem in this case.</returns>
        public CasePlan? Compile(CaseParts parts, bool isSetup)
        {
            int problemCount = _diagnostics.Count;
            SetupPlan setup = SetupReader.Read(parts.Bank, parts.Inverter, _diagnostics);
            bool isSetupWell = _diagnostics.Count == problemCount;
            foreach ((SourceNode timeline, bool mayExpect) in parts.Timelines)
            {
                var reader = new TimelineReader(setup, mayExpect, _diagnostics);
                reader.Read(timeline);
                _actions.AddRange(reader.Actions);
                _expectations.AddRange(reader.Expectations);
                _lastStepMilliseconds = Math.Max(_lastStepMilliseconds, reader.LastMilliseconds);
            }

            List<SabotagePlan> sabotages = parts.Sabotage == null
                ? []
                : new SabotageReader(parts.Bank, parts.Inverter, setup, _diagnostics).Read(parts.Sabotage);
            long end = EndOf(parts);
            if (!isSetup && _expectations.Count == 0 && _diagnostics.Count == problemCount)
            {
                _diagnostics.Add(parts.Position, "The scenario expects nothing; give a step 'expect:' or 'never:'.");
            }

            IReadOnlyList<TimedAction> actions = TimeOrder.Of(_actions);
            IReadOnlyList<ExpectationPlan> byTime = TimeOrder.Of(_expectations);

            // Whatever else is wrong: with the set-up known, lines that the instrument refuses are told of in the same round.
            if (isSetupWell)
            {
                InstrumentCheck.Run(setup, actions, byTime, _diagnostics);
            }

            // With wrong lines of its own, those of the scenario would only be reported twice.
            for (int index = 0; index < sabotages.Count && _diagnostics.Count == problemCount; index++)
            {
                SabotagePlan sabotage = sabotages[index];
                InstrumentCheck.Run(sabotage.Setup ?? setup, TimeOrder.Of([.. actions, .. sabotage.Actions]), [], _diagnostics);
            }

            return _diagnostics.Count > problemCount ? null : new CasePlan
            {
                Setup = setup,
                Actions = actions,
                Expectations = _expectations,
                Sabotages = sabotages,
                EndMilliseconds = end,
            };
        }

        private long EndOf(CaseParts parts)
        {
            long needed = _lastStepMilliseconds;
            ExpectationPlan? last = null;
            foreach (TimedAction timed in _actions)
            {
                long span = timed.Action is SendAction { EveryMilliseconds: > 0 } send ? Math.Max(0, send.ForMilliseconds) : 0;
                needed = Math.Max(needed, timed.AtMilliseconds + span);
            }

            foreach (ExpectationPlan expectation in _expectations)
            {
                long decided = DecidedBy(expectation);
                last = decided >= needed ? expectation : last;
                needed = Math.Max(needed, decided);
            }

            if (parts.End == null)
            {
                CheckUntil(needed);
                return needed + AftermathMilliseconds;
            }

            long? end = NodeReader.Time(parts.End, "end", _diagnostics);
            if (end != null && end < needed)
            {
                string what = last == null ? "the timeline" : $"'{last.Text}' in line {last.Position.Line}";
                _diagnostics.Add(
                    parts.End.Position,
                    $"The end at {QuantityKind.Time.Format(end.Value)} comes before {what} is decided at {QuantityKind.Time.Format(needed)}.");
            }

            return end ?? needed;
        }

        // An 'until' may take as long as the rest of the scenario; where nothing goes on after it, nobody knows how long that is.
        private void CheckUntil(long needed)
        {
            foreach (ExpectationPlan expectation in _expectations)
            {
                if (expectation.Until is { WithinMilliseconds: < 0 } && needed <= expectation.AtMilliseconds)
                {
                    _diagnostics.Add(expectation.Position,
                        "Nothing says how long to wait for what ends this; give the 'until' a 'within', or the scenario an 'end' or a step after it.");
                }
            }
        }

        private static long DecidedBy(ExpectationPlan plan)
        {
            long from = plan.AtMilliseconds + Math.Max(0, plan.WithinMilliseconds);
            long held = from + Math.Max(0, plan.ForMilliseconds);
            long ended = plan.Until == null ? 0 : plan.Until.AtMilliseconds + Math.Max(0, plan.Until.WithinMilliseconds);
            return Math.Max(Math.Max(held, plan.UntilMilliseconds), ended);
        }
    }
}
