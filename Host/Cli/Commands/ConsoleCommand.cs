using System;
using System.CommandLine;
using BatterySim.Host.Cli.Prompt;
using BatterySim.Host.Cli.Running;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim console</c>: SCPI by hand, or from a file, against a running twin or a board.</summary>
    internal static class ConsoleCommand
    {
        /// <summary>Makes the command.</summary>
        public static Command Create(CliHost host)
        {
            Option<string> to = AddressOption.Create();
            PageOptions page = new();
            Option<string?> modbus = ModbusOption.Create();
            CliCommand command = new("console", "Type SCPI commands to a running twin or a board, with completion and history.")
            {
                Examples =
                [
                    ("batterysim console", "the twin that 'batterysim run --scpi' started on this machine"),
                    ("batterysim console --to serial:///dev/ttyUSB0", "the board at that serial port"),
                    ("batterysim console --to serial:///dev/ttyUSB0 --web --open", "the same board as a page in the browser"),
                    ("batterysim console --to serial:///dev/ttyUSB0 --web --modbus modbus-rtu:///dev/ttyUSB1", "with the registers of the real inverter at its bus"),
                    ("batterysim console < setup.scpi", "every line a command; exit code 1 if one was refused"),
                ],
            };
            command.Add(to);
            foreach (Option option in page.All)
            {
                command.Add(option);
            }

            command.Add(modbus);
            command.SetAction(parsed => Run(
                AddressOption.Read(parsed.GetValue(to) ?? ""),
                ModbusOption.Read(parsed.GetValue(modbus), page.Read(parsed)),
                host));
            return command;
        }

        private static int Run(ScpiAddress address, PanelPortRequest? web, CliHost host)
        {
            if (web is null && host.Input is null && host.Terminal is null)
            {
                throw CliException.Usage("console needs a terminal, or commands on its standard input; for one command there is 'batterysim send'.");
            }

            try
            {
                using ScpiSession session = ScpiSession.Open(address);
                if (web is not null)
                {
                    return new ConsolePanel(session, address.IsSerial ? BenchKind.Board : BenchKind.Twin, web, host).Run();
                }

                if (host.Input is not null)
                {
                    return new ConsoleScript(session, host).Run(host.Input);
                }

                // Ctrl+C throws away the line, as a shell has it; Ctrl+D ends.
                Console.TreatControlCAsInput = !Console.IsInputRedirected;
                LineHistory history = new();
                string path = HistoryFile.PathOf(Environment.GetEnvironmentVariable);
                HistoryFile.Load(path, history);
                try
                {
                    return new ConsoleDialogue(address, session, history, host).Run();
                }
                finally
                {
                    HistoryFile.Save(path, history);
                    Console.TreatControlCAsInput = false;
                }
            }
            catch (ScpiConnectionException problem)
            {
                throw CliException.Failure(problem.Message);
            }
        }
    }
}
