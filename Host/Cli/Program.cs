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
        Interruption = interruption,
        TakeKey = static () => !Console.IsInputRedirected && Console.KeyAvailable ? Console.ReadKey(intercept: true).KeyChar : null,
    });
}
catch (IOException problem)
{
    if (!StandardOutput.IsClosedBy(problem))
    {
        Console.Error.WriteLine($"batterysim: {problem.Message.TrimEnd('.')}; free the output or choose another one.");
    }

    return ExitCodes.Failure;
}
