using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace BatterySim.Host.Verification.Mutation
{
    /// <summary>Runs the scenario library with the command-line program in a process of its own, over a core that was exchanged.</summary>
    internal sealed class LibraryRun
    {
        /// <summary>Name of the JUnit file that a run leaves in the folder of the program.</summary>
        public const string ReportFile = "mutation-junit.xml";

        // A fault may make a run endless; the whole library takes seconds.
        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

        private readonly string _program;
        private readonly string _library;
        private readonly string _junit;

        public LibraryRun(string programFolder, string library)
        {
            _program = Path.Combine(programFolder, "batterysim.dll");
            _library = library;
            _junit = Path.Combine(programFolder, ReportFile);
        }

        /// <summary>Names of the scenarios that failed, or null if the run did not end.</summary>
        /// <exception cref="InvalidOperationException">The program could not be run or left no report.</exception>
        public IReadOnlyList<string>? FindFailures()
        {
            File.Delete(_junit);
            ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (string argument in new[] { _program, "scenario", "run", _library, "--junit", _junit })
            {
                start.ArgumentList.Add(argument);
            }

            using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            System.Threading.Tasks.Task<string> errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }

            if (!File.Exists(_junit))
            {
                throw new InvalidOperationException($"the run ended with {process.ExitCode} and left no report: {errors.Result}");
            }

            return [.. XDocument.Load(_junit).Descendants("testcase")
                .Where(test => test.Element("failure") is not null || test.Element("error") is not null)
                .Select(test => (string?)test.Attribute("name") ?? "")];
        }
    }
}
