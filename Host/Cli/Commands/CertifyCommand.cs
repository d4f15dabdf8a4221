using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text;
using BatterySim.Host.Cli.Running;
using BatterySim.Host.Files;
using BatterySim.Host.Inverter;
using BatterySim.Host.Scenarios.Certification;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim certify</c>: what an inverter does, found out by a fixed set of probes.</summary>
    internal static class CertifyCommand
    {
        /// <summary>Makes the command.</summary>
        public static Command Create(CliHost host)
        {
            Option<string[]> probe = new("--probe")
            {
                HelpName = "NAME",
                Description = $"Run only this probe, once or several times: {string.Join(", ", Certifier.ProbeNames)}.",
            };
            Option<string?> output = new("--output") { HelpName = "FILE", Description = "Write the record as JSON at the end, after Ctrl+C too; replaces the file." };
            Option<string?> html = new("--html") { HelpName = "FILE", Description = "Write a page with a plot for each probe; replaces the file." };
            Option<bool> resume = new("--resume") { Description = "Go on with the record in --output: probes that are in it are not run again." };
            Option<string[]> quirk = new("--quirk") { HelpName = "NAME=VALUE", Description = "Quirk of the virtual Sol-Ark, once or several times; see docs/inverter.md." };
            CliCommand command = new("certify", "Find out what the virtual Sol-Ark does, by a fixed set of probes that look at registers and frames only.")
            {
                Examples =
                [
                    ("batterysim certify --output standard.json --html standard.html", "every probe, as a record and as a page"),
                    ("batterysim certify --quirk \"export-margin=500 mV\" --probe cvl-below", "one probe on an inverter with a quirk"),
                    ("batterysim certify diff before.json after.json", "what a firmware update changed"),
                ],
            };
            foreach (Option option in new Option[] { probe, output, html, resume, quirk })
            {
                command.Add(option);
            }

            command.Add(CreateDiff(host));
            command.Add(CreateCompare(host));
            command.Add(CreateSchema(host));
            command.SetAction(parsed =>
            {
                string[] names = parsed.GetValue(probe) ?? [];
                string? stray = names.FirstOrDefault(static name => !Certifier.ProbeNames.Contains(name));
                if (stray is not null)
                {
                    throw CliException.Usage($"--probe '{stray}' is not a probe; there are {string.Join(", ", Certifier.ProbeNames)}.");
                }

                string? path = parsed.GetValue(output);
                bool resumes = parsed.GetValue(resume);
                if (resumes && path is null)
                {
                    throw CliException.Usage("--resume goes on with a record; name it with --output FILE.");
                }

                IReadOnlyList<ProbeResult> done = resumes && File.Exists(path) ? ReadRecord(path!).Probes : [];
                return Run(host, names, SettingsOf(parsed.GetValue(quirk) ?? []), done, path, parsed.GetValue(html));
            });
            return command;
        }

        private static int Run(
            CliHost host, string[] names, Func<InverterSettings> settings, IReadOnlyList<ProbeResult> done, string? path, string? html)
        {
            CertificationRecord record = Certifier.RunVirtual(settings, names, done, result => Tell(host, result), host.Interruption.Token);
            if (path is not null)
            {
                WriteFile("--output", path, CertificationJson.Write(record));
            }

            if (html is not null)
            {
                WriteFile("--html", html, CertificationPage.Write(record));
            }

            int differing = record.AllProperties().Count(static property => property.Differs);
            int unknown = record.AllProperties().Count(static property => property.Value == CertifiedProperty.Unknown);
            host.Output.WriteLine($"{record.Model}, firmware {record.Firmware}: {record.AllProperties().Count()} properties, {differing} not standard, {unknown} unknown");
            return host.Interruption.IsRequested ? ExitCodes.Failure : ExitCodes.Success;
        }

        private static void Tell(CliHost host, ProbeResult result)
        {
            foreach (CertifiedProperty property in result.Properties)
            {
                string mark = property.Differs ? " (standard: " + property.Standard + ")" : "";
                host.Output.WriteLine($"{property.Name,-28} {property.Value}{mark}; {property.Evidence}");
            }
        }

        private static Command CreateDiff(CliHost host)
        {
            Argument<string> before = new("BEFORE") { Description = "Record." };
            Argument<string> after = new("AFTER") { Description = "Record." };
            Command command = new("diff", "Show what differs between two records; exit code 1 if anything does.") { before, after };
            command.SetAction(parsed =>
            {
                CertificationRecord first = ReadRecord(parsed.GetRequiredValue(before));
                IReadOnlyList<string> lines = CertificationDiff.Of(first, ReadRecord(parsed.GetRequiredValue(after)));
                foreach (string line in lines)
                {
                    host.Output.WriteLine(line);
                }

                host.Output.WriteLine(lines.Count == 0 ? "no difference" : $"{lines.Count} differences");
                return lines.Count == 0 ? ExitCodes.Success : ExitCodes.Failure;
            });
            return command;
        }

        // The twin made from the record is certified again: what it does not reproduce is said.
        private static Command CreateCompare(CliHost host)
        {
            Argument<string> record = new("RECORD") { Description = "Record of an inverter." };
            Option<string?> setup = new("--setup") { HelpName = "FILE", Description = "Write the set-up that reproduces it, as YAML; replaces the file. [default: standard output]" };
            Command command = new("compare", "Say which settings and quirks make the virtual Sol-Ark that inverter, and try it.") { record, setup };
            command.SetAction(parsed =>
            {
                CertificationRecord given = ReadRecord(parsed.GetRequiredValue(record));
                string[] quirks = [.. QuirkText.Of(given).Select(static quirk => $"{quirk.Key}={quirk.Value}")];
                string text = QuirkText.SetupOf(given);
                if (parsed.GetValue(setup) is string path)
                {
                    WriteFile("--setup", path, text);
                    host.Output.WriteLine($"set-up in {path}");
                }
                else
                {
                    host.Output.Write(text);
                }

                string[] probes = [.. given.Probes.Select(static probe => probe.Name)];
                CertificationRecord twin = Certifier.RunVirtual(SettingsOf(quirks), probes, [], static _ => { }, host.Interruption.Token);
                string[] left =
                [
                    .. given.AllProperties().Where(static property => property.Standard.Length > 0 && property.Value != CertifiedProperty.Unknown)
                        .Where(property => twin.Find(property.Name)?.Value != property.Value)
                        .Select(property => $"not reproduced: {property.Name} is {property.Value}, the twin has {twin.Find(property.Name)?.Value}"),
                ];
                Array.ForEach(left, host.Output.WriteLine);
                host.Output.WriteLine($"{quirks.Length} quirks; {left.Length} properties not reproduced");
                return left.Length == 0 ? ExitCodes.Success : ExitCodes.Failure;
            });
            return command;
        }

        private static Command CreateSchema(CliHost host)
        {
            Command command = new("schema", "Print the JSON Schema of a record.");
            command.SetAction(_ => host.Output.Write(CertificationJson.Schema()));
            return command;
        }

        private static Func<InverterSettings> SettingsOf(IReadOnlyList<string> quirks)
        {
            InverterSettings Create()
            {
                InverterSettings settings = new();
                foreach (string quirk in quirks)
                {
                    string[] pair = quirk.Split('=', 2);
                    string? problem = pair.Length < 2 ? "write NAME=VALUE" : QuirkText.Set(settings, pair[0].Trim(), pair[1].Trim());
                    if (problem is not null)
                    {
                        throw CliException.Usage($"--quirk '{quirk}' cannot be used: {problem}.");
                    }
                }

                return settings;
            }

            _ = Create();
            return Create;
        }

        private static CertificationRecord ReadRecord(string path)
        {
            try
            {
                return CertificationJson.Read(File.ReadAllText(path), out string error) ?? throw CliException.Usage($"'{path}' cannot be used: {error}.");
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw CliException.Usage($"'{path}' cannot be read: {FrameLog.Reason(problem)}; name a record that certify --output wrote.");
            }
        }

        private static void WriteFile(string option, string path, string text)
        {
            try
            {
                WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw CliException.Failure($"{option} '{path}' cannot be written: {FrameLog.Reason(problem)}; name a file in a folder that exists.");
            }
        }
    }
}
