using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using BatterySim.Host.Scenarios.Reports;
using BatterySim.Host.Scenarios.Results;
using BatterySim.Host.Tests.Cli;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios.Reports
{
    public class HtmlReportTests
    {
        [Fact]
        public void Index_OneOfEachVerdict_CountsAndLinksThemAll()
        {
            using TemporaryFolder folder = new();
            XElement index = Parse(Write(folder, SampleResults.Info, SampleResults.All));

            Assert.Contains("1 failed, 1 could not run, 1 partly observed, 1 passed", index.Descendants("h1").Single().Value, StringComparison.Ordinal);
            string[] links = [.. index.Descendants("a").Select(static link => link.Attribute("href")!.Value)];
            Assert.Equal(SampleResults.All.Count, links.Length);
            Assert.All(links, link => Assert.True(File.Exists(folder.File(link))));
        }

        [Fact]
        public void Index_ForAMatrix_NamesModelFirmwareVersionStandSeedAndSettings()
        {
            using TemporaryFolder folder = new();
            string text = Parse(Write(folder, SampleResults.Info, SampleResults.All)).Value;

            string[] expected = ["12K", "MCU 6.9.8", "9.8.7", "virtual", "bank.profile", "sok-sk48v100", "inverter.load", "2 kW", "2026-11-21 12:34:56 +01:00"];
            Assert.All(expected, part => Assert.Contains(part, text, StringComparison.Ordinal));
        }

        [Fact]
        public void Case_Failed_TellsExpectedSeenWhenLineAndFrames()
        {
            using TemporaryFolder folder = new();
            Write(folder, SampleResults.Info, [SampleResults.Failed]);
            XElement page = Parse(File.ReadAllText(folder.File("cases/0.html")));

            XElement row = page.Descendants("tr").Single(static one => one.Attribute("class")?.Value == "failed");
            Assert.Equal(
                ["\u2717 failed", "inverter.fault is F58 within 11 s", "none", "10.000 s", "21.000 s", "17"],
                row.Elements("td").Select(static cell => cell.Value.Trim().ReplaceLineEndings("")));
            Assert.Equal("(20.501) 0x351 CVL 56.0 V", page.Descendants("pre").Single().Value);
            Assert.Contains(page.Descendants("td"), static cell => cell.Value == "OUTP OFF");
            Assert.Contains(page.Descendants("th"), static cell => cell.Value.Trim() == "0x18FF50E5");
        }

        [Fact]
        public void Trace_BesideThePage_IsLinkedByAnAddressThatCanBeMovedAlong()
        {
            using TemporaryFolder folder = new();
            ScenarioResult result = new()
            {
                Path = "a.yaml",
                Name = "a",
                Verdict = Verdict.Passed,
                TracePath = folder.File("cases/a #1.log"),
            };
            Write(folder, SampleResults.Info, [result]);

            XElement page = Parse(File.ReadAllText(folder.File("cases/0.html")));
            Assert.Contains(page.Descendants("a"), static link => link.Attribute("href")!.Value == "a%20%231.log");
        }

        [Fact]
        public void Pages_OfTheSameResults_DifferInDateAndTimesOnly()
        {
            using TemporaryFolder first = new();
            using TemporaryFolder second = new();
            RunInfo later = new() { ProductVersion = "9.8.7", Date = DateTimeOffset.UnixEpoch, Elapsed = TimeSpan.FromHours(1) };

            string one = Write(first, SampleResults.Info, SampleResults.All);
            string other = Write(second, later, SampleResults.All);

            Assert.NotEqual(one, other);
            Assert.Equal(WithoutTimes(one), WithoutTimes(other));
            foreach (string name in Enumerable.Range(0, SampleResults.All.Count).Select(static number => $"cases/{number}.html"))
            {
                Assert.Equal(File.ReadAllBytes(first.File(name)), File.ReadAllBytes(second.File(name)));
            }
        }

        [Fact]
        public void Pages_OpenedWithoutANetwork_AskForNothing()
        {
            using TemporaryFolder folder = new();
            string[] pages = [Write(folder, SampleResults.Info, SampleResults.All), File.ReadAllText(folder.File("cases/2.html"))];

            Assert.All(pages, static page =>
            {
                XElement root = Parse(page);
                string[] fetching = ["link", "img", "iframe", "object", "embed", "image", "use"];
                Assert.DoesNotContain(root.Descendants(), element => fetching.Contains(element.Name.LocalName));
                Assert.DoesNotMatch("url\\(|@import|@font-face", page);
                Assert.All(root.Descendants("script"), static script => Assert.Empty(script.Attributes()));
                Assert.All(root.Descendants("script"), static script => Assert.DoesNotMatch("fetch|import|XMLHttp|http", script.Value));
                Assert.DoesNotContain(root.Descendants("a"), static link => link.Attribute("href")!.Value.Contains(':', StringComparison.Ordinal));
            });
        }

        [Fact]
        public void Text_OfAnyKind_StaysTextInEveryPage()
        {
            using TemporaryFolder folder = new();
            int scripts = 0;
            Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(static text => text is not null), text =>
            {
                string nasty = $"<script>alert('{text}')</script>\"{text}&";
                ScenarioResult result = SampleResults.Of(Verdict.Failed, nasty, nasty, nasty, nasty);
                XElement index = Parse(Write(folder, SampleResults.Info, [result]));
                XElement page = Parse(File.ReadAllText(folder.File("cases/0.html")));
                scripts += index.Descendants("script").Count() - 1 + page.Descendants("script").Count();
            }).QuickCheckThrowOnFailure();
            Assert.Equal(0, scripts);
        }

        [Fact]
        public void Prepare_OnAnEarlierReport_TakesAwayItsPagesAndNothingElse()
        {
            using TemporaryFolder folder = new();
            Write(folder, SampleResults.Info, SampleResults.All);
            File.WriteAllText(folder.File("notes.txt"), "mine");
            File.WriteAllText(folder.File("cases/notes.txt"), "mine");

            HtmlReport.Prepare(folder.File("."));

            Assert.False(File.Exists(folder.File("index.html")));
            Assert.Equal([folder.File("cases/notes.txt")], Directory.GetFiles(folder.File("cases")));
            Assert.True(File.Exists(folder.File("notes.txt")));
        }

        [Fact]
        public void Prepare_OnAFolderOfSomebodyElse_TakesNothingAway()
        {
            using TemporaryFolder folder = new();
            Directory.CreateDirectory(folder.File("cases"));
            File.WriteAllText(folder.File("index.html"), "<p>my page</p>");
            File.WriteAllText(folder.File("cases/mine.log"), "mine");

            Assert.Throws<IOException>(() => HtmlReport.Prepare(folder.File(".")));

            Assert.Equal("<p>my page</p>", File.ReadAllText(folder.File("index.html")));
            Assert.True(File.Exists(folder.File("cases/mine.log")));
        }

        // Written as XML too, every page can be read back by a parser that forgives nothing.
        internal static XElement Parse(string page)
        {
            using XmlReader reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
            XElement root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;

            // The picture has a namespace of its own, which the queries here do not care for.
            foreach (XElement element in root.DescendantsAndSelf())
            {
                element.Name = element.Name.LocalName;
            }

            return root;
        }

        private static string Write(TemporaryFolder folder, RunInfo info, IReadOnlyList<ScenarioResult> results)
        {
            Directory.CreateDirectory(folder.File("cases"));
            HtmlReport.Write(folder.File("."), info, [.. results.Select(static (result, number) => (result, $"{number}"))]);
            return File.ReadAllText(folder.File("index.html"));
        }

        private static string WithoutTimes(string page)
        {
            return Regex.Replace(page, "<section id=\"times\">.*?</section>", "", RegexOptions.Singleline);
        }
    }
}
