using System.CommandLine;
using BatterySim.Host.Cli.Running;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim run</c>: the main job, a bank that talks to an inverter.</summary>
    internal static class RunCommand
    {
        /// <summary>Makes the command.</summary>
        public static Command Create(CliHost host)
        {
            RunOptions options = new();
            CliCommand command = new("run", "Run a master battery and its followers on a CAN bus with a Sol-Ark.")
            {
                Examples =
                [
                    ("batterysim run", "four batteries under 2000 W, in real time; Ctrl+C ends it"),
                    ("batterysim run --load -3kW --soc 80 --speed 60x", "charge with 3 kW, a minute in a second"),
                    ("batterysim run --web --open", "the same as a page in the browser, where every switch and fault is a control"),
                    ("batterysim run --followers 14 --cadence poll --duration 10m", "fifteen batteries that wait to be asked"),
                    ("batterysim run --dialect pylontech --gap 50ms --jitter 30ms", "native lengths, wider gaps, unsteady starts"),
                    ("batterysim run --speed max --duration 24h --seed 7 --log day.log", "a day's frames; twice gives the same file"),
                ],
            };
            foreach (Option option in options.All)
            {
                command.Add(option);
            }

            command.SetAction(parsed => new TwinRun(options.Read(parsed), host).Run());
            return command;
        }
    }
}
