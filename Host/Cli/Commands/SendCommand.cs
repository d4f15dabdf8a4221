using System.CommandLine;
using System.IO;
using BatterySim.Host.Cli.Profiles;
using BatterySim.Host.Cli.Running;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim send</c>: one SCPI line to a running twin or a board, for shell scripts.</summary>
    internal static class SendCommand
    {
        /// <summary>Makes the command.</summary>
        public static Command Create(TextWriter output)
        {
            Argument<string[]> line = new("command")
            {
                Arity = ArgumentArity.ZeroOrMore,
                Description = "SCPI line; its words are joined with blanks, so that quotes are needed only for what the shell takes for its own.",
            };
            Option<string> to = AddressOption.Create();
            Option<string?> profile = new("--profile")
            {
                HelpName = "NAME|FILE",
                Description = "Product for the other end to play, before the command if there is one: what it extends, then each value that differs.",
            };
            CliCommand command = new("send", "Send one SCPI line, or a product of your own, to a running twin or a board and print the answer.")
            {
                Examples =
                [
                    ("batterysim send MOD2:SOC 40", "set what is asked for"),
                    ("batterysim send \"BANK:VOLT?;CURR?\"", "print what is answered; double quotes serve every shell"),
                    ("batterysim send SYST:ERR? --to serial:///dev/ttyUSB0", "ask a board"),
                    ("batterysim send --profile my-pack.yaml *SAV --to serial:///dev/ttyUSB0", "your own product, kept over a restart by *RCL"),
                ],
            };
            command.Add(line);
            command.Add(profile);
            command.Add(to);
            command.SetAction(parsed =>
            {
                string words = string.Join(' ', parsed.GetValue(line) ?? []);
                string? product = parsed.GetValue(profile);
                return words.Length == 0 && product is null
                    ? throw CliException.Usage("send needs a command such as 'BANK:VOLT?', or --profile FILE.")
                    : Send(words, product, AddressOption.Read(parsed.GetValue(to) ?? ""), output);
            });
            return command;
        }

        private static int Send(string line, string? profile, ScpiAddress to, TextWriter output)
        {
            try
            {
                if (profile is not null)
                {
                    ProfileUpload.Send(profile, to, output);
                }

                return line.Length == 0 ? ExitCodes.Success : Send(line, to, output);
            }
            catch (ScpiConnectionException problem)
            {
                throw CliException.Failure(problem.Message);
            }
        }

        private static int Send(string line, ScpiAddress to, TextWriter output)
        {
            using ScpiSession session = ScpiSession.Open(to);
            string? refusal = ScpiExchange.Run(session, line, answers =>
            {
                foreach (string answer in answers)
                {
                    output.WriteLine(answer);
                }
            });
            return refusal is null ? ExitCodes.Success : throw CliException.Failure($"{to} refused: {refusal}.");
        }
    }
}
