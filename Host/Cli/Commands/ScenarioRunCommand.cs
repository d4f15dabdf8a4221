using System;
using System.CommandLine;
using System.Linq;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Scenarios;
using BatterySim.Host.Modbus.Client;
using BatterySim.Host.Modbus.Observing;
using BatterySim.Host.Scenarios.Running;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim scenario run</c>.</summary>
    internal static class ScenarioRunCommand
    {
        private const int JobsMax = 256;

        private static readonly (string Line, string Meaning)[] Examples =
        [
            ("batterysim scenario run library:", "the whole library, which the program carries"),
            ("batterysim scenario run library: --filter alarms --report out", "a part of it; open out/index.html"),
            ("batterysim scenario run library: --junit junit.xml --strict", "for a CI"),
            ("batterysim scenario run library: --sabotage", "each broken on purpose: does each fail?"),
            ("batterysim scenario run library: --shard 2/8 --junit 2.xml", "one of eight parts, for a CI matrix"),
            ("batterysim scenario run field.yaml --can socketcan://can0 --scpi 192.168.0.7:5025", "on a bench, in real time"),
        ];

        /// <summary>Makes the command.</summary>
        public static Command Create(CliHost host)
        {
            Argument<string[]> paths = ScenarioPaths.Create(ArgumentArity.OneOrMore, "Files, folders with files ending in .yaml, or library: and a path in the library that the program carries.");
            Option<string?> junit = Optional("--junit", "FILE", "Write the verdicts as JUnit XML; an existing file is replaced.");
            Option<string?> report = Optional("--report", "FOLDER", "Write index.html, a page and a candump trace for each case; an earlier report there is replaced.");
            Option<string[]> filter = new("--filter")
            {
                HelpName = "TEXT",
                Description = "Run only cases with this in name, case, path or a tag; several times for cases with any of them.",
            };
            Option<string[]> only = new("--case")
            {
                HelpName = "NAME",
                Description = "Run only the cases of this exact name, as a report has it in brackets; several times for several.",
            };
            Option<string?> shard = Optional("--shard", "N/COUNT", "Run one part of the cases, as 2/8; every case is in exactly one part. 'scenario merge' joins the JUnit files.");
            Option<string?> jobs = Optional("--jobs", "N", "Cases run at a time. [default: one for each processor; 1 on a bench]");
            Option<string?> seed = Optional("--seed", "N", "Start of everything random. [default: what each file says]");
            Option<string?> can = Optional("--can", "PORT", $"Bus of a bench: {CanPortUrlParser.Forms}. [default: virtual]");
            Option<string?> scpi = Optional("--scpi", "ADDRESS", "Instrument of a bench: HOST:PORT, or a serial port such as /dev/ttyUSB0.");
            Option<string?> modbus = Optional("--modbus", "URL", $"Registers of a bench's inverter, which are read, and written only where --allow-writes says so: {ModbusUrl.Forms}.");
            Option<string[]> writes = new("--allow-writes")
            {
                HelpName = "REGISTER",
                Description = "Let scenarios write this register of the inverter, as 210 for max-a-charge; once or several times. It is set back at the end.",
            };
            Option<string[]> byHand = new("--by-hand")
            {
                HelpName = "KEY",
                Description = "You have set this key of the inverter as the files have it, as bms-err-stop; what depends on it then counts. Once or several times.",
            };
            Option<bool> strict = new("--strict") { Description = "Count a case that could be observed only in part as failed." };
            Option<bool> failFast = new("--fail-fast") { Description = "Begin nothing after the first case that fails or cannot run." };
            Option<bool> sabotage = new("--sabotage") { Description = "Run each case with each of its sabotages instead; it passes where the case fails." };
            CliCommand command = new("run", "Run scenarios and judge them: on the desktop at full speed, or on a bench in real time.") { Examples = Examples };
            command.Add(paths);
            Option[] all = [junit, report, filter, only, shard, jobs, seed, can, scpi, modbus, writes, byHand, strict, failFast, sabotage];
            foreach (Option option in all)
            {
                command.Add(option);
            }

            command.SetAction(parsed =>
            {
                using BenchClaim? claim = ClaimOf(parsed.GetValue(can), parsed.GetValue(scpi), parsed.GetValue(modbus));
                int[] writable = [.. (parsed.GetValue(writes) ?? []).Select(RegisterOf)];
                using InverterAtBench? inverter =
                    InverterAtBench.Find(parsed.GetValue(modbus), parsed.GetValue(can), parsed.GetValue(report), writable, host);
                Func<IScenarioStand>? bench = BenchOf(
                    parsed.GetValue(can), parsed.GetValue(scpi), inverter?.Observer, [.. (parsed.GetValue(byHand) ?? []).Select(HandKeyOf)]);
                int code = new ScenarioRun(
                    new ScenarioRequest
                    {
                        Paths = parsed.GetRequiredValue(paths),
                        Filters = parsed.GetValue(filter) ?? [],
                        Cases = parsed.GetValue(only) ?? [],
                        Shard = parsed.GetValue(shard) is string part ? ScenarioShard.Parse(part) : ScenarioShard.All,
                        JUnitPath = parsed.GetValue(junit),
                        ReportFolder = parsed.GetValue(report),
                        Jobs = JobsOf(parsed.GetValue(jobs), bench is not null),
                        Seed = parsed.GetValue(seed) is string text ? (uint)Values.WholeNumber("--seed", text, 0, uint.MaxValue) : null,
                        Bench = bench,
                        IsStrict = parsed.GetValue(strict),
                        FailsFast = parsed.GetValue(failFast),
                        IsSabotage = parsed.GetValue(sabotage),
                    },
                    host).Run();
                inverter?.Finish();
                return code;
            });
            return command;
        }

        private static int RegisterOf(string text)
        {
            int address = (int)Values.WholeNumber("--allow-writes", text, 0, 65_535);
            return RegisterNames.IsSetting(address)
                ? address
                : throw CliException.Usage($"--allow-writes {text} is not the register of a setting that a scenario can change; there are {RegisterNames.Settings}.");
        }

        private static string HandKeyOf(string key)
        {
            return BenchStand.HandKeys.Contains(key)
                ? key
                : throw CliException.Usage($"--by-hand '{key}' is not a key that only a hand sets; there are {string.Join(", ", BenchStand.HandKeys)}.");
        }

        private static int JobsOf(string? text, bool isBench)
        {
            int jobs = text is null ? isBench ? 1 : Environment.ProcessorCount : (int)Values.WholeNumber("--jobs", text, 1, JobsMax);
            return jobs == 1 || !isBench ? jobs : throw CliException.Usage("--jobs must be 1 with --can, since a bench has one bank; leave it out.");
        }

        // Before the inverter is looked for, and only for what is a bench: what is wrong with the options is told where they are read.
        private static BenchClaim? ClaimOf(string? can, string? scpi, string? modbus)
        {
            if (can is null or "virtual" || scpi is null)
            {
                return null;
            }

            BenchAddress.Check(can, scpi);
            return BenchAddress.Claim("scenario run", can, scpi, modbus);
        }

        private static Func<IScenarioStand>? BenchOf(string? can, string? scpi, InverterObserver? observer, string[] confirmed)
        {
            if (confirmed.Length > 0 && observer is null)
            {
                throw CliException.Usage("--by-hand confirms settings of an inverter that nobody compares with the files; add --modbus URL.");
            }

            if (can is null or "virtual")
            {
                return scpi is null ? null : throw CliException.Usage("--scpi names the instrument of a bench, whose bus is missing; add --can PORT.");
            }

            string address = scpi ?? throw CliException.Usage("--can names the bus of a bench, whose instrument is missing; add --scpi HOST:PORT.");
            return () => new BenchStand(can, address, observer, confirmed);
        }

        private static Option<string?> Optional(string name, string value, string description)
        {
            return new Option<string?>(name) { HelpName = value, Description = description };
        }
    }
}
