using System.Collections.Generic;
using BatterySim.Host.Scenarios.Actions;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Source;
using BatterySim.Host.Scenarios.Plans;

namespace BatterySim.Host.Scenarios.Compiling
{
    /// <summary>Reads <c>timeline:</c>: steps with their times, what they do and what they expect.</summary>
    internal sealed class TimelineReader
    {
        /// <summary>Keys of a step besides those of actions.</summary>
        public static readonly string[] Keys = ["at", "after", "note", "expect", "never"];

        private readonly DiagnosticList _diagnostics;
        private readonly bool _mayExpect;
        private readonly ExpectationReader _expectationReader;
        private readonly ActionReader _actionReader;

        /// <param name="setup">Bank and inverter.</param>
        /// <param name="mayExpect">False for a shared set-up.</param>
        /// <param name="diagnostics">Takes what is wrong.</param>
        public TimelineReader(SetupPlan setup, bool mayExpect, DiagnosticList diagnostics)
        {
            _diagnostics = diagnostics;
            _mayExpect = mayExpect;
            _expectationReader = new ExpectationReader(setup, diagnostics);
            _actionReader = new ActionReader(setup.HasInverter, diagnostics);
        }

        /// <summary>What is done.</summary>
        public List<TimedAction> Actions => _actionReader.Actions;

        /// <summary>What is expected.</summary>
        public List<ExpectationPlan> Expectations { get; } = [];

        /// <summary>Time of the last step, ms.</summary>
        public long LastMilliseconds { get; private set; }

        /// <summary>Reads the steps.</summary>
        public void Read(SourceNode node)
        {
            if (node is not SourceList list)
            {
                _diagnostics.Add(node.Position, $"timeline is a list of steps, each with a dash before it, and here stands {node.Kind}.");
                return;
            }

            long now = 0;
            foreach (SourceNode item in list.Items)
            {
                if (NodeReader.Map(item, "A step of the timeline", _diagnostics) is SourceMap map)
                {
                    now = ReadTime(map, now);
                    ReadStep(map, now);
                }
            }

            LastMilliseconds = now;
        }

        /// <summary>Reads 'at' or 'after' of a step.</summary>
        private long ReadTime(SourceMap map, long previous)
        {
            SourceEntry? at = map.Find("at");
            SourceEntry? after = map.Find("after");
            if (at == null && after == null)
            {
                _diagnostics.Add(map.Position, "The step has no time; say 'at: 10 s', or 'after: 5 s' for a time after the step before it.");
                return previous;
            }

            if (at != null && after != null)
            {
                _diagnostics.Add(after.Position, "Say 'at' or 'after', not both.");
                return previous;
            }

            long? time = NodeReader.Time((at ?? after)!.Value, at != null ? "at" : "after", _diagnostics);
            if (time == null)
            {
                return previous;
            }

            long milliseconds = at != null ? time.Value : previous + time.Value;
            if (milliseconds < previous)
            {
                _diagnostics.Add(
                    at!.Value.Position,
                    $"'at: {QuantityKind.Time.Format(milliseconds)}' is before the step in front of it at {QuantityKind.Time.Format(previous)}; put the steps in order.");
                return previous;
            }

            return milliseconds;
        }

        private void ReadStep(SourceMap map, long now)
        {
            if (map.Find("note") is SourceEntry note && NodeReader.Text(note.Value, "note", _diagnostics) is string text)
            {
                Actions.Add(new TimedAction(now, new NoteAction(note.Value.Position, text)));
            }

            foreach (SourceEntry entry in map.Entries)
            {
                if (entry.Key is "at" or "after" or "note")
                {
                    continue;
                }

                if (entry.Key is "expect" or "never")
                {
                    ReadExpectations(entry, now);
                }
                else if (!_actionReader.TryRead(entry, now))
                {
                    NodeReader.Unknown(entry, [.. Keys, .. ActionReader.Keys, "battery 1", "frame 351"], _diagnostics);
                }
            }
        }

        private void ReadExpectations(SourceEntry entry, long now)
        {
            if (!_mayExpect)
            {
                _diagnostics.Add(entry.Position, "A shared set-up expects nothing; put the expectation into the scenario.");
                return;
            }

            foreach (SourceNode node in NodeReader.OneOrMany(entry.Value))
            {
                if (_expectationReader.Read(node, now, entry.Key == "never") is ExpectationPlan plan)
                {
                    Expectations.Add(plan);
                }
            }
        }
    }
}
