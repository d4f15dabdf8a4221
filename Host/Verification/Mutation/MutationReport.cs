using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace BatterySim.Host.Verification.Mutation
{
    /// <summary>The page that tells which deliberate faults the library notices.</summary>
    public static class MutationReport
    {
        /// <summary>Writes the page.</summary>
        /// <param name="results">What became of the faults.</param>
        /// <param name="caseCount">Cases in the scenario library.</param>
        /// <param name="root">Folder of the repository.</param>
        /// <param name="output">Where the page goes.</param>
        public static void Write(IReadOnlyList<MutationResult> results, int caseCount, string root, TextWriter output)
        {
            int caught = results.Count(result => result.IsCaught);
            output.Write(
                $"""
                # What the scenario library notices

                This page is printed by `dotnet run -c Release --project Host/Verification/Bench -- mutate > docs/mutation.md`.
                For each fault below the core is compiled anew with that fault and nothing else changed, and the whole library
                runs over it in a process of its own. A fault is caught if at least one scenario fails. With the sound core all
                {caseCount} cases pass, which the run checks first.

                **{caught} of {results.Count} faults are caught, {100.0 * caught / results.Count:0.0} %.**

                | Fault | Kind | What the bank then does wrong | Caught by |
                |---|---|---|---|

                """);
            foreach (MutationResult result in results)
            {
                output.Write($"| `{result.Mutant.Name}` | {KindText(result.Mutant.Kind)} | {result.Mutant.Meaning} | {CaughtText(result)} |\n");
            }

            WriteTests(root, output);
        }

        /// <summary>Writes the second part of the page: what the tests notice.</summary>
        /// <param name="root">Folder of the repository.</param>
        /// <param name="output">Where it goes.</param>
        public static void WriteTests(string root, TextWriter output)
        {
            output.Write(
                """

                ## Errors that once survived every test

                Each was found by somebody who did not know the faults above. `GapTests` puts each into a copy of the program, at every
                run of the tests, and asks it the question beside which it goes unnoticed: the answer has to be another one than that of the
                sound program, which the same test states as a literal.

                | Error | File | What is then wrong |
                |---|---|---|

                """);
            foreach (Gap gap in Gaps.All)
            {
                output.Write($"| `{gap.Mutant.Name}` | `{gap.Mutant.File}` | {gap.Mutant.Meaning} |\n");
            }

            output.Write('\n');
            output.Write(File.ReadAllText(Path.Combine(root, "Host", "Verification", "FastTests", "score.txt")));
        }

        private static string KindText(MutantKind kind)
        {
            return kind switch
            {
                MutantKind.SwappedSign => "swapped sign",
                MutantKind.WrongBit => "wrong bit",
                MutantKind.WrongScale => "wrong scale",
                MutantKind.LostClamp => "lost clamp",
                MutantKind.WrongTime => "wrong time",
                MutantKind.Missing => "missing",
                _ => "wrong rule",
            };
        }

        private static string CaughtText(MutationResult result)
        {
            if (result.Failures is null)
            {
                return "a run that does not end";
            }

            string first = result.Failures.Count == 0 ? "" : result.Failures.Order(StringComparer.Ordinal).First().Replace('|', '/');
            return result.Failures.Count switch
            {
                0 => "**nobody**",
                1 => first,
                _ => $"{first}, and {result.Failures.Count - 1} more",
            };
        }
    }
}
