using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Host.Inverter;
using BatterySim.Host.Modbus.Map;
using BatterySim.Host.Modbus.Observing;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scenarios.Plans;

namespace BatterySim.Host.Scenarios.Observing
{
    /// <summary>How far the inverter of a bench is what a scenario begins with: its settings, its load, its sources.</summary>
    /// <param name="Differing">What is surely otherwise, each as "shutdown 10 %, register 217 says 20 %".</param>
    /// <param name="Unchecked">What the file gives and no register shows, each as "grid-reconnect 30 s".</param>
    /// <param name="Doubtful">Load and sources that the file does not give and that are not as without them, in the same form.</param>
    /// <param name="ByHand">
    /// Settings that the file gives, that are not what an inverter has without them, and that no register shows: a hand may have forgotten them.
    /// </param>
    /// <param name="Unlike">Settings that the file does not give and that are not what a scenario has without them, in the same form.</param>
    internal sealed record InverterConditions(
        IReadOnlyList<string> Differing,
        IReadOnlyList<string> Unchecked,
        IReadOnlyList<string> Doubtful,
        IReadOnlyList<string> ByHand,
        IReadOnlyList<string> Unlike)
    {
        private const int LoadAddress = 178;
        private const int SolarAddress = 186;
        private const int MilliPerWatt = 1000;

        // What an idle converter and its meters make of nothing, and the share to which a load is set by hand.
        private const long PowerSlackMilliwatts = 150 * MilliPerWatt;
        private const int PowerSlackPart = 20;

        /// <summary>All as it should be, for an inverter of which nothing is to be said.</summary>
        public static InverterConditions None { get; } = new([], [], [], [], []);

        /// <summary>All of it for a report; nothing for what is empty.</summary>
        public IEnumerable<KeyValuePair<string, string>> Settings
        {
            get
            {
                foreach ((string name, IReadOnlyList<string> texts) in new[]
                {
                    ("bench.differs", Differing), ("bench.unchecked", Unchecked), ("bench.by-hand", ByHand), ("bench.not-standard", [.. Doubtful, .. Unlike]),
                })
                {
                    if (texts.Count > 0)
                    {
                        yield return new(name, string.Join("; ", texts));
                    }
                }
            }
        }

        /// <summary>What a person has to know of the run, a sentence without its full stop each.</summary>
        public IEnumerable<string> Marks
        {
            get
            {
                foreach ((string what, IReadOnlyList<string> texts) in new[]
                {
                    ("not checked, set by hand", Unchecked),
                    ("no register shows it, so that nothing counts as failed without --by-hand", ByHand),
                    ("not given in the file, so that nothing counts as failed", Doubtful),
                    ("not given in the file, and other than without it", Unlike),
                })
                {
                    if (texts.Count > 0)
                    {
                        yield return $"{what}: {string.Join("; ", texts)}";
                    }
                }
            }
        }

        /// <summary>Why what does not fit says nothing of the inverter, in one sentence; null for no reason.</summary>
        public string? Doubt => Doubtful.Count > 0 ? $"It may come of what the file does not give: {string.Join("; ", Doubtful)}."
            : ByHand.Count > 0 ? $"It may come of what only a hand sets and no register shows: {string.Join("; ", ByHand)}; confirm it with --by-hand."
            : null;

        /// <summary>What the file gives, where nothing of it can be read.</summary>
        public static InverterConditions Unseen(SetupPlan plan)
        {
            var texts = new List<string>();
            foreach ((InverterKey key, FormValue value) in plan.InverterValues)
            {
                texts.Add($"{key.Name} {value.Text}");
            }

            return new InverterConditions([], texts, [], [], []);
        }

        /// <summary>Compares.</summary>
        /// <param name="plan">What the scenario begins with.</param>
        /// <param name="model">Model that the inverter named; empty if it did not.</param>
        /// <param name="reading">A poll from after the bank was set up.</param>
        /// <param name="settings">Registers of settings as they are now.</param>
        /// <param name="confirmed">Keys that a person has set as the file has them; null for none.</param>
        public static InverterConditions Of(
            SetupPlan plan,
            string model,
            InverterReading reading,
            IReadOnlyDictionary<int, ushort> settings,
            IReadOnlyCollection<string>? confirmed = null)
        {
            InverterSettings wanted = plan.CreateInverterSettings();
            var differing = new List<string>();
            var hidden = new List<string>();
            var doubtful = new List<string>();
            var byHand = new List<string>();
            var unlike = new List<string>();
            var standard = new InverterSettings();
            var given = new HashSet<string>(StringComparer.Ordinal);
            foreach ((InverterKey key, FormValue value) in plan.InverterValues)
            {
                given.Add(key.Name);
                string name = $"{key.Name} {value.Text}";
                if (key.Name is "load" or "solar" or "grid")
                {
                    continue;
                }

                if (InverterKeys.Quirks.Contains(key))
                {
                    AddTo(differing, value.Text == key.Default ? null : ", which certify tells and no register", $"quirk {name}");
                    continue;
                }

                if (key.Name == "model" ? model.Length > 0 : IsSure(key, settings))
                {
                    AddTo(differing, key.Name == "model" ? Model(value, model) : Difference(key, wanted, settings), name);
                }
                else
                {
                    hidden.Add(name);
                    AddTo(byHand, key.Get!(wanted) == key.Get(standard) || confirmed?.Contains(key.Name) == true ? null : "", name);
                }
            }

            bool needsOthers = wanted.Quirks.MandatoryFrames != standard.Quirks.MandatoryFrames;
            AddTo(differing, needsOthers ? ", which certify tells and no register" : null, $"quirk {InverterKeys.MandatoryFrames.Name}");

            foreach (InverterKey key in InverterKeys.Settings)
            {
                if (!given.Contains(key.Name) && IsSure(key, settings))
                {
                    AddTo(unlike, Difference(key, wanted, settings), $"{key.Name} {key.Default}");
                }
            }

            AddLoad(wanted, reading, given.Contains("load") ? differing : doubtful, hidden);
            AddSolar(wanted, reading, given.Contains("solar") ? differing : doubtful, hidden);
            if (reading.HasGrid != wanted.GridPresent)
            {
                string volts = reading.Text(InverterReading.GridVoltageAddress);
                (given.Contains("grid") ? differing : doubtful).Add(
                    $"grid {(wanted.GridPresent ? "on" : "off")}, register {InverterReading.GridVoltageAddress} says {volts}");
            }

            return new InverterConditions(differing, hidden, doubtful, byHand, unlike);
        }

        private static void AddLoad(InverterSettings wanted, InverterReading reading, List<string> differing, List<string> hidden)
        {
            string load = string.Create(CultureInfo.InvariantCulture, $"load {wanted.LoadWatts} W");
            if (wanted.LoadWatts < 0)
            {
                // Power that comes from somewhere else than the house is no load; no register tells it from the sun.
                hidden.Add(load);
            }
            else if (!IsNear((long)wanted.LoadWatts * MilliPerWatt, reading.Value(LoadAddress)))
            {
                differing.Add($"{load}, register {LoadAddress} says {reading.Text(LoadAddress)}");
            }
        }

        private static void AddSolar(InverterSettings wanted, InverterReading reading, List<string> differing, List<string> hidden)
        {
            string solar = string.Create(CultureInfo.InvariantCulture, $"solar {wanted.SolarWatts} W");
            bool hasSun = reading.Value(SolarAddress) > PowerSlackMilliwatts;
            if (wanted.SolarWatts == 0 && hasSun)
            {
                differing.Add($"{solar}, register {SolarAddress} says {reading.Text(SolarAddress)}");
            }
            else if (wanted.SolarWatts > 0 && !IsNear((long)wanted.SolarWatts * MilliPerWatt, reading.Value(SolarAddress)))
            {
                // An inverter takes no more from the sun than it can use, so that less says nothing of what there is.
                hidden.Add(solar);
            }
        }

        private static bool IsNear(long wantedMilliwatts, long seenMilliwatts) =>
            Math.Abs(wantedMilliwatts - seenMilliwatts) <= Math.Max(PowerSlackMilliwatts, Math.Abs(wantedMilliwatts) / PowerSlackPart);

        private static bool IsSure(InverterKey key, IReadOnlyDictionary<int, ushort> settings) =>
            SettingRegisters.Find(key.Name) is RegisterRow row && row.Provenance >= RegisterProvenance.Field && settings.ContainsKey(row.Address);

        private static void AddTo(List<string> texts, string? difference, string name)
        {
            if (difference != null)
            {
                texts.Add(name + difference);
            }
        }

        private static string? Model(in FormValue value, string model) => value.Text == model ? null : $", the inverter is a {model}";

        private static string? Difference(InverterKey key, InverterSettings wanted, IReadOnlyDictionary<int, ushort> settings)
        {
            RegisterRow row = SettingRegisters.Find(key.Name)!;
            ushort word = settings[row.Address];
            long number = key.Get!(wanted);
            string there = SettingRegisters.Text(row, word) ?? string.Create(CultureInfo.InvariantCulture, $"{word}");
            bool isSame = SettingRegisters.IsCode(row)
                ? there == key.Form.Format(number)
                : Math.Abs(row.Decode(_ => word) - number) <= row.ThousandthsPerCount / 2;
            return isSame ? null : string.Create(CultureInfo.InvariantCulture, $", register {row.Address} says {there}");
        }
    }
}
