using System.CommandLine;
using System.IO;
using System.Net.Sockets;
using System.Text;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim send</c>: one SCPI line to a running twin, for shell scripts.</summary>
    internal static class SendCommand
    {
        private const int PatienceMilliseconds = 5000;

        /// <summary>Makes the command.</summary>
        public static Command Create(TextWriter output)
        {
            Argument<string> line = new("command") { Description = "SCPI line, as 'MOD2:SOC 40' or 'BANK:VOLT?'." };
            Option<string> to = new("--to")
            {
                HelpName = "HOST:PORT",
                Description = "Where the twin listens.",
                DefaultValueFactory = _ => $"127.0.0.1:{ScpiServer.DefaultPort}",
            };
            CliCommand command = new("send", "Send one SCPI line to a running twin and print its answer.")
            {
                Examples =
                [
                    ("batterysim send 'MOD2:SOC 40'", "set what is asked for"),
                    ("batterysim send 'BANK:VOLT?;CURR?'", "print what is answered"),
                ],
            };
            command.Add(line);
            command.Add(to);
            command.SetAction(parsed => Send(parsed.GetValue(line) ?? "", parsed.GetValue(to) ?? "", output));
            return command;
        }

        // The error queue is asked in the same breath, so that a refused line ends with exit code 1 and its reason.
        private static int Send(string line, string to, TextWriter output)
        {
            int colon = to.LastIndexOf(':');
            if (colon < 1)
            {
                throw CliException.Usage($"--to '{to}' is no HOST:PORT; give one such as 127.0.0.1:{ScpiServer.DefaultPort}.");
            }

            int port = (int)Values.WholeNumber("--to", to[(colon + 1)..], 1, ushort.MaxValue);
            try
            {
                using TcpClient connection = new() { ReceiveTimeout = PatienceMilliseconds };
                connection.Connect(to[..colon], port);
                using NetworkStream stream = connection.GetStream();
                stream.Write(Encoding.Latin1.GetBytes(line.ReplaceLineEndings(" ") + "\nSYST:ERR?\n"));
                using StreamReader reader = new(stream, Encoding.Latin1);
                string? error = reader.ReadLine();
                while (error != null && !IsError(error))
                {
                    output.WriteLine(error);
                    error = reader.ReadLine();
                }

                return error == null ? throw CliException.Failure($"{to} closed the connection.")
                    : error[0] == '0' ? ExitCodes.Success : throw CliException.Failure($"{to} refused: {error}.");
            }
            catch (IOException)
            {
                throw CliException.Failure($"{to} did not answer within {PatienceMilliseconds / 1000} s; does a twin run there with --scpi?");
            }
            catch (SocketException problem)
            {
                throw CliException.Failure($"{to} cannot be reached ({problem.SocketErrorCode}); start a twin with 'batterysim run --scpi'.");
            }
        }

        private static bool IsError(string answer) => answer.EndsWith('"') && (answer.StartsWith("0,\"No error", System.StringComparison.Ordinal) || (answer[0] == '-' && answer.Contains(",\"", System.StringComparison.Ordinal)));
    }
}
