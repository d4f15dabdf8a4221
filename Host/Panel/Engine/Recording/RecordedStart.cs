using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using BatterySim.Bms;
using BatterySim.Bms.Instrument;
using BatterySim.Host.Inverter;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scpi;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Panel.Engine.Recording
{
    /// <summary>Bank and inverter as they were when a recording began, as a scenario sets them up.</summary>
    internal sealed class RecordedStart
    {
        private readonly string _profile;
        private readonly int _batteries;
        private readonly List<string> _inverter = [];
        private readonly List<string> _quirks = [];
        private readonly bool _hasInverter;

        /// <summary>Takes it down.</summary>
        public RecordedStart(TwinSession session)
        {
            ArgumentNullException.ThrowIfNull(session);
            Simulator simulator = session.Simulator;
            _profile = simulator.Bank.Profile.Name;
            _batteries = simulator.Bank.Count;
            _hasInverter = session.Inverter != null;
            if (session.Inverter is { } inverter)
            {
                AddDifferences(InverterKeys.Settings, inverter.Settings, _inverter);
                AddDifferences(InverterKeys.Quirks, inverter.Settings, _quirks);
            }

            Lines = [.. Saved(simulator).Except(Saved(Fresh(simulator)), StringComparer.Ordinal)];
        }

        /// <summary>Lines of SCPI that make a fresh bank of the same product what this one was.</summary>
        public IReadOnlyList<string> Lines { get; }

        /// <summary>Writes the keys <c>bank</c> and <c>inverter</c>.</summary>
        public void WriteTo(StringBuilder text)
        {
            text.Append(CultureInfo.InvariantCulture, $"bank:\n  profile: {_profile}\n  batteries: {_batteries}\n");
            if (!_hasInverter)
            {
                text.Append("inverter: none\n");
                return;
            }

            if (_inverter.Count + _quirks.Count == 0)
            {
                return;
            }

            text.Append("inverter:\n");
            _inverter.ForEach(line => text.Append(CultureInfo.InvariantCulture, $"  {line}\n"));
            text.Append(_quirks.Count > 0 ? "  quirks:\n" : "");
            _quirks.ForEach(line => text.Append(CultureInfo.InvariantCulture, $"    {line}\n"));
        }

        private static void AddDifferences(IReadOnlyList<InverterKey> keys, InverterSettings settings, List<string> lines)
        {
            InverterSettings standard = new() { Model = settings.Model };
            foreach (InverterKey key in keys)
            {
                if (key.Get is { } get && (get(settings) != get(standard) || key.Name == "model"))
                {
                    lines.Add($"{key.Name}: {key.Form.Format(get(settings))}");
                }
            }
        }

        // A fresh bank, as a scenario begins with.
        private static Simulator Fresh(Simulator simulator)
        {
            var options = new TwinOptions();
            options.Bank.Profile = simulator.Bank.Profile;
            options.Bank.BatteryCount = simulator.Bank.Count;
            options.Bank.StartsAwake = false;
            var session = new TwinSession(options);
            session.Simulator.Instrument.Host = new TwinInstrumentHost(session, null);
            session.Simulator.SkipToRunning();
            return session.Simulator;
        }

        // The load of a twin with an inverter is the inverter's.
        private static IEnumerable<string> Saved(Simulator simulator) =>
            ScpiSnapshot.Lines(simulator, static row => row.Is(SettingRow.Saved) && row.Is(SettingRow.Query) && !IsLeftOut(row.Pattern));

        private static bool IsLeftOut(string pattern) =>
            pattern is "LOAD" or "BANK:PROFile" || pattern.StartsWith("SYSTem:", StringComparison.Ordinal);
    }
}
