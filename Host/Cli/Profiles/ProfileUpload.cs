using System.Collections.Generic;
using System.Globalization;
using System.IO;
using BatterySim.Bms.Instrument;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Cli.Running;
using BatterySim.Host.Scenarios.Profiles;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Cli.Profiles
{
    /// <summary>Brings a product of your own to a running twin or a board: the product that it extends, then every value that differs.</summary>
    internal static class ProfileUpload
    {
        private const int ValueMax = 200;

        /// <summary>Sends a product, value by value, and says what was done.</summary>
        /// <exception cref="CliException">The instrument refused a value; the message names key, value and reason.</exception>
        /// <exception cref="ScpiConnectionException">The instrument cannot be reached.</exception>
        public static void Send(string argument, ScpiAddress to, TextWriter output)
        {
            ProfileFileResult file = ProfileArgument.ReadAll(argument);
            BatteryProfile profile = file.Profile!;
            BatteryProfile standard = file.Base ?? ProfileCatalogue.Create(profile.Name) ?? ProfileCatalogue.Create(Generic16s100.Name);
            List<string> lines = LinesOf(profile, standard);
            int count = lines.Count;
            using ScpiSession session = ScpiSession.Open(to);
            if (ScpiExchange.Run(session, $"BANK:PROF {standard.Name}") is string refused)
            {
                throw CliException.Failure($"{to} refused BANK:PROF {standard.Name}: {refused}.");
            }

            // Some values only go together, such as the most batteries and the addresses for them: what was refused is tried again after the others.
            while (lines.Count > 0)
            {
                int before = lines.Count;
                string error = "";
                lines.RemoveAll(line =>
                {
                    string? refusal = ScpiExchange.Run(session, line);
                    error = refusal is null ? error : $"{line}: {refusal}";
                    return refusal is null;
                });
                if (lines.Count == before)
                {
                    throw CliException.Failure($"{to} refused {error}.");
                }
            }

            output.WriteLine($"{to} plays {profile.Name}: {standard.Name} with {count} values of its own. Send *SAV to keep them.");
            if (file.Dialect is not null || file.Start is not null)
            {
                output.WriteLine($"{argument} also says how the battery speaks or begins; 'batterysim run --profile' follows that, 'send' does not.");
            }
        }

        private static List<string> LinesOf(BatteryProfile profile, BatteryProfile standard)
        {
            List<string> lines = [];
            for (var key = (ProfileKey)0; key < ProfileKey.Count; key++)
            {
                string? text = profile.TextOf(key);
                if (profile.NumberOf(key) != standard.NumberOf(key) || text != standard.TextOf(key))
                {
                    var value = new TextBuffer(ValueMax, true);
                    if (text is null)
                    {
                        value.Add(profile.NumberOf(key).ToString(CultureInfo.InvariantCulture));
                    }
                    else
                    {
                        value.AddQuoted(text);
                    }

                    lines.Add($"PROF:VAL {ProfileKeys.NameOf(key)},{value.Take()}");
                }
            }

            return lines;
        }
    }
}
