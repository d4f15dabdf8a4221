using System;
using System.Collections.Generic;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Source;

namespace BatterySim.Host.Scenarios.Compiling
{
    /// <summary>Reads <c>parameters:</c> and <c>table:</c> into the values of each case.</summary>
    internal sealed class CaseTable
    {
        private const int CasesMax = 2000;

        private readonly DiagnosticList _diagnostics;
        private readonly List<(string Name, SourcePosition Position)> _names = [];

        private CaseTable(DiagnosticList diagnostics)
        {
            _diagnostics = diagnostics;
        }

        /// <summary>Names of the parameters and where they were named first.</summary>
        public IReadOnlyList<(string Name, SourcePosition Position)> Names => _names;

        /// <summary>The values of each case, in order; one case without values where there are no parameters.</summary>
        public List<Dictionary<string, string>> Cases { get; private set; } = [[]];

        /// <summary>Reads both keys of a file.</summary>
        public static CaseTable Read(SourceMap root, DiagnosticList diagnostics)
        {
            var table = new CaseTable(diagnostics);
            SourceEntry? parameters = root.Find("parameters");
            SourceEntry? rows = root.Find("table");
            if (parameters != null && rows != null)
            {
                diagnostics.Add(rows.Position, "Say parameters or table, not both.");
            }
            else if (parameters != null && NodeReader.Map(parameters.Value, "parameters", diagnostics) is SourceMap map)
            {
                table.ReadParameters(map);
            }
            else if (rows != null)
            {
                table.ReadRows(rows);
            }

            return table;
        }

        /// <summary>A case in words: "id=351, dlc=8"; the value of 'case' alone where a row has it.</summary>
        public static string LabelOf(IReadOnlyDictionary<string, string> values)
        {
            if (values.TryGetValue("case", out string? name))
            {
                return name;
            }

            var parts = new List<string>();
            foreach ((string key, string value) in values)
            {
                parts.Add(key + "=" + value);
            }

            return string.Join(", ", parts);
        }

        private void ReadParameters(SourceMap map)
        {
            foreach (SourceEntry entry in map.Entries)
            {
                IReadOnlyList<SourceNode> values = NodeReader.OneOrMany(entry.Value);
                CheckName(entry);
                if (values.Count == 0 || (long)Cases.Count * values.Count > CasesMax)
                {
                    _diagnostics.Add(entry.Position, values.Count == 0 ? $"The parameter '{entry.Key}' has no values." : $"These are more than {CasesMax} cases.");
                    return;
                }

                var cases = new List<Dictionary<string, string>>();
                foreach (Dictionary<string, string> before in Cases)
                {
                    foreach (SourceNode value in values)
                    {
                        cases.Add(new Dictionary<string, string>(before) { [entry.Key] = NodeReader.Text(value, entry.Key, _diagnostics) ?? "" });
                    }
                }

                Cases = cases;
            }
        }

        private void ReadRows(SourceEntry entry)
        {
            if (entry.Value is not SourceList { Items.Count: > 0 and <= CasesMax } list)
            {
                _diagnostics.Add(entry.Value.Position, $"table is a list of rows such as {{case: CVL, id: 351}}, {CasesMax} at most.");
                return;
            }

            Cases = [];
            SourceMap? first = null;
            var labels = new HashSet<string>();
            foreach (SourceNode item in list.Items)
            {
                if (NodeReader.Map(item, "A row of the table", _diagnostics) is not SourceMap row)
                {
                    continue;
                }

                first ??= row;
                var values = new Dictionary<string, string>();
                foreach (SourceEntry cell in row.Entries)
                {
                    if (row == first)
                    {
                        CheckName(cell);
                    }
                    else if (first.Find(cell.Key) == null)
                    {
                        _diagnostics.Add(cell.Position, $"'{cell.Key}' is in no row before it; every row has the same keys.");
                    }

                    values[cell.Key] = NodeReader.Text(cell.Value, cell.Key, _diagnostics) ?? "";
                }

                foreach (SourceEntry cell in first.Entries)
                {
                    if (row.Find(cell.Key) == null)
                    {
                        _diagnostics.Add(row.Position, $"The row has no '{cell.Key}'; every row has the same keys.");
                    }
                }

                if (!labels.Add(LabelOf(values)))
                {
                    _diagnostics.Add(row.Position, $"There is a row '{QuantityKind.Shorten(LabelOf(values))}' already.");
                }

                Cases.Add(values);
            }
        }

        private void CheckName(SourceEntry entry)
        {
            bool isName = entry.Key.Length > 0 && char.IsAsciiLetter(entry.Key[0])
                && Array.TrueForAll(entry.Key.ToCharArray(), character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
            if (!isName || entry.Key == "value")
            {
                _diagnostics.Add(entry.Position, $"'{QuantityKind.Shorten(entry.Key)}' is not a name of a parameter: letters, digits, - and _, and not 'value', which a ramp uses.");
            }

            _names.Add((entry.Key, entry.Position));
        }
    }
}
