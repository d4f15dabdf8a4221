using System;
using System.IO;
using System.Linq;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Files;
using BatterySim.Host.Scenarios.Profiles;

namespace BatterySim.Host.Cli.Profiles
{
    /// <summary>A product as a user gives it: the name of one that ships, or a file that ends with .yaml.</summary>
    internal static class ProfileArgument
    {
        /// <summary>The product; what is wrong ends the command.</summary>
        public static BatteryProfile Read(string text) => ReadAll(text).Profile!;

        /// <summary>The product with all that its file says; what is wrong ends the command.</summary>
        /// <returns>With a profile in any case.</returns>
        public static ProfileFileResult ReadAll(string text)
        {
            if (!ProfileFileReader.IsFileName(text))
            {
                return new ProfileFileResult(ProfileCatalogue.Create(Values.Name("profile", text, ProfileCatalogue.Names)), []);
            }

            ProfileFileResult result = ReadFile(text);
            return result.Profile is not null ? result
                : throw CliException.Usage(string.Join("\n", result.Diagnostics.Select(static fault => fault.ToString())));
        }

        /// <summary>What a file holds; one that cannot be read ends the command.</summary>
        public static ProfileFileResult ReadFile(string path)
        {
            try
            {
                return ProfileFileReader.ReadFile(path);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                throw CliException.Usage($"the profile '{path}' cannot be read: {FileProblem.Reason(problem)}.");
            }
        }
    }
}
