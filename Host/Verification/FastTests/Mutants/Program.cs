using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace BatterySim.FastTests.Mutants
{
    /// <summary>Tries the mutants that dotnet-stryker made and compiled, without a new test host for each of them.</summary>
    internal static class Program
    {
        // A run that neither ends nor takes processor time; one that does is ended by the worker itself.
        private const int EndlessSeconds = 300;
        private const int Seed = 1;

        /// <summary>Runs it: <c>LOG OUTPUT FOLDER...</c>, as <c>stryker.log mutants.txt Bms/Protocol/</c>, but for what the output has.</summary>
        /// <remarks>Or prints what came of it: <c>score OUTPUT SOURCES</c>.</remarks>
        public static int Main(string[] args)
        {
            if (args is ["worker", string assembly])
            {
                return Worker.Run(assembly);
            }

            if (args is ["score", string results, string sources])
            {
                return Score.Print(results, sources);
            }

            if (args.Length < 3)
            {
                Console.Error.WriteLine("usage: BatterySim.FastTests LOG OUTPUT FOLDER...; mutants.sh calls it");
                return 2;
            }

            MutantEntry[] entries = [.. MutantLog.Read(args[0])
                .Where(entry => args.Skip(2).Any(folder => entry.File.Contains("/" + folder, StringComparison.Ordinal)))];

            // In a drawn order that is the same each time, so that a run that was ended early is a fair sample.
            new Random(Seed).Shuffle(entries);
            string target = args[2].StartsWith("Hardware/", StringComparison.Ordinal) ? "BatterySim.Hardware.dll" : "BatterySim.Bms.dll";
            HashSet<int> compiled = MutantSwitch.Prepare(Path.Combine(AppContext.BaseDirectory, target));
            HashSet<string> known = File.Exists(args[1]) ? [.. File.ReadLines(args[1]).Select(static line => line.Split('\t')[0])] : [];
            using StreamWriter output = new(args[1], append: true) { AutoFlush = true };
            using WorkerProcess worker = new(target, TimeSpan.FromSeconds(EndlessSeconds));
            foreach (MutantEntry entry in entries.Where(entry => !known.Contains(entry.Number.ToString(CultureInfo.InvariantCulture))))
            {
                string outcome = compiled.Contains(entry.Number) ? worker.Try(entry.Number) : "NotTried";
                output.WriteLine(string.Join('\t', entry.Number, outcome, entry.File, entry.Kind, entry.Text));
            }

            return 0;
        }
    }
}
