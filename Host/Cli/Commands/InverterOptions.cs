using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Inverter;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary>How the virtual Sol-Ark is set up, by the names of its Batt menu; <c>run</c> and <c>inverter</c> share them.</summary>
    internal sealed class InverterOptions
    {
        private const decimal AmpsMax = InverterSettings.LimitMaxMilliamps / 1000m;
        private const decimal VoltsMax = InverterSettings.VoltageMaxMillivolts / 1000m;

        private readonly Option<string?> _model = Text("--inverter-model", "MODEL", "Sol-Ark 5K, 8K, 12K or 15K; limits the current. [default: 12K]");
        private readonly Option<string?> _charge = Text("--max-a-charge", "AMPS", "Max A charge. [default: the model's limit]");
        private readonly Option<string?> _discharge = Text("--max-a-discharge", "AMPS", "Max A discharge. [default: the model's limit]");
        private readonly Option<string?> _gridCharge = Text("--grid-charge", "AMPS|off", "Grid Charge from 30 % SOC down, with so many amperes. [default: off]");
        private readonly Option<string?> _absorb = Text("--absorption-v", "VOLTS", "Absorption V; counts below CVL. [default: 58.4]");
        private readonly Option<string?> _float = Text("--float-v", "VOLTS", "Float V; counts below CVL. [default: 58.4]");
        private readonly Option<string?> _shutdown = Text("--shutdown", "PERCENT", "Shutdown: at this SOC the battery feeds nothing. [default: 10]");
        private readonly Option<string?> _low = Text("--low-batt", "PERCENT", "Low Batt: an alarm. [default: 20]");
        private readonly Option<string?> _restart = Text("--restart", "PERCENT", "Restart: from this SOC it feeds again. [default: 25]");
        private readonly Option<string?> _solar = Text("--solar", "WATTS", "Power that the sun gives. [default: 0]");
        private readonly Option<string?> _grid = Text("--grid", "on|off", "Whether there is a grid. [default: on]");
        private readonly Option<string?> _sell = Text("--sell", "on|off", "Whether power may be sold to it. [default: off]");
        private readonly Option<string[]> _quirk = QuirkOption.Create();
        private readonly Option<string> _stop = new("--bms-err-stop")
        {
            HelpName = "on|off",
            Description = "BMS_Err_Stop: stop with F58 when the battery is silent for 10 s.",
            DefaultValueFactory = static _ => "on",
        };

        /// <summary>The options in the order in which help lists them.</summary>
        public IEnumerable<Option> All =>
            [_stop, _model, _charge, _discharge, _gridCharge, _absorb, _float, _shutdown, _low, _restart, _solar, _grid, _sell, _quirk];

        /// <summary>Puts what was given into the settings.</summary>
        public void Read(ParseResult parsed, InverterSettings settings)
        {
            settings.StopsOnBmsError = Values.OnOff("--bms-err-stop", parsed.GetValue(_stop) ?? "");
            if (parsed.GetValue(_model) is string model)
            {
                IReadOnlyCollection<string> names = [.. InverterModels.All.Select(static known => InverterModels.NameOf(known).ToLowerInvariant())];
                _ = InverterModels.TryParse(Values.Choice("--inverter-model", model, names), out InverterModel parsedModel);
                settings.Model = parsedModel;
            }

            settings.ChargeLimitMilliamps = Milli(parsed, _charge, AmpsMax, "A") ?? settings.ChargeLimitMilliamps;
            settings.DischargeLimitMilliamps = Milli(parsed, _discharge, AmpsMax, "A") ?? settings.DischargeLimitMilliamps;
            settings.AbsorptionMillivolts = Milli(parsed, _absorb, VoltsMax, "V") ?? settings.AbsorptionMillivolts;
            settings.FloatMillivolts = Milli(parsed, _float, VoltsMax, "V") ?? settings.FloatMillivolts;
            settings.ShutdownPermille = Permille(parsed, _shutdown) ?? settings.ShutdownPermille;
            settings.LowBatteryPermille = Permille(parsed, _low) ?? settings.LowBatteryPermille;
            settings.RestartPermille = Permille(parsed, _restart) ?? settings.RestartPermille;
            settings.GridPresent = Switch(parsed, _grid) ?? settings.GridPresent;
            settings.SellAllowed = Switch(parsed, _sell) ?? settings.SellAllowed;
            if (parsed.GetValue(_gridCharge) is string gridCharge && !gridCharge.Trim().Equals("off", StringComparison.OrdinalIgnoreCase))
            {
                settings.GridChargeEnabled = true;
                settings.GridChargeLimitMilliamps = Milli(parsed, _gridCharge, AmpsMax, "A") ?? 0;
            }

            if (parsed.GetValue(_solar) is string solar)
            {
                settings.SolarWatts = Values.Watts("--solar", solar, InverterSettings.PowerMaxWatts);
            }

            QuirkOption.Apply(settings, parsed.GetValue(_quirk) ?? []);
            if (settings.FindProblem() is string problem)
            {
                throw CliException.Usage($"the inverter cannot be set up so: {problem}");
            }
        }

        private static int? Milli(ParseResult parsed, Option<string?> option, decimal max, string unit) =>
            parsed.GetValue(option) is string text ? (int)decimal.Round(Values.Number(option.Name, text, 0, max, unit) * 1000) : null;

        private static int? Permille(ParseResult parsed, Option<string?> option) =>
            parsed.GetValue(option) is string text ? (int)decimal.Round(Values.Number(option.Name, text, 0, 100, "%") * 10) : null;

        private static bool? Switch(ParseResult parsed, Option<string?> option) =>
            parsed.GetValue(option) is string text ? Values.OnOff(option.Name, text) : null;

        private static Option<string?> Text(string name, string value, string description) =>
            new(name) { HelpName = value, Description = description };
    }
}
