using System;
using BatterySim.Host.Cli;

return App.Run(args, Console.Out, Console.Error);
