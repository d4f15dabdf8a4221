using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using BatterySim.Bms.Stack;

namespace BatterySim.Host.Cli.View
{
    /// <summary>A course of values as one line of small bars; a value that nobody knew is a blank.</summary>
    internal static class Sparkline
    {
        private const string Bars = "▁▂▃▄▅▆▇█";
        private const string PlainBars = "_.-=+*%#";

        /// <summary>The last values that fit into a width, from their own minimum to their own maximum.</summary>
        public static string Compose(IReadOnlyList<int> values, int width, bool isUnicode)
        {
            int[] shown = [.. values.Skip(Math.Max(0, values.Count - width))];
            int[] known = [.. shown.Where(static value => value != BankReport.Unknown)];
            if (known.Length == 0)
            {
                return new string(' ', shown.Length);
            }

            int minimum = known.Min();
            long span = Math.Max(1L, (long)known.Max() - minimum);
            string bars = isUnicode ? Bars : PlainBars;
            StringBuilder line = new();
            foreach (int value in shown)
            {
                line.Append(value == BankReport.Unknown ? ' ' : bars[(int)((value - (long)minimum) * (bars.Length - 1) / span)]);
            }

            return line.ToString();
        }
    }
}
