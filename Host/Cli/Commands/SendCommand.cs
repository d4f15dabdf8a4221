using System.CommandLine;
using System.Globalization;
using System.IO;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim send</c>: one SCPI line to a running twin or a board, for shell scripts.</summary>
    internal static class SendCommand
    {
        private const string CountQuery = "SYST:ERR:COUN?";

        /// <summary>Makes the command.</summary>
        public static Command Create(TextWriter output)
        {
            Argument<string[]> line = new("command")
            {
                Arity = ArgumentArity.OneOrMore,
                Description = "SCPI line; its words are joined with blanks, so that quotes are needed only for what the shell takes for its own.",
            };
            Option<string> to = AddressOption.Create();
            CliCommand command = new("send", "Send one SCPI line to a running twin or a board and print its answer.")
            {
                Examples =
                [
                    ("batterysim send MOD2:SOC 40", "set what is asked for"),
                    ("batterysim send \"BANK:VOLT?;CURR?\"", "print what is answered; double quotes serve every shell"),
                    ("batterysim send SYST:ERR? --to serial:///dev/ttyUSB0", "ask a board"),
                ],
            };
            command.Add(line);
            command.Add(to);
            command.SetAction(parsed => Send(string.Join(' ', parsed.GetValue(line) ?? []), AddressOption.Read(parsed.GetValue(to) ?? ""), output));
            return command;
        }

        // Errors are counted before and after: those that wait from before are left alone, and an answer is never taken for an error.
        private static int Send(string line, ScpiAddress to, TextWriter output)
        {
            try
            {
                using ScpiSession session = ScpiSession.Open(to);
                int before = CountOf(session.Ask("", CountQuery));
                ScpiReply reply = session.Ask(line, CountQuery);
                foreach (string answer in reply.Answers)
                {
                    output.WriteLine(answer);
                }

                if (CountOf(reply) <= before)
                {
                    return ExitCodes.Success;
                }

                string error = "";
                for (string? next = session.ConsumeError(); next is not null; next = session.ConsumeError())
                {
                    error = next;
                }

                throw CliException.Failure($"{to} refused: {error}.");
            }
            catch (ScpiConnectionException problem)
            {
                throw CliException.Failure(problem.Message);
            }
        }

        private static int CountOf(ScpiReply reply) =>
            int.TryParse(reply.Tail, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 0;
    }
}
