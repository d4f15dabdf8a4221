using System;
using System.Collections.Generic;
using System.Diagnostics;
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

        private const int LongestMilliseconds = 2000;

        /// <summary>Answers numbers on standard input until it ends.</summary>
        public static int Run(string assembly)
        {
            TextWriter output = Console.Out;
            Console.SetOut(TextWriter.Null);
            MutantSwitch mutants = new(Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, assembly)));
            TestCase[] tests = [.. TestFinder.Find().OrderBy(static test => test.Name, StringComparer.Ordinal)];
            string coverage = Path.Combine(AppContext.BaseDirectory, CoverageFile);
            if (!File.Exists(coverage))
            {
                Measure(mutants, tests, coverage);
            }

            Dictionary<int, List<TestCase>> reaching = Read(coverage, tests);
            output.WriteLine("ready");
            output.Flush();
            for (string? line = Console.In.ReadLine(); line is not null; line = Console.In.ReadLine())
            {
                int mutant = int.Parse(line, CultureInfo.InvariantCulture);
                output.WriteLine(Try(mutants, mutant, reaching.GetValueOrDefault(mutant) ?? []));
                output.Flush();
            }

            return 0;
        }

        private static string Try(MutantSwitch mutants, int mutant, List<TestCase> tests)
        {
            mutants.Active = mutant;
            try
            {
                TestCase? killer = tests.Find(static test => HasFailed(test));
                return killer is not null ? $"Killed {killer.Name}" : tests.Count == 0 ? "NoCoverage" : "Survived";
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

        private static void Measure(MutantSwitch mutants, TestCase[] tests, string path)
        {
            mutants.ConsumeReached();
            using StreamWriter file = new(path + ".new") { AutoFlush = true };
            foreach (TestCase test in tests)
            {
                Stopwatch watch = Stopwatch.StartNew();
                bool hasFailed = HasFailed(test);
                long milliseconds = watch.ElapsedMilliseconds;
                int[] reached = mutants.ConsumeReached();
                if (hasFailed || milliseconds > LongestMilliseconds)
                {
                    Console.Error.WriteLine($"{test.Name} {(hasFailed ? "fails without a mutant" : $"takes {milliseconds} ms")} and is left out");
                    continue;
                }

                file.WriteLine(string.Join('\t', test.Name, milliseconds, string.Join(' ', reached)));
            }

            file.Close();
            File.Move(path + ".new", path, true);
        }

        // The quick tests of a mutant first.
        private static Dictionary<int, List<TestCase>> Read(string path, TestCase[] tests)
        {
            Dictionary<string, TestCase> byName = tests.ToDictionary(static test => test.Name);
            Dictionary<int, List<TestCase>> reaching = [];
            foreach (string[] parts in File.ReadLines(path).Select(static line => line.Split('\t'))
                .OrderBy(static parts => int.Parse(parts[1], CultureInfo.InvariantCulture)))
            {
                foreach (string number in parts[2].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    int mutant = int.Parse(number, CultureInfo.InvariantCulture);
                    if (!reaching.TryGetValue(mutant, out List<TestCase>? list))
                    {
                        reaching[mutant] = list = [];
                    }

                    list.Add(byName[parts[0]]);
                }
            }

            return reaching;
        }
    }
}
