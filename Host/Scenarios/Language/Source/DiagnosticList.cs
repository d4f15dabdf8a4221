using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Language.Source
{
    /// <summary>Diagnostics as they are found.</summary>
    internal sealed class DiagnosticList
    {
        // A file of malformed data is told of at the start; the rest follows from it.
        private const int DiagnosticsMax = 100;

        private readonly List<Diagnostic> _diagnostics = [];
        private readonly HashSet<Diagnostic> _known = [];

        public int Count => _diagnostics.Count;

        /// <summary>Adds a problem; the same one a second time, as every case of a table finds it, is left out.</summary>
        public void Add(SourcePosition position, string message)
        {
            var problem = new Diagnostic(position.Path, position.Line, position.Column, message);
            if (_diagnostics.Count < DiagnosticsMax && _known.Add(problem))
            {
                _diagnostics.Add(problem);
            }
        }

        /// <summary>All of them, by place.</summary>
        public IReadOnlyList<Diagnostic> Sorted(string mainPath)
        {
            var sorted = new List<Diagnostic>(_diagnostics);
            sorted.Sort((left, right) =>
            {
                int order = (left.Path != mainPath).CompareTo(right.Path != mainPath);
                order = order != 0 ? order : string.CompareOrdinal(left.Path, right.Path);
                order = order != 0 ? order : left.Line.CompareTo(right.Line);
                order = order != 0 ? order : left.Column.CompareTo(right.Column);
                return order != 0 ? order : string.CompareOrdinal(left.Message, right.Message);
            });
            return sorted;
        }
    }
}
