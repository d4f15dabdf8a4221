using System;
using System.Collections.Generic;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>Finds the step of a file to which a line belongs.</summary>
    internal static class ScenarioStep
    {
        private const int LinesMax = 30;

        /// <summary>The lines from the item of a list that begins with a time, or with the line itself, to its end.</summary>
        /// <param name="lines">The file.</param>
        /// <param name="line">1 for the first.</param>
        public static IReadOnlyList<SourceLine> Of(IReadOnlyList<string> lines, int line)
        {
            if (line < 1 || line > lines.Count)
            {
                return [];
            }

            int first = line - 1;
            for (int index = line - 1; index >= 0 && index > line - LinesMax; index--)
            {
                string text = lines[index].TrimStart();
                if (text.StartsWith("- at:", StringComparison.Ordinal) || text.StartsWith("- after:", StringComparison.Ordinal))
                {
                    first = index;
                    break;
                }
            }

            int indent = IndentOf(lines[first]);
            var step = new List<SourceLine>();
            for (int index = first; index < lines.Count && step.Count < LinesMax; index++)
            {
                bool isNext = index > first && lines[index].Trim().Length > 0 && IndentOf(lines[index]) <= indent;
                if (isNext && index >= line)
                {
                    break;
                }

                step.Add(new SourceLine(index + 1, lines[index]));
            }

            while (step.Count > 1 && step[^1].Text.Trim().Length == 0)
            {
                step.RemoveAt(step.Count - 1);
            }

            return step;
        }

        private static int IndentOf(string line) => line.Length - line.TrimStart().Length;
    }
}
