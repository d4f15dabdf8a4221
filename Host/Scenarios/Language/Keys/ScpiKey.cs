using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json.Nodes;
using BatterySim.Bms.Instrument;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Source;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Scenarios.Language.Keys
{
    /// <summary>A key that stands for a command of the instrument.</summary>
    internal sealed class ScpiKey
    {
        private readonly SettingRow _row;
        private readonly ValueForm[] _forms;

        /// <param name="name">The key.</param>
        /// <param name="pattern">Header of the command as the command table has it.</param>
        /// <param name="forms">The value where it is not written as the instrument takes it; the parameters of the row otherwise.</param>
        public ScpiKey(string name, string pattern, params ValueForm[] forms)
        {
            Name = name;
            _row = CommandRows.Find(pattern);
            _forms = forms.Length > 0 ? forms : FormsOf(_row);
        }

        /// <summary>The key.</summary>
        public string Name { get; }

        /// <summary>Name in the message catalogue of the signal that it replaces, which names the key too; null where it is not one signal.</summary>
        public string? Signal { get; init; }

        /// <summary>What it does, one sentence.</summary>
        public string Help => _row.Meaning;

        /// <summary>What holds where the key is left out, as it is written here; empty for a fault and for what cannot be asked.</summary>
        public string Default
        {
            get
            {
                string value = IsFault ? "" : ParameterText.Standard(_row);
                if (value.Length > 0 && Form is ChoiceForm choice && _row.ParameterAt(0).DefaultNote is null)
                {
                    return choice.Words[_row.ParameterAt(0).Default];
                }

                return Form.Read(value, out FormValue read) is null ? read.Text : value;
            }
        }

        /// <summary>True for a fault, which may have a start and a duration.</summary>
        public bool IsFault => _row.Is(SettingRow.Timed);

        /// <summary>Form of the value, of the first where there are several.</summary>
        public ValueForm Form => _forms[0];

        /// <summary>The command for a value in the file; null if the value is wrong.</summary>
        public string? ToLine(SourceEntry entry, string suffix, DiagnosticList diagnostics)
        {
            if (IsFault && entry.Value is SourceMap map)
            {
                return ToTimedLine(entry.Key, map, suffix, diagnostics);
            }

            string? value = ReadValue(entry.Key, entry.Value, diagnostics);
            return value == null ? null : Line(suffix, value);
        }

        /// <summary>The command with a value.</summary>
        public string Line(string suffix, string value) => $"{HeaderOf(suffix)} {value}";

        /// <summary>The key's value as JSON Schema.</summary>
        public JsonObject ToSchema()
        {
            JsonObject value = ValueSchema();
            if (IsFault)
            {
                value = new JsonObject { ["anyOf"] = new JsonArray(value, TimedSchema()) };
            }

            value["description"] = Help;
            return value;
        }

        private JsonObject ValueSchema()
        {
            if (_forms.Length == 1)
            {
                return _forms[0].ToSchema();
            }

            var items = new JsonArray();
            foreach (ValueForm form in _forms)
            {
                items.Add((JsonNode)form.ToSchema());
            }

            return new JsonObject
            {
                ["anyOf"] = new JsonArray(
                    new JsonObject { ["type"] = "array", ["items"] = items, ["minItems"] = _forms.Length, ["maxItems"] = _forms.Length },
                    new ChoiceForm("off").ToSchema()),
            };
        }

        private JsonObject TimedSchema()
        {
            return new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject
                {
                    ["value"] = ValueSchema(),
                    ["start"] = Forms.Form.Time.ToSchema(),
                    ["duration"] = Forms.Form.Time.ToSchema(),
                },
                ["required"] = new JsonArray("value"),
                ["additionalProperties"] = false,
            };
        }

        // Errors say the key as it was typed, short or not.
        private string? ReadValue(string key, SourceNode node, DiagnosticList diagnostics)
        {
            if (_forms.Length == 1)
            {
                return _forms[0].TryRead(node, key, diagnostics, out FormValue value) ? value.Scpi : null;
            }

            if (node is SourceScalar { Text: string text } && string.Equals(text.Trim(), "off", StringComparison.OrdinalIgnoreCase))
            {
                return "OFF";
            }

            if (node is not SourceList list || list.Items.Count != _forms.Length)
            {
                diagnostics.Add(node.Position, string.Create(CultureInfo.InvariantCulture, $"{key} is a list of {_forms.Length} values, or off."));
                return null;
            }

            var values = new List<string>();
            for (int index = 0; index < _forms.Length; index++)
            {
                if (_forms[index].TryRead(list.Items[index], key, diagnostics, out FormValue value))
                {
                    values.Add(value.Scpi);
                }
            }

            return values.Count == _forms.Length ? string.Join(',', values) : null;
        }

        private string? ToTimedLine(string key, SourceMap map, string suffix, DiagnosticList diagnostics)
        {
            string[] names = ["value", "start", "duration"];
            string? value = null;
            string start = "0 S";
            string duration = "";
            foreach (SourceEntry entry in map.Entries)
            {
                if (entry.Key == "value")
                {
                    value = ReadValue(key, entry.Value, diagnostics);
                }
                else if (!Array.Exists(names, name => name == entry.Key))
                {
                    diagnostics.Add(entry.Position, $"'{entry.Key}' is unknown here{NearestName.Hint(entry.Key, names)}");
                }
                else if (Forms.Form.Time.TryRead(entry.Value, entry.Key, diagnostics, out FormValue time))
                {
                    start = entry.Key == "start" ? time.Scpi : start;
                    duration = entry.Key == "duration" ? "," + time.Scpi : duration;
                }
            }

            if (map.Find("value") == null)
            {
                diagnostics.Add(map.Position, $"{key} has times but no value; say 'value: ...' too.");
            }

            return value == null ? null : Line(suffix, $"{value},{start}{duration}");
        }

        // "off" of a list ends the fault, so it belongs to the list and not to its first item.
        private static ValueForm[] FormsOf(SettingRow row)
        {
            var forms = new List<ValueForm>();
            for (int index = 0; index < row.ParameterCount; index++)
            {
                bool isAlone = row.ParameterCount == 1;
                forms.Add(RowForm.Of(row.ParameterAt(index), isAlone));
            }

            return [.. forms];
        }

        private string HeaderOf(string suffix)
        {
            NumberStyles style = _row.HasFrame ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
            int first = suffix.Length == 0 ? 1 : int.Parse(suffix, style, CultureInfo.InvariantCulture);
            var header = new TextBuffer(LineBuffer.Capacity, false);
            _row.WriteShortHeader(header, first, 1);
            return header.Take();
        }
    }
}
