using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Stack;
using BatterySim.Host.Inverter;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;

namespace BatterySim.Host.Panel.Engine.Pictures
{
    /// <summary>What the virtual Sol-Ark received beside what is, and how it is set up.</summary>
    internal sealed class InverterPictures
    {
        private const int SettingsPeriod = 5;
        private const int Milli = 1000;
        private const int Deci = 10;

        private IReadOnlyList<SettingPicture> _settings = [];
        private int _untilSettings;

        /// <summary>The inverter now. Settings, which hands change, are looked at anew in every fifth picture.</summary>
        public InverterPicture Of(VirtualSolArk inverter, BankReport report, long nowMilliseconds)
        {
            List<string> faults = inverter.Fault == InverterFault.None ? [] : [InverterWords.Fault(inverter)];
            if (InverterWords.Warnings(inverter) is { Length: > 0 } warnings)
            {
                faults.Add(warnings);
            }

            return new InverterPicture(
                false,
                InverterWords.State(inverter),
                InverterWords.Stage(inverter.Stage),
                faults,
                BmsValues(inverter.BmsData, report, nowMilliseconds),
                Settings(inverter.Settings),
                []);
        }

        private IReadOnlyList<SettingPicture> Settings(InverterSettings settings)
        {
            if (_untilSettings-- > 0)
            {
                return _settings;
            }

            _untilSettings = SettingsPeriod - 1;
            List<SettingPicture> now =
            [
                .. InverterKeys.Settings.Select(key => Setting(key, settings, false)),
                .. InverterKeys.Quirks.Select(key => Setting(key, settings, true)),
            ];
            bool isSame = now.Count == _settings.Count && Enumerable.Range(0, now.Count).All(index => now[index].Value == _settings[index].Value);
            _settings = isSame ? _settings : now;
            return _settings;
        }

        // A difference is one beyond what the frame's own resolution makes.
        private static List<BmsValuePicture> BmsValues(BmsData received, BankReport report, long nowMilliseconds)
        {
            BmsValuePicture Number(string name, ReceivedValue value, int actual, int resolution, int perUnit, string unit) => new(
                name,
                value.IsKnown ? Text(value.Value, perUnit, unit) : "not received",
                actual == BankReport.Unknown ? "unknown" : Text(actual, perUnit, unit),
                value.IsKnown && actual != BankReport.Unknown && Math.Abs((long)value.Value - actual) > resolution,
                value.IsKnown ? nowMilliseconds - value.ReceivedMilliseconds : -1);
            BmsValuePicture Flags(string name, ReceivedValue value, int actual) => new(
                name,
                value.IsKnown ? FlagWords.Of(value.Value) : "not received",
                FlagWords.Of(actual),
                value.IsKnown && value.Value != actual,
                value.IsKnown ? nowMilliseconds - value.ReceivedMilliseconds : -1);
            return
            [
                Number("SOC", received.SocPermille, report.SocPermille, Deci, Deci, "%"),
                Number("SOH", received.SohPermille, report.SohPermille, Deci, Deci, "%"),
                Number("Voltage", received.VoltageMillivolts, report.VoltageMillivolts, 100, Milli, "V"),
                Number("Current", received.CurrentMilliamps, report.CurrentMilliamps, 100, Milli, "A"),
                Number("Temperature", received.TemperatureDecidegrees, report.TemperatureDecidegrees, Deci, Deci, "C"),
                Number("CVL", received.ChargeVoltageLimitMillivolts, report.ChargeVoltageLimitMillivolts, 100, Milli, "V"),
                Number("CCL", received.ChargeCurrentLimitMilliamps, report.ChargeCurrentLimitMilliamps, 100, Milli, "A"),
                Number("DCL", received.DischargeCurrentLimitMilliamps, report.DischargeCurrentLimitMilliamps, 100, Milli, "A"),
                Number("DVL", received.DischargeVoltageLimitMillivolts, report.DischargeVoltageLimitMillivolts, 100, Milli, "V"),
                Number("Batteries", received.ModulesOnline, report.ModulesOnline, 0, 1, ""),
                Number("Capacity", received.CapacityMilliampereHours, report.CapacityMilliampereHours, Milli, Milli, "Ah"),
                Flags("Protections", received.Protections, report.Protections),
                Flags("Alarms", received.Alarms, report.Alarms),
                new("Name", received.Name.Length == 0 ? "not received" : InverterWords.Printable(received.Name), report.ManufacturerName,
                    received.Name.Length > 0 && received.Name != report.ManufacturerName, -1),
            ];
        }

        private static SettingPicture Setting(InverterKey key, InverterSettings settings, bool isQuirk)
        {
            string[] choices = key.Form switch
            {
                ChoiceForm choice => [.. choice.Words],
                SwitchForm => ["on", "off"],
                _ => [],
            };
            string value = key.Get is null ? "" : key.Form.Format(key.Get(settings));
            int blank = value.IndexOf(' ', StringComparison.Ordinal);
            string unit = choices.Length == 0 && blank > 0 ? value[(blank + 1)..] : "";
            return new SettingPicture(key.Name, value, choices, unit, key.Help, isQuirk, !key.IsSetupOnly);
        }

        private static string Text(int value, int perUnit, string unit)
        {
            string number = (value / (decimal)perUnit).ToString("0.###", CultureInfo.InvariantCulture);
            return unit.Length == 0 ? number : $"{number} {unit}";
        }
    }
}
