using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using BatterySim.Host.Scenarios.Reports;
using BatterySim.Host.Scenarios.Results;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios.Reports
{
    public class JUnitReportTests
    {
        [Fact]
        public void Counts_OneOfEachVerdict_AreThoseOfTheResults()
        {
            XElement suites = Read(SampleResults.All);

            Assert.Equal((4, 1, 1), ((int)suites.Attribute("tests")!, (int)suites.Attribute("failures")!, (int)suites.Attribute("errors")!));
            Assert.Equal(1, suites.Descendants("testsuite").Sum(static suite => (int)suite.Attribute("skipped")!));
        }

        [Theory]
        [InlineData("edge/silence.yaml", null, null)]
        [InlineData("edge/bench.yaml", "skipped", "no bus shows it")]
        [InlineData("edge/left-out.yaml", "failure", "line 17: expected inverter.fault is F58 within 11 s; seen: none")]
        [InlineData("edge/broken.yaml", "error", "edge/broken.yaml:3:5: there is no key 'bnak'; did you mean bank?")]
        public void Case_OfAVerdict_HasItsElementWithTheReason(string suite, string? element, string? reason)
        {
            XElement testcase = SuiteOf(Read(SampleResults.All), suite).Element("testcase")!;

            string[] verdicts = ["failure", "error", "skipped"];
            XElement? found = testcase.Elements().SingleOrDefault(child => verdicts.Contains(child.Name.LocalName));
            Assert.Equal(element, found?.Name.LocalName);
            Assert.Contains(reason ?? "", found?.Attribute("message")!.Value ?? "", StringComparison.Ordinal);
        }

        [Fact]
        public void Case_Failed_ShowsTheFramesAroundInItsOutput()
        {
            XElement testcase = SuiteOf(Read(SampleResults.All), "edge/left-out.yaml").Element("testcase")!;

            Assert.Contains("(20.501) 0x351 CVL 56.0 V", testcase.Element("system-out")!.Value, StringComparison.Ordinal);
            Assert.Equal("A frame is left out [id=351]", testcase.Attribute("name")!.Value);
            Assert.Equal("edge.left-out", testcase.Attribute("classname")!.Value);
            Assert.Equal("0.012", testcase.Attribute("time")!.Value);
        }

        [Fact]
        public void Suite_OfAFile_CarriesWhatAFirmwareMatrixNeeds()
        {
            Dictionary<string, string> properties = PropertiesOf(SuiteOf(Read(SampleResults.All), "edge/silence.yaml"));

            Assert.Equal("9.8.7", properties["batterysim.version"]);
            Assert.Equal("12K", properties["inverter.model"]);
            Assert.Equal("MCU 6.9.8", properties["inverter.firmware"]);
            Assert.Equal("virtual", properties["stand"]);
            Assert.Equal("7", properties["seed"]);
            Assert.Equal("sok-sk48v100", properties["bank.profile"]);
        }

        [Fact]
        public void Suite_OfCasesThatDiffer_TellsTheDifferenceOfEach()
        {
            ScenarioResult other = new()
            {
                Path = SampleResults.Failed.Path,
                Name = "A frame is left out",
                Case = "id=355",
                Verdict = Verdict.Passed,
                InverterModel = "15K",
                InverterFirmware = "MCU 6.9.8",
                Seed = 7,
            };
            XElement suites = Read([SampleResults.Failed, other]);

            Dictionary<string, string> properties = PropertiesOf(suites.Elements("testsuite").Single());
            Assert.Equal("12K", properties["inverter.model [id=351]"]);
            Assert.Equal("15K", properties["inverter.model [id=355]"]);
            Assert.Equal("7", properties["seed"]);
        }

        [Fact]
        public void Timestamp_OfARunFarEast_IsInUtc()
        {
            Assert.All(Read(SampleResults.All).Elements("testsuite"), static suite =>
                Assert.Equal("2026-11-21T11:34:56", suite.Attribute("timestamp")!.Value));
        }

        [Fact]
        public void Text_OfAnyKind_GivesADocumentThatParsesAndKeepsWhatXmlCanCarry()
        {
            Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(static text => text is not null), static text =>
            {
                ScenarioResult result = SampleResults.Of(Verdict.Failed, text + ".yaml", text, text, text);
                XElement suites = Read([result]);
                return suites.Descendants("testcase").Count() == 1 && suites.Descendants("failure").Count() == 1;
            }).QuickCheckThrowOnFailure();
        }

        [Theory]
        [InlineData("a\u0000b\u001Bc", "a\u2400b\u241Bc")]
        [InlineData("\uD83D\uDD0B <&>\"'", "\uD83D\uDD0B <&>\"'")]
        [InlineData("\uFFFE\uFFFF", "\uFFFD\uFFFD")]
        public void Text_ThatXmlCannotCarry_IsShownAsWhatCanBeSeen(string given, string shown)
        {
            XElement testcase = Read([SampleResults.Of(Verdict.Passed, "a.yaml", given)]).Descendants("testcase").Single();

            Assert.Equal(shown, testcase.Attribute("name")!.Value);
        }

        [Fact]
        public void Text_WithHalfASurrogatePair_ShowsAMarkInItsPlace()
        {
            string given = "half " + (char)0xD83D + " of a pair" + (char)0xDD0B;

            XElement testcase = Read([SampleResults.Of(Verdict.Passed, "a.yaml", given)]).Descendants("testcase").Single();

            Assert.Equal("half \uFFFD of a pair\uFFFD", testcase.Attribute("name")!.Value);
        }

        private static XElement Read(IReadOnlyList<ScenarioResult> results)
        {
            using MemoryStream stream = new();
            JUnitReport.Write(stream, SampleResults.Info, results);
            return XDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).Root!;
        }

        private static XElement SuiteOf(XElement suites, string name)
        {
            return suites.Elements("testsuite").Single(suite => suite.Attribute("name")!.Value == name);
        }

        private static Dictionary<string, string> PropertiesOf(XElement suite)
        {
            return suite.Element("properties")!.Elements().ToDictionary(
                static property => property.Attribute("name")!.Value,
                static property => property.Attribute("value")!.Value);
        }
    }
}
