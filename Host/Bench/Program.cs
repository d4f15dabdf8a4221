using System;
using System.Globalization;
using BatterySim.Host.Bench;
using BenchmarkDotNet.Running;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args.Length == 0 ? "" : args[0])
{
    case "long":
        return LongRun.Run(args.Length > 1 ? args[1] : null, Console.Out, Console.Error);
    case "il":
        return IlRun.Run(args.Length > 1 ? args[1] : null, Console.Out, Console.Error);
    case "record":
        return RecordRun.Run(args[1..], Console.Error);
    case "bdn":
        BenchmarkSwitcher.FromAssembly(typeof(LongRun).Assembly).Run(args.Length > 1 ? ["--filter", .. args[1..]] : ["--filter", "*"]);
        return 0;
    default:
        Console.Error.WriteLine(
            "bench: say what to do: 'long [profile]' for 24 simulated hours, 'il [profile]' for instructions on the board, "
            + "'bdn [filter...]' for BenchmarkDotNet, 'record COURSE FILE' for the courses in docs/model.md.");
        return 2;
}
