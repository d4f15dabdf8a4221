using System.Collections.Generic;
using BatterySim.Host.Scenarios.Language.Source;
using BatterySim.Host.Scenarios.Plans;

namespace BatterySim.Host.Scenarios.Compiling
{
    /// <summary>Reads <c>sabotage:</c>: ways to break bank or bench so that the scenario must fail.</summary>
    internal sealed class SabotageReader
    {
        /// <summary>Keys of a sabotage besides those of actions.</summary>
        public static readonly string[] Keys = ["why", "at"];

        private readonly SourceNode? _bank;
        private readonly SourceNode? _inverter;
        private readonly SetupPlan _setup;
        private readonly DiagnosticList _diagnostics;

        public SabotageReader(SourceNode? bank, SourceNode? inverter, SetupPlan setup, DiagnosticList diagnostics)
        {
            _bank = bank;
            _inverter = inverter;
            _setup = setup;
            _diagnostics = diagnostics;
        }

        /// <summary>Reads all of them.</summary>
        public List<SabotagePlan> Read(SourceNode node)
        {
            var plans = new List<SabotagePlan>();
            foreach (SourceNode item in NodeReader.OneOrMany(node))
            {
                if (NodeReader.Map(item, "A sabotage", _diagnostics) is SourceMap map)
                {
                    plans.Add(ReadOne(map));
                }
            }

            return plans;
        }

        // With 'at', bank and inverter are actions; without, they replace keys of the set-up.
        private SabotagePlan ReadOne(SourceMap map)
        {
            string? why = map.Find("why") is SourceEntry reason ? NodeReader.Text(reason.Value, "why", _diagnostics) : null;
            if (map.Find("why") == null)
            {
                _diagnostics.Add(map.Position, "The sabotage does not say why the scenario must fail with it; say 'why: ...'.");
            }

            SourceEntry? at = map.Find("at");
            long time = at == null ? 0 : NodeReader.Time(at.Value, "at", _diagnostics) ?? 0;
            SetupPlan? setup = at == null ? ReadSetup(map) : null;
            var actions = new ActionReader((setup ?? _setup).HasInverter, _diagnostics);
            bool isEmpty = setup == null;
            foreach (SourceEntry entry in map.Entries)
            {
                if (entry.Key is "why" or "at" || (at == null && (entry.Key is "bank" or "inverter")))
                {
                    continue;
                }

                isEmpty = false;
                if (!actions.TryRead(entry, time))
                {
                    NodeReader.Unknown(entry, [.. Keys, .. ActionReader.Keys, "battery 1", "frame 351"], _diagnostics);
                }
            }

            if (isEmpty)
            {
                _diagnostics.Add(map.Position, "The sabotage breaks nothing; say what, such as do: OUTP ON.");
            }

            return new SabotagePlan { Why = why ?? "", Actions = actions.Actions, Setup = setup };
        }

        private SetupPlan? ReadSetup(SourceMap map)
        {
            SourceNode? bank = map.Find("bank")?.Value;
            SourceNode? inverter = map.Find("inverter")?.Value;
            return bank == null && inverter == null
                ? null
                : SetupReader.Read(SetupMerge.Merge(bank, _bank), SetupMerge.Merge(inverter, _inverter), _diagnostics);
        }
    }
}
