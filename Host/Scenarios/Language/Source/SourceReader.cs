using System;
using System.Collections.Generic;
using System.IO;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BatterySim.Host.Scenarios.Language.Source
{
    /// <summary>Reads YAML into nodes that know their place. What it does not allow is reported, never thrown.</summary>
    internal sealed class SourceReader
    {
        // Deeper than any scenario, and far from what a stack holds.
        private const int DepthMax = 32;

        private readonly string _path;
        private readonly DiagnosticList _diagnostics;
        private readonly Parser _parser;

        private SourceReader(string path, string text, DiagnosticList diagnostics)
        {
            _path = path;
            _diagnostics = diagnostics;
            _parser = new Parser(new StringReader(text));
        }

        /// <summary>Reads the one document of a file.</summary>
        /// <returns>Its block of keys; null if it has none, and then there is a problem.</returns>
        public static SourceMap? Read(string path, string text, DiagnosticList diagnostics)
        {
            try
            {
                return new SourceReader(path, text, diagnostics).ReadDocument();
            }
            catch (YamlException problem)
            {
                if (SyntaxHint.Find(text, Math.Max(LineOf(problem.Start), LineOf(problem.End))) is (int Line, int Column, string Message) hint)
                {
                    diagnostics.Add(new SourcePosition(path, hint.Line, hint.Column), hint.Message);
                }
                else
                {
                    diagnostics.Add(new SourcePosition(path, LineOf(problem.Start), ColumnOf(problem.Start)), $"This is not valid YAML: {Sentence(problem.Message)}");
                }
            }
            catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or FormatException or OverflowException
                or IndexOutOfRangeException or NullReferenceException)
            {
                // The parser has gaps of its own; whatever it throws at a strange text, the text is the problem.
                (int Line, int Column, string Message) hint = SyntaxHint.Find(text, int.MaxValue) ?? (1, 1, "This is not valid YAML; look for stray characters.");
                diagnostics.Add(new SourcePosition(path, hint.Line, hint.Column), hint.Message);
            }

            return null;
        }

        private static int LineOf(in Mark mark) => (int)Math.Clamp(mark.Line, 1, int.MaxValue);

        private static int ColumnOf(in Mark mark) => (int)Math.Clamp(mark.Column, 1, int.MaxValue);

        // Messages of the parser end with or without a full stop and may span lines.
        private static string Sentence(string message)
        {
            return message.ReplaceLineEndings(" ").TrimEnd('.', ' ') + ".";
        }

        private SourceMap? ReadDocument()
        {
            _parser.Consume<StreamStart>();
            if (_parser.TryConsume<StreamEnd>(out _))
            {
                _diagnostics.Add(new SourcePosition(_path, 1, 1), "The file is empty; 'batterysim scenario new' writes one to start from.");
                return null;
            }

            _parser.Consume<DocumentStart>();
            SourceNode? root = ReadNode(0);
            if (root == null)
            {
                return null;
            }

            _parser.Consume<DocumentEnd>();
            if (!_parser.TryConsume<StreamEnd>(out _))
            {
                _diagnostics.Add(PlaceOf(_parser.Current!), "There is a second document; one situation a file.");
            }

            if (root is SourceMap map)
            {
                return map;
            }

            string message = root is SourceScalar { Text: "" }
                ? "The file is empty; 'batterysim scenario new' writes one to start from."
                : $"The file holds {root.Kind} and no block of keys such as 'name: ...'.";
            _diagnostics.Add(root.Position, message);
            return null;
        }

        private SourcePosition PlaceOf(ParsingEvent what) => new(_path, LineOf(what.Start), ColumnOf(what.Start));

        // Null only where it is of no use to read on.
        private SourceNode? ReadNode(int depth)
        {
            ParsingEvent current = _parser.Consume<ParsingEvent>();
            SourcePosition position = PlaceOf(current);
            if (depth > DepthMax)
            {
                _diagnostics.Add(position, $"This is nested more than {DepthMax} deep.");
                return null;
            }

            if (current is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
            {
                _diagnostics.Add(position, "Anchors and aliases (& and *) are not allowed here; use include, parameters or a quoted text.");
            }

            switch (current)
            {
                case Scalar scalar: return new SourceScalar(position, scalar.Value);
                case AnchorAlias: return new SourceScalar(position, "");
                case SequenceStart: return ReadList(position, depth);
                case MappingStart: return ReadMap(position, depth);
                default:
                    _diagnostics.Add(position, "Something is missing here.");
                    return null;
            }
        }

        private SourceList? ReadList(SourcePosition position, int depth)
        {
            var items = new List<SourceNode>();
            while (!_parser.TryConsume<SequenceEnd>(out _))
            {
                SourceNode? item = ReadNode(depth + 1);
                if (item == null)
                {
                    return null;
                }

                items.Add(item);
            }

            return new SourceList(position, items);
        }

        private SourceMap? ReadMap(SourcePosition position, int depth)
        {
            var entries = new List<SourceEntry>();
            var lines = new Dictionary<string, int>();
            while (!_parser.TryConsume<MappingEnd>(out _))
            {
                SourceNode? key = ReadNode(depth + 1);
                SourceNode? value = key == null ? null : ReadNode(depth + 1);
                if (key == null || value == null)
                {
                    return null;
                }

                if (key is not SourceScalar { Text: string name })
                {
                    _diagnostics.Add(key.Position, $"A key is a word, and here stands {key.Kind}.");
                }
                else if (!lines.TryAdd(name, key.Position.Line))
                {
                    _diagnostics.Add(key.Position, $"'{name}' was said before, in line {lines[name]}; say it once.");
                }
                else
                {
                    entries.Add(new SourceEntry(name, key.Position, value));
                }
            }

            return new SourceMap(position, entries);
        }
    }
}
