using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Scenarios.Profiles;

namespace BatterySim.Host.Cli.Profiles
{
    /// <summary>Profiles in plain text: the list, and one in full.</summary>
    internal static class ProfileText
    {
        private const string Legend =
            "documented: a source for this very product says so. family: said of a product with the same BMS family.\n"
            + "assumed: no source found; the note gives the reason.";

        /// <summary>One line for each profile and one for its caveat.</summary>
        public static void WriteList(TextWriter output, IReadOnlyList<BatteryProfile> profiles)
        {
            int width = profiles.Max(static profile => profile.Name.Length) + 2;
            output.WriteLine($"{"  name".PadRight(width + 1)} {"cells",5} {"Ah",6} {"batteries",9}  values documented/family/assumed");
            foreach (BatteryProfile profile in profiles)
            {
                string mark = profile.Name == ProfileCatalogue.DefaultName ? "*" : " ";
                string capacity = ProfileValueText.Format(profile.ValueOf(ProfileKey.CapacityMilliampereHours)).Replace(" Ah", "",
                    StringComparison.Ordinal);
                output.WriteLine($"{mark} {profile.Name.PadRight(width - 1)} {profile.NumberOf(ProfileKey.CellCount),5} {capacity,6} "
                    + $"{"1-" + profile.NumberOf(ProfileKey.BatteriesMax),9}  "
                    + $"{Count(profile, Provenance.Documented),2}/{Count(profile, Provenance.Family),2}/{Count(profile, Provenance.Assumed),2}  {profile.Title}");
                output.WriteLine($"      {profile.Caveat}");
            }

            output.WriteLine();
            output.WriteLine($"* is used unless --profile names another one. 'batterysim profiles {ProfileCatalogue.DefaultName}' shows one in full.");
            output.WriteLine(Legend);
        }

        /// <summary>Every value of a profile with unit, provenance and source; then what is assumed.</summary>
        public static void WriteFull(TextWriter output, BatteryProfile profile)
        {
            output.WriteLine($"{profile.Name}: {profile.Title}{(profile.Name == ProfileCatalogue.DefaultName ? " (the default)" : "")}");
            output.WriteLine(profile.Caveat);
            output.WriteLine();
            ProfileValue[] values = Values(profile);
            int label = values.Max(static value => ProfileKeyNames.Of(value.Key).Label.Length);
            int shown = Math.Min(30, values.Max(static value => ProfileValueText.Format(value).Length));
            output.WriteLine($"{"".PadRight(label)}  {"value".PadRight(shown)}  {"provenance",-10}  source");
            foreach (ProfileValue value in values)
            {
                output.WriteLine($"{ProfileKeyNames.Of(value.Key).Label.PadRight(label)}  {ProfileValueText.Format(value).PadRight(shown)}  "
                    + $"{ProfileValueText.Word(value.Provenance),-10}  {value.Source}");
            }

            output.WriteLine();
            ProtectionText.Write(output, ProtectionSets.Create(profile.TextOf(ProfileKey.ProtectionSet)));
            output.WriteLine();
            WriteAssumed(output, [.. values.Where(static value => value.Provenance == Provenance.Assumed)]);
            output.WriteLine();
            output.WriteLine(Legend);
        }

        /// <summary>The values of a profile, in the order of the keys.</summary>
        public static ProfileValue[] Values(BatteryProfile profile)
        {
            return [.. Enumerable.Range(0, (int)ProfileKey.Count)
                .Select(key => profile.ValueOf((ProfileKey)key)).Where(static value => value is not null)];
        }

        /// <summary>How many values carry a mark.</summary>
        public static int Count(BatteryProfile profile, Provenance mark) => Values(profile).Count(value => value.Provenance == mark);

        private static void WriteAssumed(TextWriter output, ProfileValue[] assumed)
        {
            if (assumed.Length == 0)
            {
                output.WriteLine("Nothing is assumed.");
                return;
            }

            output.WriteLine($"What is assumed ({assumed.Length} {(assumed.Length == 1 ? "value" : "values")}; check before you rely on it):");
            foreach (ProfileValue value in assumed)
            {
                output.WriteLine($"  {ProfileKeyNames.Of(value.Key).Label}: {ProfileValueText.Format(value)} ({value.Source})");
            }
        }
    }
}
