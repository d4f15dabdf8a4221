using System.CommandLine;
using System.Linq;
using BatterySim.Bms.Protocol;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Running;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Inverter;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim inverter</c>: the virtual Sol-Ark by itself.</summary>
    internal static class InverterCommand
    {
        /// <summary>Makes the command.</summary>
        public static Command Create(CliHost host)
        {
            PortOptions ports = new();
            RowOption load = RunOptions.Load($"{TwinOptions.DefaultLoadWatts}");
            InverterOptions sets = new();
            RowOption scale = DialectOptions.VoltageScale("Volts that the inverter reads in one count of 0x356.", "0.01");
            RowOption sign = DialectOptions.CurrentSign("What it takes a positive current in 0x356 for.", "charge");
            Option<string> speed = Text("--speed", "real|max|FACTOR", "Seconds of the log in a real one, as 10x.", "real");
            Option<string?> duration = new("--duration") { HelpName = "TIME", Description = "Time to run. [default: to the end of the log, or until Ctrl+C]" };
            Option<string?> terminals = new("--terminals")
            {
                HelpName = "VOLTS",
                Description = "Voltage at its own battery terminals. [default: what 0x356 says]",
            };
            CliCommand command = new("inverter", "Run the virtual Sol-Ark alone, on a bus outside, or let it listen to a log.")
            {
                Examples =
                [
                    ("batterysim inverter --duration 15s", "nobody answers: F58 after 10 s"),
                    ("batterysim inverter --can socketcan://can0", "join a bus with a real battery, or one of batterysim run"),
                    ("batterysim inverter --serve modbus://127.0.0.1:1502", "let a program read its registers"),
                    ("batterysim inverter --can log://day.log --speed max", "what it would have made of a recorded day"),
                ],
            };
            command.Add(InverterWatchCommand.Create(host));
            foreach (Option option in ports.All)
            {
                command.Add(option);
            }

            foreach (Option option in new Option[] { load.Option, terminals, duration, speed }.Concat(sets.All).Concat([scale.Option, sign.Option]))
            {
                command.Add(option);
            }

            command.SetAction(parsed =>
            {
                string Of(Option<string> option) => parsed.GetValue(option) ?? "";
                InverterSettings settings = new()
                {
                    Quirks =
                    {
                        VoltageScale = (VoltageScale)scale.Read(parsed)!,
                        CurrentSign = (CurrentSign)sign.Read(parsed)!,
                    },
                };
                sets.Read(parsed, settings);
                PortsRequest asked = ports.Read(parsed);
                SimulationPace pace = Values.Pace("--speed", Of(speed));
                asked.CheckPace(pace);
                InverterRequest request = new(
                    settings,
                    load.Read(parsed)!.Value,
                    asked.LoneLog,
                    parsed.GetValue(duration) is string time ? Values.Duration("--duration", time) : null,
                    pace,
                    asked.LoneLog is null ? asked : PortsRequest.None with { Units = asked.Units })
                {
                    TerminalMillivolts = parsed.GetValue(terminals) is string volts
                        ? (int)decimal.Round(Values.Number("--terminals", volts, 0, InverterSettings.VoltageMaxMillivolts / 1000m, "V") * 1000)
                        : null,
                };
                if (request is { LogPath: null, Pace.IsMax: true, DurationMilliseconds: null })
                {
                    throw CliException.Usage("--speed max without a log has no end to run to; give --duration as well.");
                }

                return new InverterRun(request, host).Run();
            });
            return command;
        }

        private static Option<string> Text(string name, string value, string description, string standard)
        {
            return new Option<string>(name) { HelpName = value, Description = description, DefaultValueFactory = _ => standard };
        }
    }
}
