using System.CommandLine;
using System.IO;
using System.Linq;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Profiles;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary><c>batterysim profiles</c>: which batteries can be simulated, and how well each value is known.</summary>
    internal static class ProfilesCommand
    {
        /// <summary>Makes the command.</summary>
        public static Command Create(TextWriter output)
        {
            Argument<string?> name = new("NAME") { Arity = ArgumentArity.ZeroOrOne, Description = "Show this one in full." };
            Option<string> format = new("--format")
            {
                HelpName = "text|json",
                Description = "Text for people or JSON for programs.",
                DefaultValueFactory = static _ => "text",
            };
            CliCommand command = new("profiles", "List the batteries that can be simulated, with what is documented and what is assumed.")
            {
                Examples =
                [
                    ("batterysim profiles", "every profile in a line"),
                    ($"batterysim profiles {ProfileCatalogue.DefaultName}", "every value with its source"),
                    ($"batterysim profiles {ProfileCatalogue.DefaultName} --format json", "the same for a program"),
                ],
            };
            command.Add(name);
            command.Add(format);
            command.SetAction(parsed =>
            {
                Show(output, parsed.GetValue(name), Values.Choice("--format", parsed.GetValue(format) ?? "", "text", "json") == "json");
                return ExitCodes.Success;
            });
            return command;
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

            BatteryProfile profile = ProfileCatalogue.Create(Values.Name("profile", name, ProfileCatalogue.Names));
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
