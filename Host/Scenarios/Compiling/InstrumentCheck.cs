using System.Collections.Generic;
using BatterySim.Bms.Instrument;
using BatterySim.Host.Scenarios.Actions;
using BatterySim.Host.Scenarios.Language.Source;
using BatterySim.Host.Scenarios.Plans;
using BatterySim.Host.Scenarios.Running;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Scenarios.Compiling
{
    /// <summary>Has a scratch instrument of the same set-up carry out every line of a case in its order, so that none is refused in a run.</summary>
    internal sealed class InstrumentCheck
    {
        private readonly TwinSession _scratch;
        private readonly DiagnosticList _diagnostics;

        private InstrumentCheck(SetupPlan setup, DiagnosticList diagnostics)
        {
            _scratch = VirtualStand.CreateTwin(setup, 1);
            _diagnostics = diagnostics;
            foreach (PlannedLine line in setup.Lines)
            {
                Execute(line.Line, line.Position);
            }
        }

        /// <summary>Checks the lines of a case.</summary>
        /// <param name="setup">Bank and inverter.</param>
        /// <param name="actions">What is done, by time.</param>
        /// <param name="expectations">What is expected, by time.</param>
        /// <param name="diagnostics">Takes what is refused.</param>
        public static void Run(
            SetupPlan setup, IReadOnlyList<TimedAction> actions, IReadOnlyList<ExpectationPlan> expectations, DiagnosticList diagnostics)
        {
            var check = new InstrumentCheck(setup, diagnostics);
            int done = 0;
            foreach (ExpectationPlan expectation in expectations)
            {
                done = check.DoUntil(expectation.AtMilliseconds, actions, done);
                check.Ask(expectation);
                if (expectation.Until != null)
                {
                    check.Ask(expectation.Until);
                }
            }

            check.DoUntil(long.MaxValue, actions, done);
        }

        private int DoUntil(long milliseconds, IReadOnlyList<TimedAction> actions, int done)
        {
            int index = done;
            while (index < actions.Count && actions[index].AtMilliseconds <= milliseconds)
            {
                if (actions[index].Action is ScpiAction scpi)
                {
                    Execute(scpi.Text, scpi.Position);
                }

                index++;
            }

            return index;
        }

        private void Ask(ExpectationPlan expectation)
        {
            string? query = expectation.What.InstrumentQuery;
            if (query == null)
            {
                return;
            }

            string answer = Execute(query, expectation.Position);
            if (answer.Length == 0 && expectation.What.Query != null && _scratch.Simulator.Instrument.Errors.Count == 0)
            {
                _diagnostics.Add(expectation.Position, $"'{query}' asks nothing; a question ends with a question mark.");
            }
        }

        private string Execute(string line, SourcePosition position)
        {
            ErrorQueue errors = _scratch.Simulator.Instrument.Errors;
            errors.Clear();
            string answer = _scratch.Simulator.Execute(line);
            if (errors.Count > 0)
            {
                _diagnostics.Add(position, $"The instrument refuses '{line}': {VirtualStand.ErrorText(errors)}.");
            }

            return answer;
        }
    }
}
