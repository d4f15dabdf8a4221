using System.CommandLine;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Modbus.Client;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>--modbus</c> of what serves the page in a browser: a real inverter beside the bank.</summary>
    internal static class ModbusOption
    {
        /// <summary>Makes it.</summary>
        public static Option<string?> Create() => new("--modbus")
        {
            HelpName = "URL",
            Description = $"Show the registers of a real inverter on the panel; nothing is written: {ModbusUrl.Forms}.",
        };

        /// <summary>Adds the inverter to what was asked for the page.</summary>
        /// <param name="text">Value of the option; null for none.</param>
        /// <param name="web">The page; null for none.</param>
        public static PanelPortRequest? Read(string? text, PanelPortRequest? web)
        {
            if (text is null)
            {
                return web;
            }

            if (web is null)
            {
                throw CliException.Usage("--modbus shows an inverter on the panel, which is not served; add --web, or use 'batterysim inverter watch'.");
            }

            return web with { Modbus = ModbusUrl.Parse(text, out string error) ?? throw CliException.Usage($"--modbus {error}.") };
        }
    }
}
