using System.Globalization;
using System.Text;
using BatterySim.Bms.Profiles;

namespace BatterySim.Host.Scenarios.Profiles
{
    /// <summary>Writes a profile as a file that <see cref="ProfileFileReader"/> reads back without loss.</summary>
    public static class ProfileFileWriter
    {
        /// <summary>The whole file, lines ended by line feeds.</summary>
        public static string Write(BatteryProfile profile)
        {
            var text = new StringBuilder();
            text.Append("# A battery for BatterySim. Check it with 'batterysim profiles check FILE', use it with '--profile FILE'.\n");
            text.Append("# With 'extends: NAME' what is left out is as in that profile; without, the values that belong to one product are all needed.\n");
            text.Append("# Numbers are in the unit that ends the key's name; '56.8 V' is also understood.\n");
            text.Append(CultureInfo.InvariantCulture, $"name: {profile.Name}\n");
            text.Append(CultureInfo.InvariantCulture, $"title: {Quoted(profile.Title)}\n");
            text.Append(CultureInfo.InvariantCulture, $"caveat: {Quoted(profile.Caveat)}\n");
            text.Append("values:\n");
            for (var key = (ProfileKey)0; key < ProfileKey.Count; key++)
            {
                ProfileValue value = profile.ValueOf(key);
                string shown = value.Text is null ? value.Number.ToString(CultureInfo.InvariantCulture) : Quoted(value.Text);
                text.Append(CultureInfo.InvariantCulture, $"  # {ProfileKeyNames.Of(key).Label}\n");
                text.Append(CultureInfo.InvariantCulture,
                    $"  {ProfileKeyNames.InFile(key)}: {{value: {shown}, provenance: {ProfileWords.Marks[(int)value.Provenance]}, source: {Quoted(value.Source)}}}\n");
            }

            return text.ToString();
        }

        private static string Quoted(string text)
        {
            var quoted = new StringBuilder("\"");
            foreach (char letter in text)
            {
                if (letter is '"' or '\\')
                {
                    quoted.Append('\\').Append(letter);
                }
                else if (char.IsControl(letter))
                {
                    quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
                }
                else
                {
                    quoted.Append(letter);
                }
            }

            return quoted.Append('"').ToString();
        }
    }
}
