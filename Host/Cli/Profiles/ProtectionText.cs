using System.Globalization;
using System.IO;
using System.Linq;
using BatterySim.Bms.Profiles;

namespace BatterySim.Host.Cli.Profiles
{
    /// <summary>A profile's protections as a table.</summary>
    internal static class ProtectionText
    {
        /// <summary>One line for each rule.</summary>
        public static void Write(TextWriter output, ProtectionSet set)
        {
            int width = set.Rules.Max(static rule => rule.Name.Length);
            output.WriteLine($"Protections {set.Name} ({set.Source})");
            output.WriteLine($"  {"".PadRight(width)} {"alarm",9} {"protect",9} {"release",9} {"delay",9}");
            foreach (ProtectionRule rule in set.Rules)
            {
                string release = rule.Release == ProtectionRule.None ? "after " + Seconds(rule.ReleaseMilliseconds) : Level(rule.Quantity, rule.Release);
                output.WriteLine($"  {rule.Name.PadRight(width)} {Level(rule.Quantity, rule.Alarm),9} {Level(rule.Quantity, rule.Protect),9} {release,10} {Seconds(rule.DelayMilliseconds),8}");
            }

            if (set.LockoutTrips > 0)
            {
                output.WriteLine($"  After {set.LockoutTrips} over-current trips the battery stays off until it is restarted.");
            }
        }

        private static string Level(Quantity quantity, int level)
        {
            if (level == ProtectionRule.None)
            {
                return "-";
            }

            return quantity switch
            {
                Quantity.CellMax or Quantity.CellMin => (level / 1000m).ToString("0.00", CultureInfo.InvariantCulture) + " V",
                Quantity.Voltage => (level / 1000m).ToString("0.0", CultureInfo.InvariantCulture) + " V",
                Quantity.ChargeCurrent or Quantity.DischargeCurrent => (level / 1000m).ToString("0.#", CultureInfo.InvariantCulture) + " A",
                _ => (level / 10m).ToString("0.#", CultureInfo.InvariantCulture) + " C",
            };
        }

        private static string Seconds(int milliseconds) => (milliseconds / 1000m).ToString("0.###", CultureInfo.InvariantCulture) + " s";
    }
}
