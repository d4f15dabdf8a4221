using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;

namespace BatterySim.Host.Verification.Mutation
{
    /// <summary>Puts every deliberate fault into the core, one at a time, and lets the scenario library look for it.</summary>
    public sealed class MutationRun
    {
        private const string CoreFile = "BatterySim.Bms.dll";

        private readonly string _root;
        private readonly TextWriter _progress;

        /// <summary>Makes a run.</summary>
        /// <param name="root">Folder of the repository.</param>
        /// <param name="progress">Told what is being done.</param>
        public MutationRun(string root, TextWriter progress)
        {
            _root = root;
            _progress = progress;
        }

        /// <summary>Runs it.</summary>
        /// <param name="program">Folder with the built command-line program; it is copied, not changed.</param>
        /// <param name="names">Faults to look at; empty for all.</param>
        /// <param name="output">Where the page goes.</param>
        /// <returns>0 if everything was caught, 1 if something was not.</returns>
        /// <exception cref="InvalidOperationException">The sound core fails already, or a fault cannot be put in.</exception>
        public int Run(string program, IReadOnlyCollection<string> names, TextWriter output)
        {
            Version version = AssemblyName.GetAssemblyName(Path.Combine(program, CoreFile)).Version ?? new Version();
            CoreCompiler compiler = new(_root, version);
            Mutant[] mutants = [.. Mutants.All.Where(mutant => names.Count == 0 || names.Contains(mutant.Name))];
            string[] faults = [.. mutants.Select(compiler.FindProblem).OfType<string>()];
            if (mutants.Length == 0 || faults.Length > 0)
            {
                throw new InvalidOperationException(faults.Length > 0 ? string.Join('\n', faults) : "there is no fault of that name.");
            }

            DirectoryInfo folder = Directory.CreateTempSubdirectory("batterysim-mutation-");
            try
            {
                Copy(program, folder.FullName);
                LibraryRun library = new(folder.FullName, Path.Combine(_root, "Scenarios"));
                string core = Path.Combine(folder.FullName, CoreFile);
                compiler.Write(null, core);
                if (library.FindFailures() is not { Count: 0 } sound)
                {
                    throw new InvalidOperationException("the library fails with the sound core already; mend that first.");
                }

                List<MutationResult> results = [];
                foreach (Mutant mutant in mutants)
                {
                    compiler.Write(mutant, core);
                    MutationResult result = new(mutant, library.FindFailures());
                    results.Add(result);
                    _progress.WriteLine($"{results.Count,3}/{mutants.Length} {mutant.Name}: {Outcome(result)}");
                }

                MutationReport.Write(results, CountCases(folder.FullName), _root, output);
                return results.All(result => result.IsCaught) ? 0 : 1;
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        private static string Outcome(MutationResult result)
        {
            return !result.IsCaught ? "NOT CAUGHT" : result.Failures is null ? "did not end" : $"caught by {result.Failures.Count}";
        }

        private static int CountCases(string folder)
        {
            return XDocument.Load(Path.Combine(folder, LibraryRun.ReportFile)).Descendants("testcase").Count();
        }

        private static void Copy(string from, string to)
        {
            foreach (string path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                string target = Path.Combine(to, Path.GetRelativePath(from, path));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(path, target);
            }
        }
    }
}
