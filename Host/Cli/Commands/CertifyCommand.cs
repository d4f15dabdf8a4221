using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Scenarios;
using BatterySim.Host.Modbus.Client;
using BatterySim.Host.Scenarios.Certification;
using BatterySim.Host.Scenarios.Running;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim certify</c>: what an inverter does, found out by a fixed set of probes.</summary>
    internal static class CertifyCommand
    {
        private static readonly (string Line, string Meaning)[] Examples =
        [
            ("batterysim certify --output standard.json --html standard.html", "the virtual Sol-Ark: every probe, as a record and as a page"),
            ("batterysim certify --quirk \"export-margin=500 mV\" --probe cvl-below", "one probe on a virtual Sol-Ark with a quirk"),
            ("batterysim certify --can socketcan://can0 --scpi board:5025 --modbus modbus://gw --output 15k.json", "an inverter on a bench, in real time"),
            ("batterysim certify --list", "the probes, how long each takes and what it needs"),
            ("batterysim certify diff before.json after.json", "what a firmware update changed"),
        ];

        /// <summary>Makes the command.</summary>
        public static Command Create(CliHost host)
        {
            Option<string?> can = Optional("--can", "PORT", "Bus of a bench, as for 'scenario run'. [default: the virtual Sol-Ark]");
            Option<string?> scpi = Optional("--scpi", "ADDRESS", "Instrument of that bench: HOST:PORT, or a serial port such as /dev/ttyUSB0.");
            Option<string?> modbus = Optional("--modbus", "URL", $"Registers of that bench's inverter, which are read and never written: {ModbusUrl.Forms}.");
            Option<string[]> probe = new("--probe") { HelpName = "NAME", Description = "Run only this probe, once or several times; --list names them." };
            Option<bool> list = new("--list") { Description = "List the probes, how long each takes on a bench and what it needs, and end." };
            Option<string?> output = Optional("--output", "FILE", "Write the record as JSON after every probe; replaces the file.");
            Option<string?> html = Optional("--html", "FILE", "Write a page with a plot for each probe; replaces the file.");
            Option<bool> resume = new("--resume") { Description = "Go on with the record in --output: probes that are complete in it are not run again." };
            Option<bool> person = new("--operator") { Description = "Ask for what no port reaches, such as a restart of the inverter, and wait for Enter." };
            Option<string?> patience = Optional("--patience", "TIME", "Longest wait for an even hour or midnight on the inverter's clock. [default: 0]");
            Option<string[]> quirk = QuirkOption.Create();
            CliCommand command = new("certify", "Find out what a Sol-Ark does, by a fixed set of probes that look at registers and frames only.") { Examples = Examples };
            foreach (Option option in new Option[] { can, scpi, modbus, probe, list, output, html, resume, person, patience, quirk })
            {
                command.Add(option);
            }

            command.Add(CertifyRecordCommands.CreateDiff(host));
            command.Add(CertifyRecordCommands.CreateCompare(host));
            command.Add(CertifyRecordCommands.CreateSchema(host));
            command.SetAction(parsed =>
            {
                if (parsed.GetValue(list))
                {
                    List(host);
                    return ExitCodes.Success;
                }

                string[] names = CheckNames(parsed.GetValue(probe) ?? []);
                string? path = parsed.GetValue(output);
                bool resumes = parsed.GetValue(resume);
                if (resumes && path is null)
                {
                    throw CliException.Usage("--resume goes on with a record; name it with --output FILE.");
                }

                string[] quirks = parsed.GetValue(quirk) ?? [];
                CertificationRecord? earlier = resumes && File.Exists(path) ? CertificationFile.Read(path!) : null;
                using BenchClaim? claim = ClaimOf(parsed.GetValue(can), parsed.GetValue(scpi), parsed.GetValue(modbus));
                using InverterAtBench? inverter = BenchOf(parsed.GetValue(can), parsed.GetValue(scpi), parsed.GetValue(modbus), quirks, host);
                CertifyRequest request = new(names, earlier, path, parsed.GetValue(html));
                if (inverter is null)
                {
                    return new CertifyRun(request, host).RunVirtual(QuirkOption.Settings(quirks));
                }

                long wait = parsed.GetValue(patience) is string time ? Values.Duration("--patience", time) : 0;
                CertificationBench bench = new(parsed.GetValue(can)!, parsed.GetValue(scpi)!, inverter.Observer)
                {
                    PatienceMilliseconds = wait,
                    Tell = text => host.Error.WriteLine($"batterysim: {text}"),
                    AskOperator = parsed.GetValue(person) ? new OperatorQuestion(host).Ask : null,
                };
                int code = new CertifyRun(request, host).RunBench(bench);
                inverter.Finish();
                return code;
            });
            return command;
        }

        private static string[] CheckNames(string[] names)
        {
            string? stray = names.FirstOrDefault(static name => !Certifier.ProbeNames.Contains(name));
            return stray is null
                ? names
                : throw CliException.Usage($"--probe '{stray}' is not a probe; there are {string.Join(", ", Certifier.ProbeNames)}.");
        }

        private static BenchClaim? ClaimOf(string? can, string? scpi, string? modbus)
        {
            if (can is null || scpi is null || modbus is null)
            {
                return null;
            }

            BenchAddress.Check(can, scpi);
            return BenchAddress.Claim("certify", can, scpi, modbus);
        }

        private static InverterAtBench? BenchOf(string? can, string? scpi, string? modbus, string[] quirks, CliHost host)
        {
            if (can is null && scpi is null && modbus is null)
            {
                return null;
            }

            if (can is null || scpi is null || modbus is null)
            {
                string missing = can is null ? "--can PORT" : scpi is null ? "--scpi ADDRESS" : "--modbus URL";
                throw CliException.Usage($"a bench takes --can, --scpi and --modbus together; add {missing}, or leave all out for the virtual Sol-Ark.");
            }

            if (quirks.Length > 0)
            {
                throw CliException.Usage("--quirk belongs to the virtual Sol-Ark; leave it out on a bench, whose inverter has its own.");
            }

            return InverterAtBench.Find(modbus, can, null, [], host);
        }

        private static void List(CliHost host)
        {
            int total = 0;
            foreach (ProbeInfo probe in Certifier.Probes)
            {
                string needs = probe.Needs.Length == 0 ? "" : $"; needs {probe.Needs}";
                host.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{probe.Name,-22}{probe.Seconds,5} s  {probe.Title}{needs}"));
                total += probe.Seconds;
            }

            host.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Certifier.Probes.Count} probes, about {(total + 59) / 60} min on a bench, without the wait for an even hour and for midnight"));
        }

        private static Option<string?> Optional(string name, string value, string description) =>
            new(name) { HelpName = value, Description = description };
    }
}
