using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Host.Scenarios.Compiling;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Language.Source;

namespace BatterySim.Host.Scenarios.Fleets
{
    /// <summary>Reads a fleet file. Whatever it holds, the answer is a fleet or diagnostics, never an exception.</summary>
    public sealed class FleetFileReader
    {
        /// <summary>Most banks in a fleet.</summary>
        public const int BanksMax = 10_000;

        private const int PortMax = 65_535;

        private static readonly string[] FileKeys = ["metrics", "listen", "banks"];

        // What every bank of a fleet has in common, or what is the fleet's own business.
        private static readonly string[] Reserved = ["duration", "speed", "help", "version"];

        private readonly DiagnosticList _diagnostics = new();
        private readonly List<FleetGroup> _groups = [];
        private int? _metricsPort;
        private string? _listen;

        private FleetFileReader()
        {
        }

        /// <summary>Reads a file.</summary>
        /// <param name="path">Its path.</param>
        /// <param name="diagnostics">What is wrong with it; empty if nothing is.</param>
        /// <returns>Null if anything is wrong.</returns>
        public static FleetFile? Read(string path, out IReadOnlyList<Diagnostic> diagnostics)
        {
            var reader = new FleetFileReader();
            string? text = ScenarioText.Read(path, out string problem);
            if (text == null)
            {
                reader._diagnostics.Add(new SourcePosition(path, 1, 1), char.ToUpperInvariant(problem[0]) + problem[1..]);
            }
            else if (SourceReader.Read(path, text, reader._diagnostics) is SourceMap map)
            {
                reader.ReadMap(map);
            }

            diagnostics = reader._diagnostics.Sorted(path);
            return diagnostics.Count > 0 ? null : new FleetFile(reader._metricsPort, reader._listen, reader._groups);
        }

        private void ReadMap(SourceMap map)
        {
            foreach (SourceEntry entry in map.Entries)
            {
                switch (entry.Key)
                {
                    case "metrics": _metricsPort = Number(entry, 1, PortMax); break;
                    case "listen": _listen = NodeReader.Text(entry.Value, "listen", _diagnostics); break;
                    case "banks": ReadBanks(entry); break;
                    default: NodeReader.Unknown(entry, FileKeys, _diagnostics); break;
                }
            }

            if (map.Find("banks") == null)
            {
                _diagnostics.Add(map.Position, "There are no banks; add them as a list under 'banks:'.");
            }

            int count = _groups.Sum(static group => group.Count);
            if (count > BanksMax)
            {
                _diagnostics.Add(map.Position, string.Create(CultureInfo.InvariantCulture, $"{count} banks are more than the {BanksMax} that a fleet has room for."));
            }

            foreach (IGrouping<string, FleetGroup> same in _groups.GroupBy(static group => group.Name).Where(static same => same.Count() > 1))
            {
                _diagnostics.Add(map.Position, $"The name '{same.Key}' stands twice; each group needs its own.");
            }
        }

        private void ReadBanks(SourceEntry entry)
        {
            if (entry.Value is not SourceList { Items.Count: > 0 } list)
            {
                _diagnostics.Add(entry.Value.Position, $"'banks' is {entry.Value.Kind}; it takes a list of blocks, each with the options of a bank.");
                return;
            }

            foreach (SourceNode item in list.Items)
            {
                if (item is SourceMap map)
                {
                    ReadGroup(map);
                }
                else
                {
                    _diagnostics.Add(item.Position, $"A bank is {item.Kind}; it takes a block of keys, such as 'profile: sok-sk48v100'.");
                }
            }
        }

        private void ReadGroup(SourceMap map)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"bank{_groups.Count + 1}");
            int count = 1;
            List<KeyValuePair<string, IReadOnlyList<string>>> options = [];
            foreach (SourceEntry entry in map.Entries)
            {
                switch (entry.Key)
                {
                    case "name":
                        name = NodeReader.Text(entry.Value, "name", _diagnostics) ?? name;
                        break;
                    case "count":
                        count = Number(entry, 1, BanksMax) ?? count;
                        break;
                    default:
                        ReadOption(entry, options);
                        break;
                }
            }

            string place = string.Create(CultureInfo.InvariantCulture, $"{map.Position.Path}:{map.Position.Line}:{map.Position.Column}");
            _groups.Add(new FleetGroup(name, count, place, options));
        }

        private void ReadOption(SourceEntry entry, List<KeyValuePair<string, IReadOnlyList<string>>> options)
        {
            if (Reserved.Contains(entry.Key))
            {
                _diagnostics.Add(entry.Position, $"'{entry.Key}' holds for the whole fleet; banks run in real time until the command ends.");
                return;
            }

            SourceNode[] nodes = entry.Value is SourceList list ? [.. list.Items] : [entry.Value];
            if (nodes.FirstOrDefault(static node => node is not SourceScalar) is SourceNode other)
            {
                _diagnostics.Add(other.Position, $"'{entry.Key}' is {other.Kind}; it takes a value, or a list of values.");
                return;
            }

            // A switch is on where its key is there; false leaves it out.
            string[] values = [.. nodes.Select(static node => ((SourceScalar)node).Text)];
            switch (values)
            {
                case ["false"]:
                    break;
                case ["true"]:
                    options.Add(new(entry.Key, []));
                    break;
                default:
                    options.Add(new(entry.Key, values));
                    break;
            }
        }

        private int? Number(SourceEntry entry, int minimum, int maximum)
        {
            if (entry.Value is SourceScalar { Text: string text }
                && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= minimum && number <= maximum)
            {
                return number;
            }

            string found = entry.Value is SourceScalar scalar ? $"'{scalar.Text}'" : entry.Value.Kind;
            _diagnostics.Add(entry.Value.Position, string.Create(CultureInfo.InvariantCulture, $"'{entry.Key}' is {found}; it takes a whole number from {minimum} to {maximum}."));
            return null;
        }
    }
}
