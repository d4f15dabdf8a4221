using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Scenarios.Language.Source;

namespace BatterySim.Host.Scenarios.Compiling
{
    /// <summary>Reads <c>matrix:</c>: settings of bank and inverter, and seeds, each with a list of values; every combination is a case.</summary>
    internal static class MatrixReader
    {
        private const int CasesMax = 2000;
        private static readonly string[] Roots = ["bank", "inverter", "seed"];

        /// <summary>The combinations, in the order of the file; one without settings where there is a problem.</summary>
        /// <param name="entry">The key with its value.</param>
        /// <param name="rows">Cases that parameters or a table make by themselves.</param>
        /// <param name="diagnostics">Takes what is wrong.</param>
        public static IReadOnlyList<MatrixCell> Read(SourceEntry entry, int rows, DiagnosticList diagnostics)
        {
            if (NodeReader.Map(entry.Value, "matrix", diagnostics) is not SourceMap map)
            {
                return [MatrixCell.None];
            }

            List<MatrixCell> cells = [MatrixCell.None];
            foreach (SourceEntry setting in map.Entries)
            {
                string[] path = setting.Key.Split('.');
                bool isSeed = path[0] == "seed";
                if (!Roots.Contains(path[0]) || path.Length == 1 != isSeed)
                {
                    string hint = Roots.Contains(path[0]) ? "; name the setting, as bank.profile, inverter.model or seed." : NearestName.Hint(path[0], Roots);
                    diagnostics.Add(setting.Position, $"'{setting.Key}' is not a setting of a matrix{hint}");
                    continue;
                }

                IReadOnlyList<SourceNode> values = NodeReader.OneOrMany(setting.Value);
                if (values.Count == 0 || (long)cells.Count * values.Count * rows > CasesMax)
                {
                    diagnostics.Add(setting.Position, values.Count == 0 ? $"'{setting.Key}' has no values." : $"These are more than {CasesMax} cases.");
                    return [MatrixCell.None];
                }

                cells = [.. cells.SelectMany(cell => values.Select(value => new MatrixCell([.. cell.Settings, (path, setting.Position, value)])))];
            }

            return cells;
        }
    }
}
