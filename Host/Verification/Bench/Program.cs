using System;
using System.Globalization;
using BatterySim.Host.Modbus.Map;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scpi;
using BatterySim.Host.Verification.Bench;
using BatterySim.Host.Verification.Meter.Proof;
using BenchmarkDotNet.Running;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args.Length == 0 ? "" : args[0])
{
    case "long":
        return LongRun.Run(args.Length > 1 ? args[1] : null, Console.Out, Console.Error);
    case "against":
        return AgainstRun.Run(args[1..], Console.Out, Console.Error);
    case "growth":
        return GrowthRun.Run(Console.Out);
    case "fleet":
        return FleetGrowthRun.Run(Console.Out, Console.Error);
    case "page":
        return PageRun.Run(args[1..], Console.Out, Console.Error);
    case "il":
        return IlRun.Run(args.Length > 1 ? args[1] : null, Console.Out, Console.Error);
    case "board":
        return BoardRun.Run(Console.Out);
    case "record":
        return RecordRun.Run(args[1..], Console.Error);
    case "bdn":
        BenchmarkSwitcher.FromAssembly(typeof(LongRun).Assembly).Run(args.Length > 1 ? ["--filter", .. args[1..]] : ["--filter", "*"]);
        return 0;
    case "scpi-doc":
        Console.Out.Write(ScpiManual.Print());
        return 0;
    case "scenario-doc":
        Console.Out.Write(BatterySim.Host.Scenarios.Language.ScenarioManual.Print());
        return 0;
    case "model-doc":
        Console.Out.Write(ProofPage.Print(ModelProof.Measure()));
        return 0;
    case "signals-doc":
        Console.Out.Write(SignalManual.Print());
        return 0;
    case "modbus-doc":
        Console.Out.Write(ModbusManual.Print());
        return 0;
    case "fuzz" when args.Length > 1 && args[1] == "scpi":
        int lines = args.Length > 3 && int.TryParse(args[3], out int wanted) ? wanted : 1_000_000;
        return ScpiFuzz.Run(lines, args.Length > 2 && int.TryParse(args[2], out int seed) ? seed : 1, Console.Out, Console.Error);
    case "fuzz" when args.Length > 1 && args[1] == "ports":
        return FuzzPorts.Run(args.Length > 2 ? args[2] : "1", Console.Out);
    case "fuzz" when args.Length > 1 && args[1] == "logs":
        return FuzzLogs.Run(args.Length > 2 ? args[2] : "1", Console.Out);
    case "logs":
        return LogRun.Run(args[1..], Console.Out, Console.Error);
    case "latency":
        return LatencyRun.Run(args[1..], Console.Out, Console.Error);
    case "mutate":
        return MutateRun.Run(args[1..], Console.Out, Console.Error);
    default:
        Console.Error.WriteLine(
            "bench: say what to do: 'page [--vcan] [OTHER_BENCH [PYTHON DERTWIN XBATTERY]] [--native OWN OTHER]' for docs/performance.md, 'long [profile]' for 24 simulated hours, "
            + "'against [OTHER_BENCH [OWN_NATIVE OTHER_NATIVE]]' for seven of them beside another commit's, the last two compiled ahead of time, "
            + "'growth' for 1 to 64 batteries and an hour to thirty days, 'fleet' for 1 to 500 banks in real time, 'il [profile]' for instructions on the board, "
            + "'board' for what the whole firmware costs one, "
            + "'bdn [filter...]' for BenchmarkDotNet, 'record COURSE FILE' for the courses in docs/model.md, "
            + "'latency [slcan|socketcand|INTERFACE]' for answers to 0x305, 'fuzz ports|logs|scpi [seed]' for a million messages or lines ('fuzz scpi SEED LINES' for fewer), "
            + "'logs [FILE [PYTHON]]' for frames a second of decode and doctor, 'scpi-doc' for the manual, 'modbus-doc', 'signals-doc', 'scenario-doc' and 'model-doc' for the tables of docs/modbus.md, docs/signals.md, docs/scenarios.md and docs/model.md, 'mutate [fault...]' for what the scenarios notice.");
        return 2;
}
