using System;
using BatterySim.Host.Cli;
using BatterySim.Host.Cli.Running;
using Spectre.Console;

using Interruption interruption = new Interruption().Listen();
bool isWatched = !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi;
return App.Run(args, new CliHost(Console.Out, Console.Error)
{
    Terminal = isWatched ? AnsiConsole.Console : null,
    Interruption = interruption,
    TakeKey = static () => !Console.IsInputRedirected && Console.KeyAvailable ? Console.ReadKey(intercept: true).KeyChar : null,
});
