using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using BatterySim.Host.Files;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>The results as pages that open without a network.</summary>
    /// <remarks>
    /// <c>index.html</c>, and below <c>cases</c> a page and the trace of each case.
    /// The same results give the same bytes, but for the section "Date and times" of the first page.
    /// </remarks>
    public static class HtmlReport
    {
        /// <summary>Name of the first page.</summary>
        public const string IndexName = "index.html";

        /// <summary>Name of the folder with what belongs to single cases.</summary>
        public const string CasesName = "cases";

        /// <summary>What a case's files end with: page, trace and registers.</summary>
        public static IReadOnlyList<string> CaseEndings { get; } = [".html", ".log", ".registers.csv"];


        /// <summary>Makes the folders, and takes away the pages and traces of an earlier report, if there was one.</summary>
        /// <exception cref="IOException">The folder cannot be written.</exception>
        /// <exception cref="UnauthorizedAccessException">The folder must not be written.</exception>
        public static void Prepare(string folder)
        {
            string index = Path.Combine(folder, IndexName);
            string cases = Path.Combine(folder, CasesName);
            bool isOurs = File.Exists(index) && File.ReadAllText(index).Contains(HtmlPage.Generator, StringComparison.Ordinal);
            if (File.Exists(index) && !isOurs)
            {
                throw new IOException($"its {IndexName} is not a report of BatterySim and would be lost");
            }

            Directory.CreateDirectory(cases);
            WholeFile.Probe(index);
            WholeFile.Probe(Path.Combine(cases, IndexName));

            // What is not ours stays: only a folder whose first page we wrote is swept.
            if (isOurs)
            {
                foreach (string old in Directory.EnumerateFiles(cases).Where(IsOfCase).ToArray())
                {
                    File.Delete(old);
                }

                File.Delete(index);
            }
        }

        /// <summary>The style of a page as a source of a Content-Security-Policy, for a place that shows a page in a frame.</summary>
        public static string StyleSource { get; } =
            $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(ReportStyle.Sheet)))}'";

        /// <summary>The page of one case, alone and without a trace.</summary>
        public static string PageOf(RunInfo info, ScenarioResult result) => CasePage.Make(info, result, null);

        /// <summary>Writes every page.</summary>
        /// <param name="folder">The folder, made ready by <see cref="Prepare"/>.</param>
        /// <param name="info">What there is to say of the run.</param>
        /// <param name="cases">The cases in the order of the report, each with the name of its files, without ending.</param>
        public static void Write(string folder, RunInfo info, IReadOnlyList<(ScenarioResult Result, string FileName)> cases)
        {
            string below = Path.Combine(folder, CasesName);
            foreach ((ScenarioResult result, string name) in cases)
            {
                string page = CasePage.Make(info, result, AddressOf(result.TracePath, below));
                WriteText(Path.Combine(below, name + ".html"), page);
            }

            // Last, so that who finds the first page finds all of them.
            WriteText(Path.Combine(folder, IndexName), IndexPage.Make(info, [.. cases.Select(static one => (one.Result, $"{CasesName}/{one.FileName}.html"))]));
        }

        private static bool IsOfCase(string path) => CaseEndings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal));

        private static void WriteText(string path, string text)
        {
            WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        }

        // Seen from the folder of the pages, so that the report can be moved with everything in it.
        private static string? AddressOf(string? path, string from)
        {
            if (path is null)
            {
                return null;
            }

            string relative = Path.GetRelativePath(Path.GetFullPath(from), Path.GetFullPath(path)).Replace('\\', '/');
            return string.Join('/', relative.Split('/').Select(Uri.EscapeDataString));
        }
    }
}
