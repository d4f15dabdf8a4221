using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Scenarios.Language.Source;

namespace BatterySim.Host.Scenarios.Compiling
{
    /// <summary>One combination of a matrix: settings that are put on top of those of the file.</summary>
    /// <param name="Settings">Path of each setting, such as bank.profile, and its value.</param>
    internal sealed record MatrixCell(IReadOnlyList<(string[] Path, SourcePosition Place, SourceNode Value)> Settings)
    {
        /// <summary>The combination of a file without a matrix.</summary>
        public static MatrixCell None { get; } = new([]);

        /// <summary>In words: "inverter.model=8K, seed=2".</summary>
        public string Label => string.Join(", ", Settings.Select(static setting =>
            $"{string.Join('.', setting.Path)}={(setting.Value is SourceScalar scalar ? scalar.Text : setting.Value.Kind)}"));

        /// <summary>The parts of a case with these settings on top.</summary>
        public CaseParts ApplyTo(CaseParts parts)
        {
            CaseParts changed = parts;
            foreach ((string[] path, SourcePosition place, SourceNode value) in Settings)
            {
                SourceNode node = value;
                for (int index = path.Length - 1; index > 0; index--)
                {
                    node = new SourceMap(place, [new SourceEntry(path[index], place, node)]);
                }

                changed = path[0] switch
                {
                    "bank" => changed with { Bank = SetupMerge.Merge(node, changed.Bank) },
                    "inverter" => changed with { Inverter = SetupMerge.Merge(node, changed.Inverter) },
                    _ => changed with { Seed = node },
                };
            }

            return changed;
        }
    }
}
