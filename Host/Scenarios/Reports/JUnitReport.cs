using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>The results as JUnit XML, in the form that Jenkins' schema (junit-10) and its like take.</summary>
    /// <remarks>
    /// A file is a testsuite, a case a testcase. What was not as expected is a failure, what could not run an error, and what could only be seen
    /// in part is skipped with the reason: no CI counts it as passed.
    /// </remarks>
    public static class JUnitReport
    {
        /// <summary>Writes the whole document.</summary>
        /// <param name="output">Where it goes; stays open.</param>
        /// <param name="info">What there is to say of the run.</param>
        /// <param name="results">The cases in the order of the report.</param>
        public static void Write(Stream output, RunInfo info, IReadOnlyList<ScenarioResult> results)
        {
            XmlWriterSettings settings = new()
            {
                Indent = true,
                Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                NewLineChars = "\n",
                NewLineHandling = NewLineHandling.Entitize,
                CloseOutput = false,
            };
            using XmlWriter xml = XmlWriter.Create(output, settings);
            xml.WriteStartDocument();
            xml.WriteStartElement("testsuites");
            Attribute(xml, "name", "BatterySim scenarios");
            Counts(xml, results);
            Attribute(xml, "time", ReportText.Seconds(info.Elapsed));
            foreach (IGrouping<string, ScenarioResult> file in results.GroupBy(CaseTitle.PathOf))
            {
                Suite(xml, info, file.Key, [.. file]);
            }

            xml.WriteEndElement();
            xml.WriteEndDocument();
        }

        private static void Suite(XmlWriter xml, RunInfo info, string path, ScenarioResult[] cases)
        {
            xml.WriteStartElement("testsuite");
            Attribute(xml, "name", path);
            Counts(xml, cases);
            Attribute(xml, "skipped", ReportText.Number(cases.Count(static one => one.Verdict == Verdict.NotObservable)));
            Attribute(xml, "time", ReportText.Seconds(TimeSpan.FromTicks(cases.Sum(static one => one.Elapsed.Ticks))));
            Attribute(xml, "timestamp", info.Date.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
            xml.WriteStartElement("properties");
            foreach ((string name, string value) in SuiteProperties.Of(info, cases))
            {
                xml.WriteStartElement("property");
                Attribute(xml, "name", name);
                Attribute(xml, "value", value);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            foreach (ScenarioResult one in cases)
            {
                Case(xml, path, one);
            }

            xml.WriteEndElement();
        }

        private static void Case(XmlWriter xml, string path, ScenarioResult result)
        {
            xml.WriteStartElement("testcase");
            Attribute(xml, "name", CaseTitle.Of(result));
            Attribute(xml, "classname", ClassName(path));
            Attribute(xml, "time", ReportText.Seconds(result.Elapsed));
            if (result.Verdict != Verdict.Passed)
            {
                xml.WriteStartElement(result.Verdict switch
                {
                    Verdict.Failed => "failure",
                    Verdict.NotObservable => "skipped",
                    _ => "error",
                });
                Attribute(xml, "type", VerdictWords.OfScenario(result.Verdict));
                Attribute(xml, "message", CaseTitle.ReasonOf(result));
                xml.WriteString(ReportText.Clean(PlainCase.Details(result)));
                xml.WriteEndElement();
            }

            xml.WriteElementString("system-out", ReportText.Clean(PlainCase.Full(result)));
            xml.WriteEndElement();
        }

        private static void Counts(XmlWriter xml, IReadOnlyCollection<ScenarioResult> results)
        {
            Attribute(xml, "tests", ReportText.Number(results.Count));
            Attribute(xml, "failures", ReportText.Number(results.Count(static one => one.Verdict == Verdict.Failed)));
            Attribute(xml, "errors", ReportText.Number(results.Count(static one => one.Verdict == Verdict.CouldNotRun)));
        }

        // What shows classes takes the dots for packages: folders are packages, the file is the class.
        private static string ClassName(string path)
        {
            string bare = Path.ChangeExtension(path, null).TrimStart('.', '/');
            return string.Join('.', bare.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(static part => part.Replace('.', '_')));
        }

        private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, ReportText.Clean(value));
    }
}
