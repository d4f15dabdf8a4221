using System.Globalization;

namespace BatterySim.Host.Cli.Arguments
{
    /// <summary>How fast simulated time runs.</summary>
    /// <param name="Factor">Simulated seconds per real second, 0.01 to 100000; 0 for as fast as the computer can.</param>
    internal readonly record struct SimulationSpeed(double Factor)
    {
        /// <summary>As fast as the computer can.</summary>
        public static SimulationSpeed Max => new(0);

        /// <summary>True if nothing holds the simulation back.</summary>
        public bool IsMax => Factor == 0;

        /// <summary>Reads real, max, 10 or 10x.</summary>
        public static bool TryParse(string text, out SimulationSpeed speed)
        {
            string word = text.Trim().ToLowerInvariant();
            speed = Max;
            if (word == "max")
            {
                return true;
            }

            if (word == "real")
            {
                speed = new SimulationSpeed(1);
                return true;
            }

            string number = word.EndsWith('x') ? word[..^1] : word;
            if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double factor)
                || factor is < 0.01 or > 100000)
            {
                return false;
            }

            speed = new SimulationSpeed(factor);
            return true;
        }

        /// <inheritdoc />
        public override string ToString()
        {
            return IsMax ? "max" : Factor == 1 ? "real time" : string.Create(CultureInfo.InvariantCulture, $"{Factor:0.##}x");
        }
    }
}
