using System;
using System.CommandLine;
using BatterySim.Host.Board;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Running;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim board</c>: the firmware of the ESP32 on this computer.</summary>
    internal static class BoardCommand
    {
        private static readonly string[] CanControllerNames = ["mcp2515", "devicecan"];

        /// <summary>Makes the command.</summary>
        public static Command Create(CliHost host)
        {
            CountOption dip = Dip();
            Option<string> canController = new("--can-controller")
            {
                HelpName = string.Join('|', CanControllerNames),
                Description = "The board's CAN controller: an MCP2515 on SPI, or the one inside the ESP32 with the firmware of docs/firmware-twai.md.",
                DefaultValueFactory = static _ => CanControllerNames[0],
            };
            Option<bool> pressReset = new("--press-rst") { Description = "Press RST at once, which wakes the bank." };
            Option<string?> duration = new("--duration") { HelpName = "TIME", Description = "Time to run. [default: until Ctrl+C or the end of the input]" };
            Option<string> speed = new("--speed")
            {
                HelpName = "real|max|FACTOR",
                Description = "Simulated seconds in a real one, as 10x.",
                DefaultValueFactory = static _ => "real",
            };
            PageOptions page = new();
            CliCommand command = new("board", "Run the board's firmware here, with its console on this terminal or as a page in the browser.")
            {
                Examples =
                [
                    ("batterysim board --press-rst", "the console of a board that is awake; type HELP, or ~? for the switches"),
                    ("batterysim board --can-controller devicecan --press-rst", "the firmware for the CAN controller inside an ESP32"),
                    ("batterysim board --press-rst --web --open", "the same board as a page in the browser"),
                    ("batterysim board --dip 3 --press-rst --duration 10s --speed max", "a follower: the CAN port stays silent"),
                ],
            };
            command.Add(dip.Option);
            command.Add(canController);
            command.Add(pressReset);
            command.Add(duration);
            command.Add(speed);
            foreach (Option option in page.All)
            {
                command.Add(option);
            }

            command.SetAction(parsed =>
            {
                BoardRequest request = new(
                    dip.Read(parsed),
                    FindCanController(parsed.GetValue(canController) ?? ""),
                    parsed.GetValue(pressReset),
                    parsed.GetValue(duration) is string time ? Values.Duration("--duration", time) : null,
                    Values.Pace("--speed", parsed.GetValue(speed) ?? ""),
                    page.Read(parsed));
                if (request is { Pace.IsMax: true, Web: not null })
                {
                    throw CliException.Usage("--speed max leaves a page no time to look at the board; give a factor, or leave --web out.");
                }

                if (request is { Pace.IsMax: true, DurationMilliseconds: null })
                {
                    throw CliException.Usage("--speed max has no end to run to; give --duration as well.");
                }

                return new BoardRun(request, host).Run();
            });
            return command;
        }

        /// <summary>The board's own address switches: as many as those that its followers are given.</summary>
        public static CountOption Dip() =>
            new("--dip", "BOARD:DIP#", "Position of the board's address switches, {range}; 1 is the master.", 1);

        private static BoardCanController FindCanController(string name)
        {
            int index = Array.FindIndex(CanControllerNames, candidate => candidate.Equals(name, StringComparison.OrdinalIgnoreCase));
            return index >= 0
                ? (BoardCanController)index
                : throw CliException.Usage($"--can-controller '{name}' is not a CAN controller of a board; give {string.Join(" or ", CanControllerNames)}.");
        }
    }
}
