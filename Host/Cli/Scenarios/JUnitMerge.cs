using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using BatterySim.Host.Files;

namespace BatterySim.Host.Cli.Scenarios
{
    /// <summary>Joins JUnit files of parts of a run into one, and judges them together.</summary>
    internal static class JUnitMerge
    {
        private static readonly string[] Counted = ["tests", "failures", "errors"];

        /// <summary>Joins the files.</summary>
        /// <returns>0 if every case passed or was observed in part, 1 if one failed, 2 if one could not be run.</returns>
        public static int Run(IReadOnlyList<string> paths, string? junit, CliHost host)
        {
            CheckFiles(paths, junit);
            XElement[] documents = [.. paths.Select(Read)];
            XElement[] suites = [.. documents.SelectMany(static document => document.Elements("testsuite"))
                .GroupBy(static suite => (string?)suite.Attribute("name") ?? "").OrderBy(static group => group.Key, StringComparer.Ordinal)
                .Select(static group => Join([.. group]))];
            CheckTwice(suites);
            XElement all = new("testsuites", new XAttribute("name", "BatterySim scenarios"), Counted.Select(name => Sum(name, suites)), Seconds(documents), suites);
            if (junit is not null)
            {
                Write(junit, all);
                host.Output.WriteLine($"JUnit in {junit}");
            }

            return Judge(all, paths.Count, host);
        }

        private static int Judge(XElement all, int count, CliHost host)
        {
            XElement[] cases = [.. all.Descendants("testcase")];
            int failed = cases.Count(static one => one.Element("failure") is not null);
            int broken = cases.Count(static one => one.Element("error") is not null);
            int partly = cases.Count(static one => one.Element("skipped") is not null);
            foreach (XElement one in cases.Where(static one => one.Element("failure") is not null || one.Element("error") is not null))
            {
                XElement why = one.Element("failure") ?? one.Element("error")!;
                host.Output.WriteLine($"{(string?)why.Attribute("type")}: {(string?)one.Attribute("name")}: {(string?)why.Attribute("message")}");
            }

            host.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{cases.Length} {(cases.Length == 1 ? "case" : "cases")} of {count} {(count == 1 ? "file" : "files")}: {failed} failed, {broken} could not run, {partly} observed in part, {cases.Length - failed - broken - partly} passed"));
            return failed > 0 ? ExitCodes.Failure : broken > 0 ? ExitCodes.CouldNotRun : ExitCodes.Success;
        }

        private static XElement Join(XElement[] parts)
        {
            XElement joined = new(parts[0]);
            joined.Elements("testcase").Remove();
            foreach (XElement one in parts.SelectMany(static part => part.Elements("testcase")))
            {
                joined.Add(new XElement(one));
            }

            foreach (string name in (string[])[.. Counted, "skipped"])
            {
                joined.SetAttributeValue(name, Number(name, parts));
            }

            joined.SetAttributeValue("time", Seconds(parts).Value);
            return joined;
        }

        // The same part given twice would hide a part that is missing.
        private static void CheckTwice(XElement[] suites)
        {
            foreach (XElement suite in suites)
            {
                string? twice = suite.Elements("testcase").GroupBy(static one => (string?)one.Attribute("name"))
                    .FirstOrDefault(static group => group.Count() > 1)?.Key;
                if (twice is not null)
                {
                    throw CliException.Usage($"the case '{twice}' of {(string?)suite.Attribute("name")} is in two of the files; give each part once.");
                }
            }
        }

        private static void CheckFiles(IReadOnlyList<string> paths, string? junit)
        {
            if (junit is { Length: 0 })
            {
                throw CliException.Usage("--junit needs the name of a file.");
            }

            if (junit is not null && FileClash.Find(paths.Select(static path => ($"the part {path}", path)), [("--junit", junit)]) is string clash)
            {
                throw CliException.Usage($"{clash}.");
            }
        }

        private static XElement Read(string path)
        {
            try
            {
                XElement root = XDocument.Load(path).Root!;
                return root.Name.LocalName == "testsuites"
                    ? root
                    : throw CliException.Usage($"'{path}' is not a JUnit file of 'scenario run --junit': its root is {root.Name.LocalName}.");
            }
            catch (XmlException problem)
            {
                throw CliException.Usage($"'{path}' is not valid XML: {problem.Message.TrimEnd('.')}.");
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                throw CliException.Usage($"'{path}' cannot be read: {FileProblem.Reason(problem)}; name a file that 'scenario run --junit' wrote.");
            }
        }

        private static void Write(string path, XElement all)
        {
            try
            {
                WholeFile.Write(path, stream => new XDocument(all).Save(stream));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                throw CliException.Failure($"--junit '{path}' cannot be written: {FileProblem.Reason(problem)}; make room or name another place.");
            }
        }

        private static XAttribute Sum(string name, XElement[] elements) => new(name, Number(name, elements));

        private static int Number(string name, XElement[] elements) =>
            (int)elements.Sum(element => ValueOf(element, name));

        private static XAttribute Seconds(XElement[] elements) =>
            new("time", elements.Sum(static element => ValueOf(element, "time")).ToString("0.000", CultureInfo.InvariantCulture));

        private static decimal ValueOf(XElement element, string name) =>
            decimal.TryParse((string?)element.Attribute(name), NumberStyles.Number, CultureInfo.InvariantCulture, out decimal value) ? value : 0;
    }
}
