using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;

namespace BatterySim.FastTests.Mutants
{
    /// <summary>The process that has the mutants in it: told a number, it runs the tests that reach that mutant and says which one failed.</summary>
    internal static class Worker
    {
        /// <summary>What each test reaches, measured once: a line for each test with its milliseconds and its mutants.</summary>
        public const string CoverageFile = "mutant-coverage.txt";

        // Longer tests are left out, and said so on the standard error: one survivor costs all tests that reach it.
        private const int LongestMilliseconds = 150;

        // Mutants are numbered as they stand in the source: what killed one of the same method mostly kills the next.
        private const int NeighbourDistance = 60;

        /// <summary>Answers numbers on standard input until it ends.</summary>
        public static int Run(string assembly)
        {
            TextWriter output = Console.Out;
            Console.SetOut(TextWriter.Null);
            MutantSwitch mutants = new(Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, assembly)));
            TestCase[] tests = [.. TestFinder.Find().OrderBy(static test => test.Name, StringComparer.Ordinal)];
            string coverage = Path.Combine(AppContext.BaseDirectory, CoverageFile);
            Measure(mutants, tests, coverage);
            Dictionary<int, List<TestCase>> reaching = Read(coverage, tests);
            output.WriteLine("ready");
            output.Flush();
            using Watchdog watchdog = new(output);
            SortedDictionary<int, TestCase> killers = [];
            for (string? line = Console.In.ReadLine(); line is not null; line = Console.In.ReadLine())
            {
                int mutant = int.Parse(line, CultureInfo.InvariantCulture);
                output.WriteLine(Try(mutants, mutant, reaching.GetValueOrDefault(mutant) ?? [], killers, watchdog));
                output.Flush();
            }

            return 0;
        }

        private static string Try(
            MutantSwitch mutants, int mutant, List<TestCase> tests, SortedDictionary<int, TestCase> killers, Watchdog watchdog)
        {
            HashSet<TestCase> reaching = [.. tests];
            TestCase[] first = [.. killers.Where(killer => Math.Abs(killer.Key - mutant) <= NeighbourDistance && reaching.Contains(killer.Value))
                .OrderBy(killer => Math.Abs(killer.Key - mutant)).Select(static killer => killer.Value).Distinct()];
            mutants.Active = mutant;
            try
            {
                foreach (TestCase test in first.Concat(tests.Except(first)))
                {
                    watchdog.Begin(test.Milliseconds);
                    bool hasFailed = HasFailed(test);
                    watchdog.End();
                    if (hasFailed)
                    {
                        killers[mutant] = test;
                        return $"Killed {test.Name}";
                    }
                }

                return tests.Count == 0 ? "NoCoverage" : "Survived";
            }
            finally
            {
                mutants.Active = MutantSwitch.None;
            }
        }

        private static bool HasFailed(TestCase test)
        {
            try
            {
                test.Run();
                return false;
            }
            catch (Exception)
            {
                return true;
            }
        }

        // Tests that the file has are not measured again, so that a test written for a survivor costs nothing but its own run.
        private static void Measure(MutantSwitch mutants, TestCase[] tests, string path)
        {
            HashSet<string> known = File.Exists(path) ? [.. File.ReadLines(path).Select(static line => line.Split('\t')[0])] : [];
            mutants.ConsumeReached();
            using StreamWriter file = new(path, append: true) { AutoFlush = true };
            foreach (TestCase test in tests.Where(test => !known.Contains(test.Name)))
            {
                TimeSpan start = Environment.CpuUsage.TotalTime;
                bool hasFailed = HasFailed(test);
                long milliseconds = (long)(Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
                int[] reached = mutants.ConsumeReached();
                if (hasFailed)
                {
                    Console.Error.WriteLine($"{test.Name} fails without a mutant and is left out");
                }

                file.WriteLine(string.Join('\t', test.Name, milliseconds, hasFailed ? "" : string.Join(' ', reached)));
            }
        }

        // The quick tests of a mutant first.
        private static Dictionary<int, List<TestCase>> Read(string path, TestCase[] tests)
        {
            Dictionary<string, TestCase> byName = tests.ToDictionary(static test => test.Name);
            Dictionary<int, List<TestCase>> reaching = [];
            foreach (string[] parts in File.ReadLines(path).Select(static line => line.Split('\t'))
                .OrderBy(static parts => int.Parse(parts[1], CultureInfo.InvariantCulture)))
            {
                int milliseconds = int.Parse(parts[1], CultureInfo.InvariantCulture);
                if (!byName.ContainsKey(parts[0]))
                {
                    continue;
                }

                if (milliseconds > LongestMilliseconds)
                {
                    Console.Error.WriteLine($"{parts[0]} takes {milliseconds} ms and is left out");
                    continue;
                }

                TestCase test = byName[parts[0]] with { Milliseconds = milliseconds };
                foreach (string number in parts[2].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    int mutant = int.Parse(number, CultureInfo.InvariantCulture);
                    if (!reaching.TryGetValue(mutant, out List<TestCase>? list))
                    {
                        reaching[mutant] = list = [];
                    }

                    list.Add(test);
                }
            }

            return reaching;
        }
    }
}
