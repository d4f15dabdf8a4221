using System;
using System.CommandLine;
using System.Linq;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Running;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim flash</c>: device firmware and BatterySim onto a board.</summary>
    internal static class FlashCommand
    {
        /// <summary>Makes the command.</summary>
        public static Command Create(CliHost host)
        {
            Option<string> board = new("--board") { HelpName = FlashBoard.Names, Description = "The board.", Required = true };
            Option<string> port = new("--port") { HelpName = "PORT", Description = "Serial port that the board is flashed through.", Required = true };
            Option<string?> image = new("--image") { HelpName = "FILE", Description = "BatterySim.bin to put on it. FILE.sha256 is checked if it is there. [default: only the device firmware]" };
            Option<string?> firmware = new("--firmware") { HelpName = "FILE", Description = "nanoCLR.bin of a build of your own, such as one with CAN. [default: the released one]" };
            Option<string?> console = new("--console") { HelpName = "PORT", Description = "Serial port of the board's console: waits for the banner on it." };
            Option<string> wait = new("--wait") { HelpName = "TIME", Description = "How long to wait for the banner.", DefaultValueFactory = static _ => "30s" };
            Option<bool> dryRun = new("--dry-run") { Description = "Check the files and print the commands; touch no board." };
            CliCommand command = new("flash", "Put the firmware on a board with nanoff, and wait for its banner.")
            {
                Examples =
                [
                    ("batterysim flash --board esp32 --port /dev/ttyUSB0 --image BatterySim.bin --dry-run", "the commands that would run"),
                    ("batterysim flash --board esp32 --port /dev/ttyUSB0 --image BatterySim.bin --firmware nanoCLR.bin --console /dev/ttyUSB1", "with a device firmware that has CAN"),
                ],
            };
            command.Add(board);
            command.Add(port);
            command.Add(image);
            command.Add(firmware);
            command.Add(console);
            command.Add(wait);
            command.Add(dryRun);
            command.SetAction(parsed => new FlashRun(
                new FlashRequest(
                    Find(parsed.GetRequiredValue(board)),
                    parsed.GetRequiredValue(port),
                    parsed.GetValue(image),
                    parsed.GetValue(firmware),
                    parsed.GetValue(console),
                    Values.Duration("--wait", parsed.GetValue(wait) ?? ""),
                    parsed.GetValue(dryRun)),
                host).Run());
            return command;
        }

        private static FlashBoard Find(string name) =>
            FlashBoard.All.FirstOrDefault(board => board.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw CliException.Usage($"--board '{name}' is not one that can be flashed; give {FlashBoard.Names}.");
    }
}
