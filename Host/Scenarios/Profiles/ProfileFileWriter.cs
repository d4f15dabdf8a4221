using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
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
                Write(text, profile.ValueOf(key));
            }

            return text.ToString();
        }

        /// <summary>Writes <c>dialect</c> of a profile file.</summary>
        public static void Write(StringBuilder text, ProfileDialect dialect)
        {
            text.Append("dialect:\n");
            Write(text, dialect.Facts, ProfileDialectKeys.All);
            if (dialect.Frames.Count == 0)
            {
                return;
            }

            text.Append("  # What single frames have of their own; .. is a byte that the model writes.\n  frames:\n");
            foreach (ProfileFrame frame in dialect.Frames)
            {
                string[] parts =
                [
                    .. frame.Length is int length ? [$"length: {length}"] : Array.Empty<string>(),
                    .. frame.Bytes.Count > 0 ? [$"bytes: \"{frame.BytesText}\""] : Array.Empty<string>(),
                    .. frame.StartMilliseconds is int start ? [$"startMilliseconds: {start}"] : Array.Empty<string>(),
                    .. frame.PeriodMilliseconds > 0 ? [$"periodMilliseconds: {frame.PeriodMilliseconds}"] : Array.Empty<string>(),
                    $"provenance: {ProfileWords.Marks[(int)frame.Provenance]}",
                    $"source: {Quoted(frame.Source)}",
                ];
                text.Append(CultureInfo.InvariantCulture, $"    \"{frame.Key}\": {{{string.Join(", ", parts)}}}\n");
            }
        }

        /// <summary>Writes <c>start</c> of a profile file.</summary>
        public static void Write(StringBuilder text, ProfileStart start)
        {
            text.Append("start:\n");
            Write(text, start.Facts, ProfileStartKeys.All.Select(static row => (row.Key, row.Meaning)));
        }

        /// <summary>Writes one row of <c>values</c> with its label above it.</summary>
        public static void Write(StringBuilder text, ProfileValue value)
        {
            string shown = value.Text is null ? value.Number.ToString(CultureInfo.InvariantCulture) : Quoted(value.Text);
            text.Append(CultureInfo.InvariantCulture, $"  # {ProfileKeyNames.Of(value.Key).Label}\n");
            text.Append(CultureInfo.InvariantCulture,
                $"  {ProfileKeyNames.InFile(value.Key)}: {{value: {shown}, provenance: {ProfileWords.Marks[(int)value.Provenance]}, source: {Quoted(value.Source)}}}\n");
        }

        private static void Write(StringBuilder text, IEnumerable<ProfileFact> facts, IEnumerable<(string Key, string Meaning)> keys)
        {
            Dictionary<string, string> meanings = keys.ToDictionary(static row => row.Key, static row => row.Meaning);
            foreach (ProfileFact fact in facts)
            {
                text.Append(CultureInfo.InvariantCulture, $"  # {meanings[fact.Key]}\n");
                text.Append(CultureInfo.InvariantCulture,
                    $"  {fact.Key}: {{value: {Quoted(fact.Value)}, provenance: {ProfileWords.Marks[(int)fact.Provenance]}, source: {Quoted(fact.Source)}}}\n");
            }
        }

        /// <summary>A text as YAML has it between quotes.</summary>
        public static string Quoted(string text)
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
