using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;
using BatterySim.Host.Scenarios.Compiling;
using BatterySim.Host.Scenarios.Language.Source;

namespace BatterySim.Host.Scenarios.Profiles
{
    /// <summary>Reads a battery product from a YAML file: the keys, units and marks of the products that ship, and <c>extends: NAME</c>.</summary>
    public sealed class ProfileFileReader
    {
        private const int NameLettersMax = 40;
        private const string OwnCaveat = "A profile of your own: its values are as good as their sources.";

        private static readonly string[] FileKeys = ["name", "title", "caveat", "extends", "values", "dialect", "start"];
        private static readonly string[] ValueKeys = ["value", "provenance", "source"];

        private static readonly Dictionary<string, ProfileKey> Keys = Enumerable.Range(0, (int)ProfileKey.Count)
            .ToDictionary(static key => ProfileKeyNames.InFile((ProfileKey)key), static key => (ProfileKey)key, StringComparer.Ordinal);

        private readonly DiagnosticList _diagnostics = new();
        private readonly Dictionary<ProfileKey, ProfileValue> _values = [];
        private readonly Dictionary<ProfileKey, SourcePosition> _places = [];
        private string _name = "";
        private string? _title;
        private string? _caveat;
        private BatteryProfile? _base;
        private ProfileDialect? _dialect;
        private ProfileStart? _start;

        private ProfileFileReader()
        {
        }

        /// <summary>True where somebody who may name a product means a file.</summary>
        public static bool IsFileName(string text)
        {
            return text.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || text.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
        }

        /// <summary>Reads a file.</summary>
        /// <exception cref="IOException">It cannot be read.</exception>
        /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
        public static ProfileFileResult ReadFile(string path) => Read(path, File.ReadAllText(path));

        /// <summary>Reads the text of a file.</summary>
        /// <param name="path">Its path, for messages and for a name where it gives none.</param>
        /// <param name="text">Its text.</param>
        public static ProfileFileResult Read(string path, string text)
        {
            var reader = new ProfileFileReader();
            SourceMap? map = SourceReader.Read(path, text, reader._diagnostics);
            BatteryProfile? profile = map == null ? null : reader.ReadMap(map);
            bool isSound = reader._diagnostics.Count == 0;
            return new ProfileFileResult(isSound ? profile : null, reader._diagnostics.Sorted(path))
            {
                Dialect = isSound ? reader._dialect : null,
                Start = isSound ? reader._start : null,
                Base = isSound ? reader._base : null,
            };
        }

        private BatteryProfile? ReadMap(SourceMap map)
        {
            foreach (SourceEntry entry in map.Entries)
            {
                switch (entry.Key)
                {
                    case "name": ReadName(entry); break;
                    case "title": _title = NodeReader.Text(entry.Value, "title", _diagnostics); break;
                    case "caveat": _caveat = NodeReader.Text(entry.Value, "caveat", _diagnostics); break;
                    case "extends": ReadBase(entry); break;
                    case "values": ReadValues(entry); break;
                    case "dialect": _dialect = new ProfileFactReader(_diagnostics).ReadDialect(entry); break;
                    case "start": _start = new ProfileFactReader(_diagnostics).ReadStart(entry); break;
                    default: NodeReader.Unknown(entry, FileKeys, _diagnostics); break;
                }
            }

            if (_name.Length == 0 && map.Find("name") == null)
            {
                _diagnostics.Add(map.Position, "The profile has no name; add one as 'name: my-pack'.");
            }

            return _diagnostics.Count > 0 ? null : Make(map);
        }

        private void ReadName(SourceEntry entry)
        {
            string? name = NodeReader.Text(entry.Value, "name", _diagnostics);
            if (name == null)
            {
                return;
            }

            if (name.Length is 0 or > NameLettersMax || name.Any(static letter => letter is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')))
            {
                _diagnostics.Add(entry.Value.Position,
                    $"The name '{name}' cannot be used; take 1 to {NameLettersMax} small letters, digits and hyphens, as my-pack.");
                return;
            }

            _name = name;
        }

        private void ReadBase(SourceEntry entry)
        {
            string? name = NodeReader.Text(entry.Value, "extends", _diagnostics);
            if (name == null)
            {
                return;
            }

            _base = ProfileCatalogue.Create(name);
            if (_base == null)
            {
                _diagnostics.Add(entry.Value.Position, $"There is no profile '{name}' to extend{NearestName.Hint(name, ProfileCatalogue.Names)}");
            }
        }

        private void ReadValues(SourceEntry entry)
        {
            if (NodeReader.Map(entry.Value, "values", _diagnostics) is not SourceMap map)
            {
                return;
            }

            foreach (SourceEntry row in map.Entries)
            {
                if (!Keys.TryGetValue(row.Key, out ProfileKey key))
                {
                    NodeReader.Unknown(row, Keys.Keys, _diagnostics);
                }
                else if (ReadValue(key, row) is ProfileValue value)
                {
                    _values.Add(key, value);
                    _places.Add(key, row.Value.Position);
                }
            }
        }

        private ProfileValue? ReadValue(ProfileKey key, SourceEntry row)
        {
            if (row.Value is SourceScalar plain)
            {
                // A number without a source is nothing but an assumption of whoever wrote the file.
                return ToValue(key, row.Key, plain, Provenance.Assumed, "given in the profile file without a source");
            }

            if (NodeReader.Map(row.Value, row.Key, _diagnostics) is not SourceMap map)
            {
                return null;
            }

            foreach (SourceEntry part in map.Entries.Where(static part => !ValueKeys.Contains(part.Key)))
            {
                NodeReader.Unknown(part, ValueKeys, _diagnostics);
            }

            var mark = Provenance.Assumed;
            if (map.Find("provenance") is SourceEntry marked && NodeReader.Text(marked.Value, "provenance", _diagnostics) is string word)
            {
                int index = Array.IndexOf(ProfileWords.Marks, word);
                if (index < 0)
                {
                    _diagnostics.Add(marked.Value.Position, $"The provenance '{word}' is unknown{NearestName.Hint(word, ProfileWords.Marks)}");
                }

                mark = (Provenance)Math.Max(0, index);
            }

            string? source = map.Find("source") is SourceEntry given ? NodeReader.Text(given.Value, "source", _diagnostics) : null;
            if (mark != Provenance.Assumed && string.IsNullOrWhiteSpace(source))
            {
                _diagnostics.Add(row.Position, $"{row.Key} has the provenance {ProfileWords.Marks[(int)mark]} and names no source; add 'source: ...' or write 'provenance: assumed'.");
            }

            if (map.Find("value")?.Value is not SourceScalar scalar)
            {
                _diagnostics.Add(row.Position, $"{row.Key} has no value; write '{row.Key}: {{value: ..., provenance: ..., source: ...}}'.");
                return null;
            }

            return ToValue(key, row.Key, scalar, mark, string.IsNullOrWhiteSpace(source) ? "given in the profile file without a source" : source);
        }

        private ProfileValue? ToValue(ProfileKey key, string name, SourceScalar scalar, Provenance mark, string source)
        {
            if (ProfileWords.IsText(key))
            {
                string? problem = FindTextProblem(key, scalar.Text);
                if (problem != null)
                {
                    _diagnostics.Add(scalar.Position, $"{name}: {problem}");
                    return null;
                }

                return new ProfileValue(key, scalar.Text, mark, source);
            }

            (int min, int max) = ProfileWords.BoundsOf(key);
            ProfileKeyName shown = ProfileKeyNames.Of(key);
            if (!TryNumber(scalar.Text, shown, out decimal number))
            {
                string unit = shown.Unit.Length == 0 ? "" : $", or with its unit as '{(min + 1m) / shown.PerUnit:0.###} {shown.Unit}'";
                _diagnostics.Add(scalar.Position, $"{name} '{scalar.Text}' is not a whole number{unit}.");
                return null;
            }

            if (number < min || number > max)
            {
                _diagnostics.Add(scalar.Position, string.Create(CultureInfo.InvariantCulture, $"{name} {number} is outside {min} to {max}."));
                return null;
            }

            return new ProfileValue(key, (int)number, mark, source);
        }

        // In the key's own unit; with the unit that people read behind it, in that one: 56.8 V are 56800 mV.
        private static bool TryNumber(string text, ProfileKeyName name, out decimal number)
        {
            const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            decimal scale = 1;
            string digits = text.Trim();
            if (name.IsYesNo && digits is "yes" or "no")
            {
                number = digits == "yes" ? 1 : 0;
                return true;
            }

            if (name.Unit.Length > 0 && digits.EndsWith(name.Unit, StringComparison.Ordinal))
            {
                digits = digits[..^name.Unit.Length].TrimEnd();
                scale = name.PerUnit;
            }

            bool isNumber = decimal.TryParse(digits, Style, CultureInfo.InvariantCulture, out number) && Math.Abs(number) < int.MaxValue;
            number = isNumber ? number * scale : 0;
            return isNumber && number == decimal.Truncate(number);
        }

        private static string? FindTextProblem(ProfileKey key, string text)
        {
            if (ProfileWords.IsTable(key))
            {
                return TemperatureTable.FindProblem(text, ProfileWords.TableMinOf(key), ProfileWords.TableMaxOf(key));
            }

            if (ProfileWords.ChoicesOf(key) is string[] choices)
            {
                return choices.Contains(text) ? null : $"'{text}' is unknown{NearestName.Hint(text, choices)}";
            }

            if (string.IsNullOrWhiteSpace(text))
            {
                return "the text is empty.";
            }

            return key == ProfileKey.ManufacturerName
                && (text.Length > ProfileWords.ManufacturerLettersMax || text.Any(static letter => letter is < ' ' or > '~'))
                ? $"'{text}' does not fit into 0x35E: it takes at most {ProfileWords.ManufacturerLettersMax} ASCII characters." : null;
        }

        private BatteryProfile? Make(SourceMap map)
        {
            if (_base != null)
            {
                AddBase(_base);
            }

            if (!_values.ContainsKey(ProfileKey.CapacityMilliampereHours))
            {
                _diagnostics.Add(map.Position, "capacityMilliampereHours is missing; add it, or a profile to take it from with 'extends: generic-16s-100'.");
                return null;
            }

            var profile = new BatteryProfile(_name, _title ?? _base?.Title ?? _name, _caveat ?? _base?.Caveat ?? OwnCaveat, [.. _values.Values]);
            string[] missing = [.. Keys.Where(pair => profile.ValueOf(pair.Value) == null).Select(static pair => pair.Key)];
            if (missing.Length > 0)
            {
                _diagnostics.Add(map.Position,
                    $"These values are missing: {string.Join(", ", missing)}; add them, or a profile to take them from with 'extends: generic-16s-100'.");
                return null;
            }

            Check(profile, map.Position);
            return profile;
        }

        // A row that the base merely has from the model's defaults follows the new capacity instead.
        private void AddBase(BatteryProfile profile)
        {
            ProfileValue capacity = profile.ValueOf(ProfileKey.CapacityMilliampereHours);
            var defaults = new BatteryProfile("", "", "", [new ProfileValue(capacity.Key, capacity.Number, capacity.Provenance, "")]);
            for (var key = (ProfileKey)0; key < ProfileKey.Count; key++)
            {
                ProfileValue value = profile.ValueOf(key);
                ProfileValue? standard = defaults.ValueOf(key);
                bool isStandard = standard != null
                    && standard.Number == value.Number && standard.Text == value.Text && standard.Source == value.Source;
                if (!isStandard)
                {
                    _values.TryAdd(key, value);
                }
            }
        }

        private void Check(BatteryProfile profile, SourcePosition place)
        {
            CheckOrder(profile, place, ProfileKey.DischargeVoltageLimitMillivolts, ProfileKey.FloatVoltageMillivolts);
            CheckOrder(profile, place, ProfileKey.FloatVoltageMillivolts, ProfileKey.ChargeVoltageLimitMillivolts);
            CheckOrder(profile, place, ProfileKey.ChargeStepOneCellMillivolts, ProfileKey.ChargeStepTwoCellMillivolts);
            CheckOrder(profile, place, ProfileKey.ChargeStepTwoCellMillivolts, ProfileKey.ChargeStepThreeCellMillivolts);
            CheckOrder(profile, place, ProfileKey.ChargeStepThreeCellMillivolts, ProfileKey.ChargeStopCellMillivolts);
            CheckOrder(profile, place, ProfileKey.ChargeStepReleaseCellMillivolts, ProfileKey.ChargeStepOneCellMillivolts);
            CheckOrder(profile, place, ProfileKey.AddressMin, ProfileKey.MasterAddress);
            CheckOrder(profile, place, ProfileKey.MasterAddress, ProfileKey.AddressMax);
            int size = profile.NumberOf(ProfileKey.AddressMax) - profile.NumberOf(ProfileKey.AddressMin) + 1;
            if (profile.NumberOf(ProfileKey.BatteriesMax) > size)
            {
                int most = profile.NumberOf(ProfileKey.BatteriesMax);
                _diagnostics.Add(_places.GetValueOrDefault(ProfileKey.BatteriesMax, place), $"batteriesMax {most} is more than the {size} addresses from addressMin to addressMax.");
            }

            if (_diagnostics.Count == 0 && BankRules.FindProblem(profile, 1, BankRules.TwinCapacity) is string problem)
            {
                _diagnostics.Add(place, problem);
            }
        }

        private void CheckOrder(BatteryProfile profile, SourcePosition place, ProfileKey low, ProfileKey high)
        {
            if (profile.NumberOf(low) > profile.NumberOf(high))
            {
                SourcePosition at = _places.GetValueOrDefault(low, _places.GetValueOrDefault(high, place));
                string above = $"{ProfileKeyNames.InFile(high)} {profile.NumberOf(high)}";
                _diagnostics.Add(at, $"{ProfileKeyNames.InFile(low)} {profile.NumberOf(low)} is above {above}.");
            }
        }
    }
}
