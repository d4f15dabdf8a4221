using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Source;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Plans;

namespace BatterySim.Host.Scenarios.Compiling
{
    /// <summary>Reads what is expected at a step.</summary>
    internal sealed class ExpectationReader
    {
        /// <summary>Keys of an expectation.</summary>
        public static readonly string[] Keys = ["that", "query", .. ConditionReader.Words, "tolerance", "within", "for", "until"];

        private readonly ReferenceReader _references;
        private readonly DiagnosticList _diagnostics;

        public ExpectationReader(SetupPlan setup, DiagnosticList diagnostics)
        {
            _references = new ReferenceReader(setup, diagnostics);
            _diagnostics = diagnostics;
        }

        /// <summary>Reads an expectation; null with a problem if it is none.</summary>
        public ExpectationPlan? Read(SourceNode node, long atMilliseconds, bool isNever)
        {
            if (NodeReader.Map(node, isNever ? "never" : "expect", _diagnostics) is not SourceMap map)
            {
                return null;
            }

            int problemCount = _diagnostics.Count;
            CheckKeys(map, Keys);
            if (Reference(map) is not ObservableReference what || new ConditionReader(what, _diagnostics).Read(map) is not Condition condition)
            {
                return null;
            }

            long within = TimeOf(map, "within");
            long lasting = TimeOf(map, "for");
            long until = -1;
            ExpectationPlan? end = ReadUntil(map, atMilliseconds, ref until);
            CheckTimes(map, atMilliseconds, isNever, until);
            if (_diagnostics.Count > problemCount)
            {
                return null;
            }

            string text = (isNever ? "never " : "") + what.Text + " " + condition.Text
                + Part(" within ", within) + Part(" for ", lasting) + Part(" until ", until)
                + (end == null ? "" : " until " + end.Text);
            return new ExpectationPlan
            {
                Text = text,
                Position = map.Position,
                What = what,
                Condition = condition,
                AtMilliseconds = atMilliseconds,
                IsNever = isNever,
                WithinMilliseconds = within,
                ForMilliseconds = lasting,
                UntilMilliseconds = until,
                Until = end,
            };
        }

        private static string Part(string word, long milliseconds) => milliseconds < 0 ? "" : word + QuantityKind.Time.Format(milliseconds);

        private ObservableReference? Reference(SourceMap map)
        {
            if (map.Find("that") is not SourceEntry that)
            {
                _diagnostics.Add(map.Position, "Nothing says what is looked at; say 'that: ...'.");
                return null;
            }

            SourceEntry? query = map.Find("query");
            string? question = query == null ? null : NodeReader.Text(query.Value, "query", _diagnostics);
            string? name = NodeReader.Text(that.Value, "that", _diagnostics);
            if (name == null || (query != null && question == null))
            {
                return null;
            }

            if (query != null && name != "scpi")
            {
                _diagnostics.Add(query.Position, "A query goes with 'that: scpi' only.");
                return null;
            }

            return _references.Read(name, that.Value.Position, question);
        }

        private void CheckKeys(SourceMap map, string[] keys)
        {
            foreach (SourceEntry entry in map.Entries)
            {
                if (System.Array.IndexOf(keys, entry.Key) < 0)
                {
                    NodeReader.Unknown(entry, keys, _diagnostics);
                }
            }
        }

        private long TimeOf(SourceMap map, string key)
        {
            return map.Find(key) is SourceEntry entry ? NodeReader.Time(entry.Value, key, _diagnostics) ?? -1 : -1;
        }

        private ExpectationPlan? ReadUntil(SourceMap map, long atMilliseconds, ref long until)
        {
            if (map.Find("until") is not SourceEntry entry)
            {
                return null;
            }

            if (entry.Value is not SourceMap inner)
            {
                until = NodeReader.Time(entry.Value, "until", _diagnostics) ?? -1;
                return null;
            }

            if ((inner.Find("for") ?? inner.Find("until")) is SourceEntry odd)
            {
                _diagnostics.Add(odd.Position, $"What ends an expectation has no '{odd.Key}'; it may have 'within'.");
                return null;
            }

            return Read(inner, atMilliseconds, false);
        }

        private void CheckTimes(SourceMap map, long atMilliseconds, bool isNever, long until)
        {
            if (map.Find("for") is SourceEntry lasting && map.Find("until") != null)
            {
                _diagnostics.Add(lasting.Position, "Say 'for' or 'until', not both.");
            }

            if (isNever && map.Find("within") is SourceEntry within)
            {
                _diagnostics.Add(within.Position, "'never' has no 'within'; it may have 'for' or 'until'.");
            }

            if (until >= 0 && until <= atMilliseconds)
            {
                _diagnostics.Add(
                    map.Find("until")!.Value.Position,
                    $"'until {QuantityKind.Time.Format(until)}' is a time on the clock and has passed at {QuantityKind.Time.Format(atMilliseconds)}; use 'for' for a span.");
            }
        }
    }
}
