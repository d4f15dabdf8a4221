using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using BatterySim.Host.Inverter;
using BatterySim.Host.Modbus.Map;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scenarios.Observing;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>Quirks of the virtual Sol-Ark by the names and values that scenarios and records share.</summary>
    public static class QuirkText
    {
        private const string MandatoryFrames = "mandatory-frames";

        /// <summary>Sets a quirk.</summary>
        /// <param name="settings">Settings that are changed.</param>
        /// <param name="name">Name, as "export-margin".</param>
        /// <param name="value">Value, as "500 mV".</param>
        /// <returns>Null if it was set; else why not, in one sentence without a period.</returns>
        public static string? Set(InverterSettings settings, string name, string value)
        {
            ArgumentNullException.ThrowIfNull(settings);
            ArgumentNullException.ThrowIfNull(value);
            if (name == MandatoryFrames)
            {
                return SetFrames(settings, value);
            }

            InverterKey? key = InverterKeys.Find(InverterKeys.Quirks, name);
            if (key == null)
            {
                return $"there is no quirk '{name}'; docs/inverter.md lists them";
            }

            string? problem = key.Form.Read(value, out FormValue read);
            if (problem != null)
            {
                return $"'{value}' cannot be the value of {name}: {problem.TrimEnd('.')}";
            }

            key.Set!(settings, read);
            return settings.FindProblem()?.TrimEnd('.');
        }

        /// <summary>The properties of a record that are quirks and differ from the standard, with their values.</summary>
        public static IReadOnlyList<KeyValuePair<string, string>> Of(CertificationRecord record)
        {
            ArgumentNullException.ThrowIfNull(record);
            var quirks = new List<KeyValuePair<string, string>>();
            foreach (CertifiedProperty property in record.AllProperties())
            {
                bool isQuirk = property.Name == MandatoryFrames || InverterKeys.Find(InverterKeys.Quirks, property.Name) != null;
                if (isQuirk && property.Differs)
                {
                    quirks.Add(new(property.Name, property.Value));
                }
            }

            return quirks;
        }

        /// <summary>The settings of a record that the virtual Sol-Ark has too, by the keys of a scenario, with their values.</summary>
        public static IReadOnlyList<KeyValuePair<string, string>> SettingsOf(CertificationRecord record)
        {
            ArgumentNullException.ThrowIfNull(record);
            var settings = new List<KeyValuePair<string, string>>();
            var tried = new InverterSettings();
            void Add(string name, string? value)
            {
                if (value != null && SetSetting(tried, name, value) == null)
                {
                    settings.Add(new(name, value));
                }
            }

            Add("model", record.Model);
            Add("bms-err-stop", record.Find("bms-err-stop")?.Value);
            foreach (CertifiedSetting setting in record.Settings)
            {
                RegisterRow? row = SolArkRegisters.Find(setting.Register);
                if (row is { Key.Length: > 0 })
                {
                    Add(row.Key, SettingRegisters.Text(row, (ushort)setting.Word));
                }
            }

            return settings;
        }

        /// <summary>Settings and quirks that make a virtual Sol-Ark what a record says.</summary>
        public static InverterSettings CreateSettings(CertificationRecord record)
        {
            var settings = new InverterSettings();
            foreach ((string name, string value) in SettingsOf(record))
            {
                SetSetting(settings, name, value);
            }

            foreach ((string name, string value) in Of(record))
            {
                Set(settings, name, value);
            }

            return settings;
        }

        /// <summary>A set-up for scenarios that makes the virtual Sol-Ark behave as a record says.</summary>
        public static string SetupOf(CertificationRecord record)
        {
            ArgumentNullException.ThrowIfNull(record);
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"# {record.Model}, firmware {record.Firmware}, as certified on: {record.Stand}\ninverter:\n");
            foreach ((string name, string value) in SettingsOf(record))
            {
                text.Append(CultureInfo.InvariantCulture, $"  {name}: {value}\n");
            }

            IReadOnlyList<KeyValuePair<string, string>> quirks = Of(record);
            text.Append(quirks.Count > 0 ? "  quirks:\n" : "");
            foreach ((string name, string value) in quirks)
            {
                string written = name != MandatoryFrames ? value : value == "none" ? "[]" : $"[{value.Replace(" ", ", ", StringComparison.Ordinal)}]";
                text.Append(CultureInfo.InvariantCulture, $"    {name}: {written}\n");
            }

            return text.ToString();
        }

        // What would leave the settings with a fault is left as it was.
        private static string? SetSetting(InverterSettings settings, string name, string value)
        {
            InverterKey key = InverterKeys.Find(InverterKeys.Settings, name)!;
            string? problem = key.Form.Read(value, out FormValue read);
            if (problem != null)
            {
                return problem;
            }

            var alone = new InverterSettings();
            key.Set!(alone, read);
            if (alone.FindProblem() is string fault && !IsOrder(fault))
            {
                return fault;
            }

            key.Set!(settings, read);
            return null;
        }

        // Shutdown and restart are held against each other, and come one after the other.
        private static bool IsOrder(string fault) => fault.Contains(" is below ", StringComparison.Ordinal);

        private static string? SetFrames(InverterSettings settings, string value)
        {
            BatteryFrames frames = BatteryFrames.None;
            foreach (string part in value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
            {
                if (part == "none")
                {
                    continue;
                }

                if (!int.TryParse(part, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int id)
                    || !InverterKeys.Frames.TryGetValue(id, out BatteryFrames frame))
                {
                    return $"'{part}' is not a frame that a battery sends";
                }

                frames |= frame;
            }

            settings.Quirks.MandatoryFrames = frames;
            return null;
        }
    }
}
