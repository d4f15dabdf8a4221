using System;
using System.Collections.Generic;
using System.Globalization;
using BatterySim.Host.Scenarios.Actions;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scenarios.Language.Source;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Plans;

namespace BatterySim.Host.Scenarios.Compiling
{
    /// <summary>Reads what is done: SCPI lines and the readable keys that stand for them.</summary>
    internal sealed class ActionReader
    {
        /// <summary>Keys of actions, as far as they have no number behind them.</summary>
        public static readonly string[] Keys = ["do", "bank", "wire", "cable", "gauge", "inverter", "send", "ramp"];

        /// <summary>Keys of a ramp besides the action that it repeats.</summary>
        public static readonly string[] RampKeys = ["from", "to", "step", "every"];

        // A ramp of more steps is a mistake in its units.
        private const int RampStepsMax = 10_000;

        private readonly DiagnosticList _diagnostics;
        private readonly bool _hasInverter;
        private readonly List<TimedAction> _actions = [];

        public ActionReader(bool hasInverter, DiagnosticList diagnostics)
        {
            _hasInverter = hasInverter;
            _diagnostics = diagnostics;
        }

        /// <summary>What was read, in the order of the file.</summary>
        public List<TimedAction> Actions => _actions;

        /// <summary>Reads a key if it is one of an action.</summary>
        /// <returns>False for a key that is none.</returns>
        public bool TryRead(SourceEntry entry, long atMilliseconds)
        {
            switch (entry.Key)
            {
                case "do": ReadLines(entry, atMilliseconds); return true;
                case "bank": ReadKeys(entry, InstrumentKeys.Bank, "", atMilliseconds); return true;
                case "wire": ReadKeys(entry, InstrumentKeys.Wire, "", atMilliseconds); return true;
                case "cable": ReadKeys(entry, InstrumentKeys.Cable, "", atMilliseconds); return true;
                case "gauge": ReadKeys(entry, InstrumentKeys.Gauge, "", atMilliseconds); return true;
                case "inverter": ReadInverter(entry, atMilliseconds); return true;
                case "send": ReadSend(entry, atMilliseconds); return true;
                case "ramp": ReadRamp(entry, atMilliseconds); return true;
                default: return TryReadNumbered(entry, atMilliseconds);
            }
        }

        private bool TryReadNumbered(SourceEntry entry, long atMilliseconds)
        {
            if (NodeReader.HasPrefix(entry.Key, "battery", out string number))
            {
                if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int battery))
                {
                    ReadBattery(entry, battery.ToString(CultureInfo.InvariantCulture), atMilliseconds);
                }
                else
                {
                    _diagnostics.Add(entry.Position, $"'{entry.Key}' names no battery; write it as 'battery 2'.");
                }

                return true;
            }

            if (!NodeReader.HasPrefix(entry.Key, "frame", out string digits))
            {
                return false;
            }

            string? problem = Form.FrameId.Read(digits, out FormValue id);
            if (problem != null)
            {
                _diagnostics.Add(entry.Position, $"frame: {problem}.");
                return true;
            }

            ReadKeys(entry, InstrumentKeys.Frame, id.Text, atMilliseconds);
            return true;
        }

        private void Add(long atMilliseconds, ScenarioAction action) => _actions.Add(new TimedAction(atMilliseconds, action));

        private void ReadLines(SourceEntry entry, long atMilliseconds)
        {
            foreach (SourceNode node in NodeReader.OneOrMany(entry.Value))
            {
                string? line = NodeReader.Text(node, "do", _diagnostics)?.Trim();
                if (line == null)
                {
                    continue;
                }

                if (line.Length == 0)
                {
                    _diagnostics.Add(node.Position, "Here is not a line for the instrument.");
                }
                else if (HasQuery(line))
                {
                    _diagnostics.Add(node.Position, $"'{QuantityKind.Shorten(line)}' asks a question; 'do' only does, and an expectation asks with 'that: scpi'.");
                }
                else
                {
                    Add(atMilliseconds, new ScpiAction(node.Position, line));
                }
            }
        }

        private static bool HasQuery(string line)
        {
            bool isQuoted = false;
            foreach (char character in line)
            {
                isQuoted ^= character == '"';
                if (character == '?' && !isQuoted)
                {
                    return true;
                }
            }

            return false;
        }

        private void ReadBattery(SourceEntry entry, string number, long atMilliseconds)
        {
            if (NodeReader.Map(entry.Value, entry.Key, _diagnostics) is not SourceMap map)
            {
                return;
            }

            foreach (SourceEntry part in map.Entries)
            {
                if (part.Key == "cells")
                {
                    ReadCells(part, number, atMilliseconds);
                }
                else if (InstrumentKeys.Find(InstrumentKeys.Battery, part.Key) is ScpiKey key)
                {
                    AddLine(key, number, part, atMilliseconds);
                }
                else
                {
                    NodeReader.Unknown(part, [.. InstrumentKeys.NamesOf(InstrumentKeys.Battery), "cells"], _diagnostics);
                }
            }
        }

        // A list from cell 1 on, or a block of cell numbers.
        private void ReadCells(SourceEntry entry, string battery, long atMilliseconds)
        {
            var cells = new List<(string Cell, SourceNode Value)>();
            if (entry.Value is SourceMap map)
            {
                foreach (SourceEntry cell in map.Entries)
                {
                    if (int.TryParse(cell.Key, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
                    {
                        cells.Add((number.ToString(CultureInfo.InvariantCulture), cell.Value));
                    }
                    else
                    {
                        _diagnostics.Add(cell.Position, $"'{cell.Key}' is not a number of a cell; write it as {{4: 1.5 %}}.");
                    }
                }
            }
            else
            {
                foreach (SourceNode node in NodeReader.OneOrMany(entry.Value))
                {
                    cells.Add(((cells.Count + 1).ToString(CultureInfo.InvariantCulture), node));
                }
            }

            foreach ((string cell, SourceNode value) in cells)
            {
                if (SetupReader.SpreadForm.TryRead(value, "cells", _diagnostics, out FormValue offset))
                {
                    Add(atMilliseconds, new ScpiAction(value.Position, $"MOD{battery}:CELL{cell}:OFFS {offset.Scpi}"));
                }
            }
        }

        private void ReadKeys(SourceEntry entry, IReadOnlyList<ScpiKey> keys, string suffix, long atMilliseconds)
        {
            if (NodeReader.Map(entry.Value, entry.Key, _diagnostics) is not SourceMap map)
            {
                return;
            }

            bool isBank = keys == InstrumentKeys.Bank;
            foreach (SourceEntry part in map.Entries)
            {
                if (InstrumentKeys.Find(keys, part.Key) is ScpiKey key)
                {
                    AddLine(key, suffix, part, atMilliseconds);
                }
                else if (isBank && part.Key == "policy" && part.Value is SourceMap)
                {
                    ReadKeys(part, InstrumentKeys.Policy, "", atMilliseconds);
                }
                else if (isBank && System.Array.IndexOf([.. SetupReader.BankKeys, .. SetupReader.PerBatteryKeys], part.Key) >= 0)
                {
                    _diagnostics.Add(part.Position, $"'{part.Key}' belongs to the set-up; in the timeline use 'battery 2: {{...}}' or a SCPI line.");
                }
                else
                {
                    List<string> names = InstrumentKeys.NamesOf(keys);
                    if (isBank)
                    {
                        names.Add("policy");
                    }

                    NodeReader.Unknown(part, names, _diagnostics);
                }
            }
        }

        private void AddLine(ScpiKey key, string suffix, SourceEntry entry, long atMilliseconds)
        {
            if (key.ToLine(entry, suffix, _diagnostics) is string line)
            {
                Add(atMilliseconds, new ScpiAction(entry.Value.Position, line));
            }
        }

        private void ReadInverter(SourceEntry entry, long atMilliseconds)
        {
            if (NodeReader.Map(entry.Value, "inverter", _diagnostics) is not SourceMap map)
            {
                return;
            }

            if (!_hasInverter)
            {
                _diagnostics.Add(entry.Position, "The scenario has no inverter.");
                return;
            }

            foreach (SourceEntry part in map.Entries)
            {
                foreach ((InverterKey key, FormValue value) in InverterReader.Read(part, true, _diagnostics, null))
                {
                    Add(atMilliseconds, new InverterAction(key, value));
                }
            }
        }

        private void ReadSend(SourceEntry entry, long atMilliseconds)
        {
            foreach (SourceNode node in NodeReader.OneOrMany(entry.Value))
            {
                SourceNode? frame = node;
                long every = 0;
                long lasting = -1;
                if (node is SourceMap map)
                {
                    frame = map.Find("frame")?.Value;
                    every = map.Find("every") is SourceEntry period ? NodeReader.Time(period.Value, "every", _diagnostics) ?? 0 : 0;
                    lasting = map.Find("for") is SourceEntry span ? NodeReader.Time(span.Value, "for", _diagnostics) ?? -1 : -1;
                    foreach (SourceEntry part in map.Entries)
                    {
                        if (part.Key is not ("frame" or "every" or "for"))
                        {
                            NodeReader.Unknown(part, ["frame", "every", "for"], _diagnostics);
                        }
                    }

                    if (frame == null || (map.Find("every") is SourceEntry zero && every <= 0) || (map.Find("for") != null && map.Find("every") == null))
                    {
                        _diagnostics.Add(map.Position, "send has a frame, and for a frame that is repeated 'every' above 0 and 'for'.");
                        continue;
                    }
                }

                if (NodeReader.Text(frame, "send", _diagnostics) is string text)
                {
                    AddFrame(text.Trim(), frame.Position, every, lasting, atMilliseconds);
                }
            }
        }

        private void AddFrame(string text, SourcePosition position, long every, long lasting, long atMilliseconds)
        {
            if (!CandumpFrame.TryRead(text, out FrameRecord record))
            {
                _diagnostics.Add(position, $"'{QuantityKind.Shorten(text)}' is not a frame; write it as candump does: 351#0102030405060708, 8 digits for a 29-bit identifier, 351#R.");
                return;
            }

            string words = "send " + text + (every > 0 ? $" every {QuantityKind.Time.Format(every)}" : "");
            Add(atMilliseconds, new SendAction(position, words, record, every, lasting));
        }

        private void ReadRamp(SourceEntry entry, long atMilliseconds)
        {
            if (NodeReader.Map(entry.Value, "ramp", _diagnostics) is not SourceMap map)
            {
                return;
            }

            long? from = Plain(map, "from");
            long? to = Plain(map, "to");
            long? step = Plain(map, "step");
            long? every = map.Find("every") is SourceEntry time ? NodeReader.Time(time.Value, "every", _diagnostics) : null;
            if (from == null || to == null || step == null || every == null)
            {
                _diagnostics.Add(map.Position, "A ramp has from, to, step (numbers) and every (a time).");
                return;
            }

            long width = Math.Abs(step.Value);
            if (width == 0 || Math.Abs(to.Value - from.Value) / width > RampStepsMax)
            {
                _diagnostics.Add(map.Position, $"The step of a ramp is above 0, and a ramp has {RampStepsMax} steps at most.");
                return;
            }

            long count = Math.Abs(to.Value - from.Value) / width;
            for (long index = 0; index <= count; index++)
            {
                long value = from.Value + (Math.Sign(to.Value - from.Value) * index * width);
                RampStep(map, value, atMilliseconds + (index * every.Value));
            }
        }

        private void RampStep(SourceMap map, long value, long atMilliseconds)
        {
            var values = new Dictionary<string, string> { ["value"] = QuantityKind.Plain.Format(value) };
            var substitution = new Substitution(values, new HashSet<string>(), null);
            bool hasAction = false;
            foreach (SourceEntry entry in map.Entries)
            {
                if (System.Array.IndexOf(RampKeys, entry.Key) >= 0)
                {
                    continue;
                }

                var filled = new SourceEntry(substitution.Apply(entry.Key, entry.Position), entry.Position, substitution.Apply(entry.Value));
                hasAction = true;
                if (filled.Key == "ramp" || !TryRead(filled, atMilliseconds))
                {
                    NodeReader.Unknown(entry, [.. RampKeys, .. Keys, "battery 1", "frame 351"], _diagnostics);
                }
            }

            if (!hasAction)
            {
                _diagnostics.Add(map.Position, "The ramp does nothing; say what, such as do: \"FAUL:VAL:CCL <value> A\".");
            }
        }

        private long? Plain(SourceMap map, string key)
        {
            if (map.Find(key) is not SourceEntry entry)
            {
                return null;
            }

            return new QuantityForm(QuantityKind.Plain, -1_000_000_000, 1_000_000_000).TryRead(entry.Value, key, _diagnostics, out FormValue value)
                ? value.Number
                : null;
        }
    }
}
