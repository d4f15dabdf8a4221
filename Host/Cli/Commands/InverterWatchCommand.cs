using System.CommandLine;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Running;
using BatterySim.Host.Modbus.Client;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim inverter watch</c>: what a real inverter, or one of these, makes of its battery.</summary>
    internal static class InverterWatchCommand
    {
        /// <summary>Makes the command.</summary>
        public static Command Create(CliHost host)
        {
            Option<string?> modbus = new("--modbus") { HelpName = "URL", Description = $"Registers of the inverter: {ModbusUrl.Forms}." };
            Option<string?> csv = new("--csv") { HelpName = "FILE", Description = "Write every poll, decoded and raw; replaces the file." };
            Option<string?> duration = new("--duration") { HelpName = "TIME", Description = "Time to watch. [default: until Ctrl+C]" };
            CliCommand command = new("watch", "Read an inverter over Modbus and show what it makes of its battery. Nothing is written to it.")
            {
                Examples =
                [
                    ("batterysim inverter watch --modbus modbus-rtu:///dev/ttyUSB0", "an RS485 adapter at the Battery CAN Bus jack"),
                    ("batterysim inverter watch --modbus modbus://192.168.1.20 --csv day.csv", "through a gateway, into a file as well"),
                ],
            };
            command.Add(modbus);
            command.Add(csv);
            command.Add(duration);
            command.SetAction(parsed =>
            {
                string text = parsed.GetValue(modbus) ?? throw CliException.Usage($"--modbus is missing: it names the inverter; there are {ModbusUrl.Forms}.");
                ModbusUrl url = ModbusUrl.Parse(text, out string error) ?? throw CliException.Usage($"--modbus {error}.");
                long? time = parsed.GetValue(duration) is string given ? Values.Duration("--duration", given) : null;
                return new InverterWatchRun(url, parsed.GetValue(csv), time, host).Run();
            });
            return command;
        }
    }
}
