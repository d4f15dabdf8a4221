using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Profiles;
using BatterySim.Host.Files;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Profiles;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim profiles</c>: which batteries can be simulated, how well each value is known, and products of one's own.</summary>
    internal static class ProfilesCommand
    {
        /// <summary>Makes the command with what is below it.</summary>
        public static Command Create(TextWriter output)
        {
            Argument<string?> name = new("NAME") { Arity = ArgumentArity.ZeroOrOne, Description = "Show this one in full; a file that ends with .yaml is one of your own." };
            Option<string> format = new("--format")
            {
                HelpName = "text|json",
                Description = "Text for people or JSON for programs.",
                DefaultValueFactory = static _ => "text",
            };
            Option<string?> export = new("--export") { HelpName = "FILE", Description = "Write it as a file to change; - for standard output. Replaces the file." };
            CliCommand command = new("profiles", "List the batteries that can be simulated, with what is documented and what is assumed.")
            {
                Examples =
                [
                    ("batterysim profiles", "every profile in a line"),
                    ($"batterysim profiles {ProfileCatalogue.DefaultName}", "every value with its source"),
                    ($"batterysim profiles {ProfileCatalogue.DefaultName} --format json", "the same for a program"),
                    ("batterysim profiles pylontech-us5000 --export my-pack.yaml", "a file to change; 'batterysim run --profile my-pack.yaml' uses it"),
                    ("batterysim profiles check my-pack.yaml", "what is wrong with it, with line and column"),
                ],
            };
            command.Add(name);
            command.Add(format);
            command.Add(export);
            command.Add(CreateCheck(output));
            command.Add(CreateSchema(output));
            command.SetAction(parsed =>
            {
                bool asJson = Values.Choice("--format", parsed.GetValue(format) ?? "", "text", "json") == "json";
                if (parsed.GetValue(export) is string path)
                {
                    Export(output, parsed.GetValue(name), path);
                }
                else
                {
                    Show(output, parsed.GetValue(name), asJson);
                }

                return ExitCodes.Success;
            });
            return command;
        }

        private static CliCommand CreateCheck(TextWriter output)
        {
            Argument<string[]> files = new("FILE") { Arity = ArgumentArity.OneOrMore, Description = "Profile files." };
            CliCommand command = new("check", "Say what is wrong with profile files, with line and column.")
            {
                Examples = [("batterysim profiles check my-pack.yaml", "exit code 0 if nothing is wrong")],
            };
            command.Add(files);
            command.SetAction(parsed =>
            {
                int faultCount = 0;
                foreach (string path in parsed.GetValue(files) ?? [])
                {
                    ProfileFileResult result = ProfileArgument.ReadFile(path);
                    faultCount += result.Diagnostics.Count;
                    foreach (Diagnostic problem in result.Diagnostics)
                    {
                        output.WriteLine(problem);
                    }

                    if (result.Profile is BatteryProfile profile)
                    {
                        int captured = ProfileText.Count(profile, Provenance.Captured);
                        string seen = captured > 0 ? $"{captured} captured, " : "";
                        output.WriteLine($"{path}: {profile.Name} is sound; {ProfileText.Count(profile, Provenance.Documented)} values are documented, {seen}"
                            + $"{ProfileText.Count(profile, Provenance.Family)} from its family, {ProfileText.Count(profile, Provenance.Assumed)} assumed.");
                    }
                }

                return faultCount == 0 ? ExitCodes.Success : ExitCodes.Failure;
            });
            return command;
        }

        private static CliCommand CreateSchema(TextWriter output)
        {
            CliCommand command = new("schema", "Print the JSON Schema of profile files, for editors.")
            {
                Examples = [("batterysim profiles schema > profile.schema.json", "beside your profiles")],
            };
            command.SetAction(_ =>
            {
                output.Write(ProfileSchema.Write());
                return ExitCodes.Success;
            });
            return command;
        }

        private static void Export(TextWriter output, string? name, string path)
        {
            if (name is null)
            {
                throw CliException.Usage("--export writes one profile; name it, as in 'batterysim profiles pylontech-us5000 --export my-pack.yaml'.");
            }

            string text = ProfileFileWriter.Write(ProfileArgument.Read(name));
            if (path == "-")
            {
                output.Write(text);
                return;
            }

            try
            {
                WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
            }
            catch (System.Exception problem) when (problem is IOException or System.UnauthorizedAccessException)
            {
                throw CliException.Failure($"the profile cannot be written to '{path}': {problem.Message}");
            }

            output.WriteLine($"{path} holds {name}; change it, give it a name of its own, and check it with 'batterysim profiles check {path}'.");
        }

        private static void Show(TextWriter output, string? name, bool asJson)
        {
            if (name is null)
            {
                BatteryProfile[] profiles = [.. ProfileCatalogue.Names.Select(ProfileCatalogue.Create)];
                if (asJson)
                {
                    ProfileJson.WriteList(output, profiles);
                }
                else
                {
                    ProfileText.WriteList(output, profiles);
                }

                return;
            }

            BatteryProfile profile = ProfileArgument.Read(name);
            if (asJson)
            {
                ProfileJson.WriteFull(output, profile);
            }
            else
            {
                ProfileText.WriteFull(output, profile);
            }
        }
    }
}
