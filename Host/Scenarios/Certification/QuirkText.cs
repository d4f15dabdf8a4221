using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using BatterySim.Host.Inverter;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;

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

        /// <summary>A set-up for scenarios that makes the virtual Sol-Ark behave as a record says.</summary>
        public static string SetupOf(CertificationRecord record)
        {
            ArgumentNullException.ThrowIfNull(record);
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"# {record.Model}, firmware {record.Firmware}, as certified on: {record.Stand}\ninverter:\n");
            text.Append(CultureInfo.InvariantCulture, $"  model: {record.Model}\n");
            if (record.Find("bms-err-stop") is { Value: "on" or "off" } stop)
            {
                text.Append(CultureInfo.InvariantCulture, $"  bms-err-stop: {stop.Value}\n");
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
