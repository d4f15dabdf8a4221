using System;
using System.IO;
using BatterySim.Host.Cli;
using BatterySim.Host.Cli.Running;
using Spectre.Console;

using Interruption interruption = new Interruption().Listen();
bool isWatched = !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi;
try
{
    return App.Run(args, new CliHost(StandardOutput.Open(), Console.Error)
    {
        Terminal = isWatched ? AnsiConsole.Console : null,
        Input = Console.IsInputRedirected ? Console.In : null,
        Interruption = interruption,
        ConsumeKeyInfo = static () => !Console.IsInputRedirected && Console.KeyAvailable ? Console.ReadKey(intercept: true) : null,
        ConsumeKey = static () => !Console.IsInputRedirected && Console.KeyAvailable ? Console.ReadKey(intercept: true).KeyChar : null,
    });
}
catch (OutputClosedException)
{
    return ExitCodes.Failure;
}
catch (IOException problem)
{
    Console.Error.WriteLine($"batterysim: the output could not be written: {problem.Message.TrimEnd('.')}; make room or choose another place.");
    return ExitCodes.Failure;
}
