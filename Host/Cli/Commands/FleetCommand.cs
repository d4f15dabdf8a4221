using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Net;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Fleets;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Scenarios.Fleets;
using BatterySim.Host.Scenarios.Language;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim fleet</c>: many banks in one process.</summary>
    internal static class FleetCommand
    {
        /// <summary>Makes the command.</summary>
        public static Command Create(CliHost host)
        {
            Argument<string> file = new("FILE") { Description = "YAML file with the banks; docs/fleet.md has its keys." };
            Option<string?> duration = new("--duration") { HelpName = "TIME", Description = "Time to run, as 90s or 1h. [default: until Ctrl+C]" };
            CliCommand command = new("fleet", "Run many banks in real time in one process, each on a bus of its own, with ports, seeds and metrics.")
            {
                Examples =
                [
                    ("batterysim fleet fleet.yaml", "until Ctrl+C; a line every ten seconds"),
                    ("batterysim fleet fleet.yaml --duration 60s", "for a measurement"),
                ],
            };
            command.Add(file);
            command.Add(duration);
            command.SetAction(parsed => Run(
                parsed.GetRequiredValue(file),
                parsed.GetValue(duration) is string time ? Values.Duration("--duration", time) : null,
                host));
            return command;
        }

        private static int Run(string path, long? durationMilliseconds, CliHost host)
        {
            FleetFile? fleet = FleetFileReader.Read(path, out IReadOnlyList<Diagnostic> diagnostics);
            if (fleet is null)
            {
                throw CliException.Usage(string.Join(Environment.NewLine, diagnostics));
            }

            IPAddress? address = IPAddress.Loopback;
            if (fleet.Listen is string listen && !IPAddress.TryParse(listen, out address))
            {
                throw CliException.Usage($"{path}: 'listen' is '{listen}', which is not an address; give one such as 127.0.0.1 or 0.0.0.0.");
            }

            List<FleetBank> banks = [];
            FleetMetrics? metrics = null;
            try
            {
                foreach (FleetGroup group in fleet.Groups)
                {
                    Add(group, banks, host);
                }

                if (fleet.MetricsPort is int port)
                {
                    metrics = FleetMetrics.Start(banks, address, port);
                    host.Error.WriteLine($"batterysim: metrics on http://{new IPEndPoint(address, port)}/metrics.");
                }

                return new FleetRun(banks, durationMilliseconds, host).Run();
            }
            finally
            {
                metrics?.Dispose();
                foreach (FleetBank bank in banks)
                {
                    bank.Dispose();
                }
            }
        }

        // The options of a bank are those of run, with its checks and its words.
        private static void Add(FleetGroup group, List<FleetBank> banks, CliHost host)
        {
            for (int index = 0; index < group.Count; index++)
            {
                RunOptions options = new();
                RootCommand command = [];
                foreach (Option option in options.All)
                {
                    command.Add(option);
                }

                ParseResult parsed = command.Parse(FleetArguments.Of(group, index));
                string name = FleetArguments.Name(group, index);
                try
                {
                    if (parsed.Errors.Count > 0)
                    {
                        throw CliException.Usage($"{parsed.Errors[0].Message.TrimEnd('.')}; 'batterysim run --help' lists the options of a bank, without the hyphens.");
                    }

                    RunRequest request = options.Read(parsed);
                    if (request.LogPath is not null || request.RecordPath is not null)
                    {
                        throw CliException.Usage("a fleet writes no files; run the bank alone with 'batterysim run' for log and record.");
                    }

                    banks.Add(new FleetBank(name, request, host));
                }
                catch (CliException problem)
                {
                    throw new CliException(problem.ExitCode, $"{group.Place}: {name}: {problem.Message}");
                }
            }
        }
    }
}
