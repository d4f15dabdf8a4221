using System.Collections.Generic;
using System.IO;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>Lines from a file or a pipe, one command each: answers to standard output, errors to standard error.</summary>
    /// <remarks>Empty lines and lines that begin with # are passed over.</remarks>
    internal sealed class ConsoleScript(ScpiSession session, CliHost host)
    {
        /// <summary>Goes through all of it; an error does not end it.</summary>
        public int Run(TextReader input)
        {
            int refused = 0;
            int number = 0;
            for (string? line = input.ReadLine(); line is not null && !host.Interruption.IsRequested; line = input.ReadLine())
            {
                number++;
                if (line.Trim().Length == 0 || line.TrimStart()[0] == '#')
                {
                    continue;
                }

                (IReadOnlyList<string> answers, string? error) = session.Execute(line);
                foreach (string answer in answers)
                {
                    host.Output.WriteLine(answer);
                }

                for (; error is not null; error = session.ConsumeError())
                {
                    refused++;
                    host.Error.WriteLine($"batterysim: line {number}: {error}");
                }
            }

            return refused == 0 ? ExitCodes.Success : ExitCodes.Failure;
        }
    }
}
