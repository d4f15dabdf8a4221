using System.Collections.Generic;
using System.Globalization;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Protocol;
using BatterySim.Host.Scenarios.Language.Source;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Plans;

namespace BatterySim.Host.Scenarios.Compiling
{
    /// <summary>Reads what stands behind <c>that:</c>.</summary>
    internal sealed class ReferenceReader
    {
        private static readonly string[] Families = ["inverter", "bank", "battery", "frame", "reply", "bus", "scpi"];

        private readonly SetupPlan _setup;
        private readonly DiagnosticList _diagnostics;

        public ReferenceReader(SetupPlan setup, DiagnosticList diagnostics)
        {
            _setup = setup;
            _diagnostics = diagnostics;
        }

        /// <summary>Reads a name; null with a problem if there is nothing of that name.</summary>
        /// <param name="text">Such as "battery.2.soc".</param>
        /// <param name="position">Where it stands.</param>
        /// <param name="query">Query that stands beside it; null for none.</param>
        public ObservableReference? Read(string text, SourcePosition position, string? query)
        {
            string[] parts = text.Trim().Split('.');
            switch (parts[0])
            {
                case "inverter": return Simple(text, parts, Observables.Inverter, position);
                case "bank": return Simple(text, parts, Observables.Bank, position);
                case "bus": return Simple(text, parts, Observables.Bus, position);
                case "reply": return Simple(text, parts, Observables.Reply, position, InverterReplyFrame.CanId);
                case "battery": return Battery(text, parts, position);
                case "frame": return Frame(text, parts, position);
                case "scpi" when parts.Length == 1:
                    if (query == null)
                    {
                        _diagnostics.Add(position, "scpi needs a question beside it, such as query: \"MOD2:SOC?\".");
                        return null;
                    }

                    return new ObservableReference { Text = $"scpi {query}", Kind = ObservableKind.Reply, Row = Observables.Scpi, Query = query };
                default:
                    _diagnostics.Add(position, $"'{text}' can not be observed{NearestName.Hint(parts[0], Families)}");
                    return null;
            }
        }

        private ObservableReference? Simple(
            string text, string[] parts, IReadOnlyList<ObservableRow> rows, SourcePosition position, uint frameId = 0)
        {
            ObservableRow? row = parts.Length == 2 ? Observables.Find(rows, parts[1]) : null;
            if (row == null)
            {
                Missing(text, parts[0], parts.Length > 1 ? parts[1] : "", NamesOf(rows), position);
                return null;
            }

            if (parts[0] == "inverter" && !_setup.HasInverter)
            {
                _diagnostics.Add(position, $"'{text}' cannot be observed: the scenario has no inverter.");
                return null;
            }

            return new ObservableReference { Text = text.Trim(), Kind = row.Kind, Row = row, FrameId = frameId };
        }

        private ObservableReference? Battery(string text, string[] parts, SourcePosition position)
        {
            bool isNumber = parts.Length == 3 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                && number >= 1 && number <= Bms.Stack.BankRules.TwinCapacity;
            if (!isNumber)
            {
                _diagnostics.Add(position, $"'{text}' names no battery; write it as battery.2.soc.");
                return null;
            }

            ObservableRow? row = Observables.Find(Observables.Battery, parts[2]);
            if (row == null)
            {
                Missing(text, "battery." + parts[1], parts[2], NamesOf(Observables.Battery), position);
                return null;
            }

            int battery = int.Parse(parts[1], CultureInfo.InvariantCulture);
            return new ObservableReference { Text = text.Trim(), Kind = row.Kind, Row = row, Number = battery };
        }

        private ObservableReference? Frame(string text, string[] parts, SourcePosition position)
        {
            string digits = parts.Length == 3 ? parts[1] : "";
            bool isExtended = digits.Length == 8;
            if ((digits.Length != 3 && !isExtended)
                || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint id)
                || id > (isExtended ? CanFrame.ExtendedIdMax : CanFrame.StandardIdMax))
            {
                _diagnostics.Add(position, $"'{text}' names no frame; write it as frame.351.period, with eight digits for a 29-bit identifier.");
                return null;
            }

            ObservableRow? row = Observables.Find(Observables.Frame, parts[2]);
            if (row != null)
            {
                return new ObservableReference { Text = text.Trim(), Kind = row.Kind, Row = row, FrameId = id, IsExtended = isExtended };
            }

            SignalDefinition? signal = FindSignal(id, isExtended, parts[2], out List<string> names);
            if (signal == null)
            {
                Missing(text, "frame." + digits, parts[2], [.. NamesOf(Observables.Frame), .. names], position);
                return null;
            }

            return new ObservableReference
            {
                Text = text.Trim(),
                Kind = SignalValue.KindOf(signal),
                Signal = signal,
                FrameId = id,
                IsExtended = isExtended,
            };
        }

        // The bank's own dialect first, and then whoever else knows the frame.
        private SignalDefinition? FindSignal(uint id, bool isExtended, string name, out List<string> names)
        {
            names = [];
            SignalDefinition? found = null;
            var dialects = new List<DecodeDialect>();
            if (DecodeDialects.Find(_setup.Dialect) is DecodeDialect own)
            {
                dialects.Add(own);
            }

            dialects.AddRange(DecodeDialects.All);
            foreach (DecodeDialect dialect in dialects)
            {
                foreach (SignalDefinition signal in dialect.Find(id, isExtended)?.Signals ?? [])
                {
                    found ??= signal.Name == name ? signal : null;
                    if (!names.Contains(signal.Name))
                    {
                        names.Add(signal.Name);
                    }
                }
            }

            return found == null || isExtended || id != MeasurementsFrame.CanId ? found : Adapted(found);
        }

        private SignalDefinition Adapted(SignalDefinition signal)
        {
            if (signal.Unit == "V" && _setup.IsDecivolt is bool isDecivolt)
            {
                return signal with { Scale = isDecivolt ? 0.1m : 0.01m };
            }

            return signal.Unit == "A" && _setup.IsDischargePositive is bool isDischarge ? signal with { Scale = isDischarge ? -0.1m : 0.1m } : signal;
        }

        private void Missing(string text, string family, string name, List<string> names, SourcePosition position)
        {
            string? nearest = NearestName.Find(name, names);
            string hint = nearest != null ? $"did you mean '{family}.{nearest}'?" : $"{family} has {string.Join(", ", names)}.";
            _diagnostics.Add(position, $"'{text}' cannot be observed; {hint}");
        }

        private static List<string> NamesOf(IReadOnlyList<ObservableRow> rows)
        {
            var names = new List<string>();
            foreach (ObservableRow row in rows)
            {
                names.Add(row.Name);
                if (row.Signal != null)
                {
                    names.Add(row.Signal);
                }
            }

            return names;
        }
    }
}
