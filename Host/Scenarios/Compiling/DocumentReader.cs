using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Source;
using BatterySim.Host.Scenarios.Plans;

namespace BatterySim.Host.Scenarios.Compiling
{
    /// <summary>Reads a file with what it includes, and compiles its cases.</summary>
    internal sealed class DocumentReader
    {
        /// <summary>Keys of a file.</summary>
        public static readonly string[] Keys =
            ["name", "description", "source", "tags", "include", "seed", "bank", "inverter", "parameters", "table", "matrix", "end", "timeline", "sabotage"];

        /// <summary>Keys that a shared set-up does not have.</summary>
        public static readonly string[] ScenarioOnlyKeys = ["parameters", "table", "matrix", "sabotage", "source"];

        /// <summary>Start of everything random.</summary>
        public static readonly ValueForm SeedForm = Form.Count(0, uint.MaxValue);

        private const int IncludeDepthMax = 8;

        private readonly ScenarioDocument _document;
        private readonly DiagnosticList _diagnostics = new();
        private readonly HashSet<string> _used = [];

        private DocumentReader(ScenarioDocument document)
        {
            _document = document;
        }

        /// <summary>Reads a document from the text of its file.</summary>
        public static ScenarioDocument Read(string path, string text)
        {
            var document = new ScenarioDocument(path) { Name = Path.GetFileName(path), Lines = text.ReplaceLineEndings("\n").Split('\n') };
            var reader = new DocumentReader(document);
            if (SourceReader.Read(path, text, reader._diagnostics) is SourceMap root)
            {
                reader.ReadRoot(root);
            }

            document.Diagnostics = reader._diagnostics.Sorted(path);
            if (document.Diagnostics.Count > 0)
            {
                document.Cases = [];
            }

            return document;
        }

        private void ReadRoot(SourceMap root)
        {
            CheckKeys(root, _document.IsSetup);
            ReadHead(root);
            var files = new List<SourceMap>();
            AddWithIncludes(root, [Path.GetFullPath(_document.Path)], files);
            CaseTable table = CaseTable.Read(root, _diagnostics);
            CaseParts parts = PartsOf(root, files);
            IReadOnlyList<MatrixCell> cells = root.Find("matrix") is SourceEntry matrix
                ? MatrixReader.Read(matrix, table.Cases.Count, _diagnostics)
                : [MatrixCell.None];
            if (!_document.IsSetup && root.Find("timeline") == null)
            {
                _diagnostics.Add(root.Position, "The scenario has no timeline.");
            }

            var cases = new List<ScenarioCase>();
            foreach (Dictionary<string, string> values in table.Cases)
            {
                foreach (MatrixCell cell in cells)
                {
                    if (ReadCase(root, cell.ApplyTo(parts), values, cell.Label) is ScenarioCase one)
                    {
                        cases.Add(one);
                    }
                }
            }

            foreach ((string name, SourcePosition position) in table.Names)
            {
                if (name != "case" && !_used.Contains(name))
                {
                    _diagnostics.Add(position, $"The parameter '{QuantityKind.Shorten(name)}' is used nowhere; write <{QuantityKind.Shorten(name)}> where its value belongs.");
                }
            }

            _document.Cases = _document.IsSetup ? [] : cases;
        }

        private void ReadHead(SourceMap root)
        {
            _document.Name = TextOf(root, "name") ?? _document.Name;
            _document.Description = TextOf(root, "description") ?? "";
            _document.Source = TextOf(root, "source") ?? "";
            if (root.Find("name") == null)
            {
                _diagnostics.Add(root.Position, "The file has no name; say 'name: ...', one sentence on what is shown.");
            }

            var tags = new List<string>();
            foreach (SourceNode node in root.Find("tags") is SourceEntry entry ? NodeReader.OneOrMany(entry.Value) : [])
            {
                if (NodeReader.Text(node, "tags", _diagnostics) is string tag)
                {
                    tags.Add(tag);
                }
            }

            _document.Tags = tags;
        }

        private string? TextOf(SourceMap root, string key)
        {
            return root.Find(key) is SourceEntry entry ? NodeReader.Text(entry.Value, key, _diagnostics) : null;
        }

        private ScenarioCase? ReadCase(SourceMap root, CaseParts parts, Dictionary<string, string> values, string cell)
        {
            var substitution = new Substitution(values, _used, _diagnostics);
            CaseParts filled = parts.Fill(substitution);
            uint seed = filled.Seed != null && SeedForm.TryRead(filled.Seed, "seed", _diagnostics, out FormValue read) ? (uint)read.Number : 1;
            CasePlan? plan = new CaseCompiler(_diagnostics).Compile(filled, _document.IsSetup);
            string name = Filled(root, "name", _document.Name, substitution);
            string description = Filled(root, "description", _document.Description, substitution);
            string source = Filled(root, "source", _document.Source, substitution);
            return plan == null ? null : new ScenarioCase(_document, plan)
            {
                Name = name,
                Description = description,
                Source = source,
                Label = string.Join(", ", new[] { CaseTable.LabelOf(values), cell }.Where(static part => part.Length > 0)),
                Seed = seed,
            };
        }

        private static string Filled(SourceMap root, string key, string text, Substitution substitution)
        {
            return root.Find(key) is SourceEntry entry ? substitution.Apply(text, entry.Value.Position) : text;
        }

        private void CheckKeys(SourceMap map, bool isSetup)
        {
            foreach (SourceEntry entry in map.Entries)
            {
                if (Array.IndexOf(Keys, entry.Key) < 0)
                {
                    NodeReader.Unknown(entry, Keys, _diagnostics);
                }
                else if (isSetup && Array.IndexOf(ScenarioOnlyKeys, entry.Key) >= 0)
                {
                    _diagnostics.Add(entry.Position, $"A shared set-up has no '{entry.Key}'.");
                }
            }
        }

        // What is included comes before what includes it.
        private void AddWithIncludes(SourceMap map, List<string> chain, List<SourceMap> files)
        {
            foreach (SourceNode node in map.Find("include") is SourceEntry entry ? NodeReader.OneOrMany(entry.Value) : [])
            {
                if (NodeReader.Text(node, "include", _diagnostics) is string name)
                {
                    Include(name, node.Position, chain, files);
                }
            }

            files.Add(map);
        }

        private void Include(string name, SourcePosition position, List<string> chain, List<SourceMap> files)
        {
            if (!name.EndsWith(ScenarioDocument.SetupEnding, StringComparison.Ordinal))
            {
                _diagnostics.Add(position, $"'{QuantityKind.Shorten(name)}' is not a shared set-up; only files that end in {ScenarioDocument.SetupEnding} can be included.");
                return;
            }

            string path = name.Contains('\0', StringComparison.Ordinal) ? name : Path.Combine(Path.GetDirectoryName(position.Path) ?? "", name);
            string? text = ScenarioText.Read(path, out string problem);
            if (text == null)
            {
                _diagnostics.Add(position, $"'{QuantityKind.Shorten(name)}' cannot be included: {problem}");
                return;
            }

            string full = Path.GetFullPath(path);
            if (chain.Contains(full) || chain.Count > IncludeDepthMax)
            {
                _diagnostics.Add(position, $"'{QuantityKind.Shorten(name)}' includes itself in the end.");
                return;
            }

            if (SourceReader.Read(path, text, _diagnostics) is SourceMap included)
            {
                CheckKeys(included, true);
                AddWithIncludes(included, [.. chain, full], files);
            }
        }

        private static CaseParts PartsOf(SourceMap root, List<SourceMap> files)
        {
            SourceNode? bank = null;
            SourceNode? inverter = null;
            SourceNode? seed = null;
            SourceNode? end = null;
            var timelines = new List<(SourceNode, bool)>();
            foreach (SourceMap file in files)
            {
                bank = SetupMerge.Merge(file.Find("bank")?.Value, bank);
                inverter = SetupMerge.Merge(file.Find("inverter")?.Value, inverter);
                seed = file.Find("seed")?.Value ?? seed;
                end = file.Find("end")?.Value ?? end;
                if (file.Find("timeline") is SourceEntry timeline)
                {
                    bool isScenario = file == root && !root.Position.Path.EndsWith(ScenarioDocument.SetupEnding, StringComparison.Ordinal);
                    timelines.Add((timeline.Value, isScenario));
                }
            }

            return new CaseParts
            {
                Position = root.Position,
                Bank = bank,
                Inverter = inverter,
                Seed = seed,
                End = end,
                Timelines = timelines,
                Sabotage = root.Find("sabotage")?.Value,
            };
        }
    }
}
