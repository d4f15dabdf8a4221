using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Language.Source
{
    /// <summary>Faults as they are found.</summary>
    internal sealed class FaultList
    {
        // A file of rubbish is told of at the start; the rest follows from it.
        private const int FaultsMax = 100;

        private readonly List<ScenarioFault> _faults = [];
        private readonly HashSet<ScenarioFault> _known = [];

        public int Count => _faults.Count;

        /// <summary>Adds a fault; the same one a second time, as every case of a table finds it, is left out.</summary>
        public void Add(SourcePosition position, string message)
        {
            var fault = new ScenarioFault(position.Path, position.Line, position.Column, message);
            if (_faults.Count < FaultsMax && _known.Add(fault))
            {
                _faults.Add(fault);
            }
        }

        /// <summary>All of them, by place.</summary>
        public IReadOnlyList<ScenarioFault> Sorted(string mainPath)
        {
            var sorted = new List<ScenarioFault>(_faults);
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
