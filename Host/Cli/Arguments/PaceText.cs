using System.Globalization;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.Arguments
{
    /// <summary>The speed of a simulation as people write it: real, max, 10 or 10x.</summary>
    internal static class PaceText
    {
        /// <summary>Reads a speed.</summary>
        public static bool TryParse(string text, out SimulationPace pace)
        {
            string word = text.Trim().ToLowerInvariant();
            pace = word == "max" ? SimulationPace.Max : SimulationPace.Real;
            if (word is "max" or "real")
            {
                return true;
            }

            string number = word.EndsWith('x') ? word[..^1] : word;
            if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double factor)
                || factor is not (>= SimulationPace.FactorMin and <= SimulationPace.FactorMax))
            {
                return false;
            }

            pace = SimulationPace.Times(factor);
            return true;
        }

        /// <summary>Writes a speed.</summary>
        public static string Format(SimulationPace pace)
        {
            return pace.IsMax ? "max" : pace.Factor == 1 ? "real time" : string.Create(CultureInfo.InvariantCulture, $"{pace.Factor:0.###}x");
        }
    }
}
