using System;

namespace BatterySim.Host.Cli.Scenarios
{
    /// <summary>Asks a person for something that no port reaches, and waits for Enter; s and Enter leaves it out.</summary>
    internal sealed class OperatorQuestion(CliHost host)
    {
        /// <summary>Asks.</summary>
        /// <returns>True once it was done; false if it will not be.</returns>
        public bool Ask(string request)
        {
            host.Error.WriteLine($"operator: {request}");
            host.Error.WriteLine("operator: press Enter once it is done, or s and Enter to leave the probe out.");
            host.Error.Flush();
            string? answer = (host.Input ?? Console.In).ReadLine();
            return answer is not null && !answer.Trim().Equals("s", StringComparison.OrdinalIgnoreCase);
        }
    }
}
