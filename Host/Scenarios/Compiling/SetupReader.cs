using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using BatterySim.Bms.Instrument;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scenarios.Language.Source;
using BatterySim.Host.Scenarios.Plans;
using BatterySim.Host.Scenarios.Profiles;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Scenarios.Compiling
{
    /// <summary>Reads <c>bank:</c> and <c>inverter:</c> as they are before a scenario begins.</summary>
    internal sealed class SetupReader
    {
        /// <summary>Keys of the bank that the battery table does not have.</summary>
        public static readonly string[] BankKeys = ["profile", "batteries", "followers", "start", "spread", "dialect", "cadence", "policy"];

        /// <summary>Keys of one battery that the bank's set-up takes for each.</summary>
        public static readonly string[] PerBatteryKeys =
            ["dip", "soc", "soh", "temperature", "ambient", "resistance", "connection", "reply", "protocol"];

        /// <summary>Products.</summary>
        public static readonly ValueForm ProfileForm = new ChoiceForm(ProfileCatalogue.Names);

        /// <summary>Batteries, master included.</summary>
        public static readonly ValueForm BatteriesForm = RowForm.Of(CommandRows.Find("BANK:BATTery").ParameterAt(0), false);

        /// <summary>Batteries besides the master.</summary>
        public static readonly ValueForm FollowersForm = Followers(CommandRows.Find("BANK:BATTery").ParameterAt(0));

        /// <summary>How the bank is found.</summary>
        public static readonly ValueForm StartForm = Form.OneOf("awake", "asleep");

        /// <summary>SOC by which cells lie above their battery's.</summary>
        public static readonly ValueForm SpreadForm = Form.Quantity(QuantityKind.Share, -50, 50);

        private readonly DiagnosticList _diagnostics;
        private readonly SetupPlan _plan = new();

        private SetupReader(DiagnosticList diagnostics)
        {
            _diagnostics = diagnostics;
        }

        /// <summary>Reads both.</summary>
        /// <param name="bank">The bank's keys; null for none.</param>
        /// <param name="inverter">The inverter's keys, or "none"; null for none given.</param>
        /// <param name="diagnostics">Takes what is wrong.</param>
        public static SetupPlan Read(SourceNode? bank, SourceNode? inverter, DiagnosticList diagnostics)
        {
            var reader = new SetupReader(diagnostics);
            if (bank != null && NodeReader.Map(bank, "bank", diagnostics) is SourceMap map)
            {
                reader.ReadBank(map);
            }

            if (inverter != null)
            {
                reader.ReadInverter(inverter);
            }

            return reader._plan;
        }

        private void ReadBank(SourceMap map)
        {
            ReadSize(map);
            foreach (SourceEntry entry in map.Entries)
            {
                RecordSettings("bank." + entry.Key, entry.Value);
                switch (entry.Key)
                {
                    case "profile" or "batteries" or "followers": break;
                    case "start":
                        _plan.StartsAwake = !StartForm.TryRead(entry.Value, "start", _diagnostics, out FormValue start) || start.Number == 0;
                        break;
                    case "spread": ReadSpread(entry); break;
                    case "dialect": ReadDialect(entry); break;
                    case "policy": ReadPolicy(entry); break;
                    default: ReadOther(entry); break;
                }
            }
        }

        private void ReadSize(SourceMap map)
        {
            if (map.Find("profile") is SourceEntry profile)
            {
                ReadProfile(profile.Value);
            }

            if (map.Find("batteries") is SourceEntry batteries && BatteriesForm.TryRead(batteries.Value, "batteries", _diagnostics, out FormValue count))
            {
                _plan.Batteries = count.Int;
            }

            if (map.Find("followers") is SourceEntry followers && FollowersForm.TryRead(followers.Value, "followers", _diagnostics, out count))
            {
                _plan.Batteries = count.Int + 1;
                if (map.Find("batteries") != null)
                {
                    _diagnostics.Add(followers.Position, "Say batteries or followers, not both.");
                }
            }

            string? problem = BankRules.FindProblem(_plan.Profile, _plan.Batteries, BankRules.TwinCapacity);
            if (problem != null)
            {
                _diagnostics.Add(map.Position, "bank: " + problem);
                _plan.Batteries = 1;
            }
        }

        // The name of a product that ships, or a file beside the one that names it.
        private void ReadProfile(SourceNode node)
        {
            if (node is not SourceScalar { Text: string text } || !ProfileFileReader.IsFileName(text))
            {
                if (ProfileForm.TryRead(node, "profile", _diagnostics, out FormValue name))
                {
                    _plan.Profile = ProfileCatalogue.Create(name.Text);
                }

                return;
            }

            string path = Path.Combine(Path.GetDirectoryName(node.Position.Path) ?? "", text);
            try
            {
                ProfileFileResult result = ProfileFileReader.ReadFile(path);
                _plan.Profile = result.Profile ?? _plan.Profile;
                _plan.ProfileFile = text;
                _plan.ProfileDialect = result.Dialect;
                foreach (Diagnostic problem in result.Diagnostics)
                {
                    _diagnostics.Add(new SourcePosition(problem.Path, problem.Line, problem.Column), problem.Message);
                }
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                _diagnostics.Add(node.Position, $"The profile '{text}' cannot be read: {problem.Message}");
            }
        }

        private void ReadOther(SourceEntry entry)
        {
            if (Array.IndexOf(PerBatteryKeys, entry.Key) >= 0)
            {
                ReadPerBattery(InstrumentKeys.Find(InstrumentKeys.Battery, entry.Key)!, entry);
                return;
            }

            if (entry.Key == "cadence")
            {
                AddLine(InstrumentKeys.Find(InstrumentKeys.Bank, "cadence")!, "", entry);
                return;
            }

            string[] names = [.. BankKeys, .. PerBatteryKeys];
            if (InstrumentKeys.Find(InstrumentKeys.Bank, entry.Key) != null || InstrumentKeys.Find(InstrumentKeys.Battery, entry.Key) != null)
            {
                _diagnostics.Add(entry.Position, $"'{entry.Key}' is not part of the set-up; do it in the timeline at 0 s (in a sabotage: with 'at: 0 s').");
                return;
            }

            NodeReader.Unknown(entry, names, _diagnostics);
        }

        private void ReadPerBattery(ScpiKey key, SourceEntry entry)
        {
            _plan.HasSwitches |= entry.Key == "dip";
            IReadOnlyList<SourceNode> values = NodeReader.OneOrMany(entry.Value);
            if (entry.Value is SourceList && values.Count != _plan.Batteries)
            {
                _diagnostics.Add(entry.Value.Position, string.Create(
                    CultureInfo.InvariantCulture, $"{entry.Key} has {values.Count} values for {_plan.Batteries} batteries; give one for each, or one for all."));
                return;
            }

            for (int battery = 1; battery <= _plan.Batteries; battery++)
            {
                SourceNode value = values.Count == 1 ? values[0] : values[battery - 1];
                AddLine(key, battery.ToString(CultureInfo.InvariantCulture), entry with { Value = value });
            }
        }

        // One number: the cells lie evenly that far apart from the first to the last. A list: each by itself. The same in every battery.
        private void ReadSpread(SourceEntry entry)
        {
            int cells = _plan.Profile.NumberOf(ProfileKey.CellCount);
            IReadOnlyList<SourceNode> values = NodeReader.OneOrMany(entry.Value);
            if (entry.Value is SourceList && values.Count != cells)
            {
                _diagnostics.Add(entry.Value.Position, string.Create(
                    CultureInfo.InvariantCulture, $"spread has {values.Count} values for {cells} cells; give one for each, or one number."));
                return;
            }

            var offsets = new List<long>();
            foreach (SourceNode node in values)
            {
                if (!SpreadForm.TryRead(node, "spread", _diagnostics, out FormValue value))
                {
                    return;
                }

                offsets.Add(value.Number);
            }

            for (int battery = 1; battery <= _plan.Batteries; battery++)
            {
                for (int cell = 1; cell <= cells; cell++)
                {
                    long offset = entry.Value is SourceList ? offsets[cell - 1] : offsets[0] * ((2 * (cell - 1)) - cells + 1) / (2 * (cells - 1));
                    string line = string.Create(
                        CultureInfo.InvariantCulture, $"MOD{battery}:CELL{cell}:OFFS {QuantityKind.Share.ToScpi(offset / 100 * 100)}");
                    _plan.Lines.Add(new PlannedLine(line, entry.Position));
                }
            }
        }

        private void ReadDialect(SourceEntry entry)
        {
            if (entry.Value is not SourceMap map)
            {
                ScpiKey name = InstrumentKeys.Dialect[0];
                if (name.Form.TryRead(entry.Value, "dialect", _diagnostics, out FormValue value))
                {
                    _plan.Dialect = value.Text;
                    _plan.Lines.Add(new PlannedLine(name.Line("", value.Scpi), entry.Value.Position));
                }

                return;
            }

            // All in one line, so that settings that only go together do so in any order; the name first, since it sets them all.
            var parts = new List<string>();
            foreach (SourceEntry part in map.Entries)
            {
                string? line = DialectLine(part);
                if (line != null)
                {
                    parts.Insert(part.Key == "name" ? 0 : parts.Count, line);
                }
            }

            if (parts.Count > 0)
            {
                _plan.Lines.Add(new PlannedLine(string.Join(";:", parts), entry.Position));
            }
        }

        private string? DialectLine(SourceEntry part)
        {
            if (part.Key == InstrumentKeys.DialectOrder.Name)
            {
                var ids = new List<string>();
                foreach (SourceNode node in NodeReader.OneOrMany(part.Value))
                {
                    if (Form.FrameId.TryRead(node, "order", _diagnostics, out FormValue id))
                    {
                        ids.Add(id.Scpi);
                    }
                }

                return InstrumentKeys.DialectOrder.Line("", string.Join(',', ids));
            }

            ScpiKey? key = InstrumentKeys.Find(InstrumentKeys.Dialect, part.Key);
            if (key == null)
            {
                NodeReader.Unknown(part, [.. InstrumentKeys.NamesOf(InstrumentKeys.Dialect), InstrumentKeys.DialectOrder.Name], _diagnostics);
                return null;
            }

            string? line = key.ToLine(part, "", _diagnostics);
            if (line != null && part.Value is SourceScalar scalar)
            {
                RecordForDecoding(part.Key, scalar.Text.Trim().ToLowerInvariant());
            }

            return line;
        }

        private void RecordForDecoding(string key, string value)
        {
            _plan.Dialect = key == "name" ? value : _plan.Dialect;
            _plan.IsDecivolt = key == "voltage-scale" ? value == "decivolt" : _plan.IsDecivolt;
            _plan.IsDischargePositive = key == "current-sign" ? value == "discharge" : _plan.IsDischargePositive;
        }

        private void ReadPolicy(SourceEntry entry)
        {
            if (NodeReader.Map(entry.Value, "policy", _diagnostics) is not SourceMap map)
            {
                return;
            }

            foreach (SourceEntry part in map.Entries)
            {
                if (InstrumentKeys.Find(InstrumentKeys.Policy, part.Key) is ScpiKey key)
                {
                    AddLine(key, "", part);
                }
                else
                {
                    NodeReader.Unknown(part, InstrumentKeys.NamesOf(InstrumentKeys.Policy), _diagnostics);
                }
            }
        }

        private void AddLine(ScpiKey key, string suffix, SourceEntry entry)
        {
            if (key.ToLine(entry, suffix, _diagnostics) is string line)
            {
                _plan.Lines.Add(new PlannedLine(line, entry.Value.Position));
            }
        }

        private void ReadInverter(SourceNode node)
        {
            if (node is SourceScalar { Text: "none" })
            {
                _plan.HasInverter = false;
                _plan.Model = "";
                RecordSettings("inverter", node);
                return;
            }

            if (node is not SourceMap map)
            {
                _diagnostics.Add(node.Position, $"inverter is a block of keys, or none; and here stands {node.Kind}.");
                return;
            }

            int count = _diagnostics.Count;
            foreach (SourceEntry entry in map.Entries)
            {
                RecordSettings("inverter." + entry.Key, entry.Value);
                ReadInverterEntry(entry);
            }

            string? problem = _diagnostics.Count > count ? null : _plan.CreateInverterSettings().FindProblem();
            if (problem != null)
            {
                _diagnostics.Add(map.Position, "inverter: " + problem);
            }
        }

        private void ReadInverterEntry(SourceEntry entry)
        {
            if (entry.Key == "firmware")
            {
                _plan.Firmware = NodeReader.Text(entry.Value, "firmware", _diagnostics) ?? "";
                return;
            }

            InverterKey? hand = InverterKeys.Find(InverterKeys.Hand, entry.Key);
            if (hand != null)
            {
                _diagnostics.Add(entry.Position, $"'{entry.Key}' is not part of the set-up; do it in the timeline at 0 s (in a sabotage: with 'at: 0 s').");
                return;
            }

            foreach ((InverterKey key, FormValue value) in InverterReader.Read(entry, false, _diagnostics, SetMandatory))
            {
                _plan.InverterValues.Add((key, value));
                _plan.Model = key.Name == "model" ? value.Text : _plan.Model;
            }
        }

        private void SetMandatory(Inverter.BatteryFrames frames)
        {
            _plan.MandatoryFrames = frames;
        }

        private void RecordSettings(string name, SourceNode node)
        {
            if (node is SourceMap map)
            {
                foreach (SourceEntry entry in map.Entries)
                {
                    RecordSettings(name + "." + entry.Key, entry.Value);
                }

                return;
            }

            _plan.Settings.Add(new KeyValuePair<string, string>(name, TextOf(node)));
        }

        // The row counts the master as well.
        private static ValueForm Followers(SettingParameter batteries) => Form.Count(batteries.Minimum - 1, batteries.Maximum - 1);

        private static string TextOf(SourceNode node)
        {
            if (node is SourceScalar scalar)
            {
                return scalar.Text;
            }

            var texts = new List<string>();
            foreach (SourceNode item in NodeReader.OneOrMany(node))
            {
                texts.Add(item is SourceScalar text ? text.Text : "...");
            }

            return string.Join(", ", texts);
        }
    }
}
