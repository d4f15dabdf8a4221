using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using BatterySim.Host.Inverter;
using BatterySim.Host.Scenarios.Certification;
using BatterySim.Host.Tests.Snapshots;
using BatterySim.Host.Tests.Tidy;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios.Certification
{
    /// <summary>Certification finds the quirks that it does not know of, all of them and nothing else.</summary>
    public class CertifySelfTests
    {
        private const int TripleCount = 24;
        private const string Mark = "<!-- Printed by the self-test of certification. -->";

        // The table and the theory ask for the same records.
        private static readonly ConcurrentDictionary<string, CertificationRecord> Known = new(StringComparer.Ordinal);

        // A quirk each, or two where one shows only with the other.
        private static readonly string[] Singles =
        [
            "strict-eight-bytes=on", "voltage-scale=decivolt", "current-sign=discharge", "force-charge-bit=4", "force-charge-bit=5",
            "watches-every-frame=on", "counts-from-power-up=off", "early-fault-stays=on", "zero-ccl-ignored=on", "zero-dcl-ignored=on",
            "ccl-overshoot=17 %", "exports-above-cvl=off", "export-margin=500 mV", "impossible-cvl-keeps-limits=off", "cvl-min=43 V",
            "warns-of-impossible=off", "voltage-min=35 V", "voltage-max=65 V", "warning-delay=12 s", "faults-on-zero-ccl=on", "fault-dcl=150 A",
            "full-charge-power=500 W", "own-soc=on", "own-voltages-count=off", "answers=off", "answer-delay=80 ms", "poll-period=3 s",
            "late-replies=on", "late-replies=on;late-time=7000 ms", "late-replies=on;midnight-late-time=9000 ms", "mandatory-frames=351 355 356 359",
        ];

        // The left one takes away what the right one shows itself by.
        private static readonly (string Hiding, string Hidden)[] Hides =
        [
            ("answers", "answer-delay"), ("answers", "late-replies"), ("warns-of-impossible", "voltage-min"), ("warns-of-impossible", "voltage-max"),
            ("warns-of-impossible", "warning-delay"), ("exports-above-cvl", "export-margin"), ("counts-from-power-up", "early-fault-stays"),
            ("faults-on-zero-ccl", "zero-ccl-ignored"),
        ];

        public static TheoryData<string> Sets => [.. Singles, .. Triples()];

        [Fact]
        public void Certify_TheStandardInverter_RaisesNoFalseAlarm()
        {
            CertificationRecord record = Certify("");

            Assert.Empty(Differing(record));
            Assert.Equal("12K", record.Model);
            Assert.Equal("on", record.Find("bms-err-stop")!.Value);
            Assert.Equal("9 s", record.Find("silence-tolerated")!.Value);
            Assert.Equal("on", record.Find("shutdown-obeyed")!.Value);
            Assert.Equal("on", record.Find("charge-enable-obeyed")!.Value);
            Assert.Equal("on", record.Find("discharge-enable-obeyed")!.Value);
        }

        [Theory]
        [MemberData(nameof(Sets))]
        public void Certify_HiddenQuirks_NamesExactlyThose(string quirks)
        {
            Assert.Equal(Expected(quirks), Differing(Certify(quirks)));
        }

        [Fact]
        public void Document_TheTableOfQuirks_IsThatOfTheSelfTest()
        {
            PrintedPage.Check("certification.md", Mark, Table());
        }

        [Fact]
        public void Document_TheSchema_IsThatOfTheRecord()
        {
            string published = File.ReadAllText(Path.Combine(SourceFile.Root, "docs", "certification.schema.json"));

            Assert.True(
                published == CertificationJson.Schema(),
                "docs/certification.schema.json differs; replace it with what 'batterysim certify schema' prints");
        }

        [Fact]
        public void Record_EveryProperty_HasAValueOrAReason()
        {
            CertificationRecord record = Certify("");

            Assert.Equal(Certifier.ProbeNames, record.Probes.Select(static probe => probe.Name));
            Assert.All(record.AllProperties(), static one => Assert.True(one.Value.Length > 0 && one.Evidence.Length > 0, one.Name));
            Assert.All(record.Probes, static probe => Assert.True(probe.Samples.Count > 1 && probe.Events.Count > 3, probe.Name));
            Assert.All(record.Probes, static probe => Assert.Equal(probe.Samples.OrderBy(static one => one.Milliseconds), probe.Samples));
            Assert.Equal(2 * record.Probes.Count, CertificationPage.Write(record).Split("<polyline").Length - 1);
        }

        [Fact]
        public void Record_AValueWithinItsSpread_DoesNotDiffer()
        {
            CertifiedProperty delay = new("warning-delay", "6 s", "5 s", "±1.2 s", "derived", "W31", 0, 0);

            Assert.False(delay.Differs);
            Assert.True((delay with { Spread = "±0.5 s" }).Differs);
            Assert.True((delay with { Spread = "±1200 ms" }).Differs);
            Assert.False(CertifiedProperty.AreSame("5 s", "", "5 A", ""));
            Assert.True(CertifiedProperty.AreSame("100 ms", "±60 ms", "200 ms", "±50 ms"));
        }

        [Fact]
        public void Compare_ARecordWithSettings_MakesATwinThatHasThem()
        {
            CertificationRecord record = Certifier.RunVirtual(
                static () => new InverterSettings { ChargeLimitMilliamps = 77_000, ShutdownPermille = 300, RestartPermille = 400 },
                new CertificationOrder { Probes = ["zero-dcl"] });

            InverterSettings twin = QuirkText.CreateSettings(record);

            Assert.Contains("  max-a-charge: 77 A\n", QuirkText.SetupOf(record), StringComparison.Ordinal);
            Assert.Equal((77_000, 300, 400), (twin.ChargeLimitMilliamps, twin.ShutdownPermille, twin.RestartPermille));
            Assert.Null(twin.FindProblem());
        }

        [Fact]
        public void Record_WrittenAndRead_IsTheSame()
        {
            CertificationRecord record = Certify("export-margin=500 mV", "cvl-below", "zero-dcl");
            CertificationRecord read = CertificationJson.Read(CertificationJson.Write(record), out string error)!;

            Assert.Equal("", error);
            Assert.Empty(CertificationDiff.Of(record, read));
            Assert.Equal(record.Probes.Select(probe => probe.Samples.Count), read.Probes.Select(probe => probe.Samples.Count));
            Assert.Contains("    export-margin: 500 mV\n", QuirkText.SetupOf(read), StringComparison.Ordinal);
            Assert.Contains("<polyline", CertificationPage.Write(read), StringComparison.Ordinal);
            Assert.Null(CertificationJson.Read("{\"schema\": 2}", out error));
            Assert.NotEqual("", error);
        }

        [Fact]
        public void Diff_OfTwoFirmwares_NamesWhatChanged()
        {
            CertificationRecord before = Certify("", "cvl-below");
            CertificationRecord after = Certify("export-margin=500 mV", "cvl-below");

            Assert.Equal(["export-margin: 200 mV -> 500 mV"], CertificationDiff.Of(before, after));
        }

        [Fact]
        public void Certify_Resumed_RunsOnlyWhatIsMissing()
        {
            CertificationRecord first = Certify("", "zero-dcl");
            var told = new List<string>();
            CertificationRecord both = Certifier.RunVirtual(
                static () => new InverterSettings(),
                new CertificationOrder { Probes = ["zero-dcl", "enables"], Earlier = first, End = (result, _) => told.Add(result.Name) });

            Assert.Equal(["enables"], told);
            Assert.Equal(["zero-dcl", "enables"], both.Probes.Select(static probe => probe.Name));
        }

        private static CertificationRecord Certify(string quirks, params string[] probes) =>
            Known.GetOrAdd($"{quirks}/{string.Join(',', probes)}", _ => Run(quirks, probes));

        private static CertificationRecord Run(string quirks, string[] probes) => Certifier.RunVirtual(
            () =>
            {
                var settings = new InverterSettings();
                foreach ((string name, string value) in Pairs(quirks))
                {
                    Assert.Null(QuirkText.Set(settings, name, value));
                }

                return settings;
            },
            new CertificationOrder { Probes = probes });

        private static IEnumerable<(string Name, string Value)> Pairs(string quirks) =>
            quirks.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => (pair.Split('=')[0], pair.Split('=')[1]));

        private static string[] Expected(string quirks) => [.. Pairs(quirks).Select(pair => $"{pair.Name}={pair.Value}").Order(StringComparer.Ordinal)];

        private static string[] Differing(CertificationRecord record) =>
            [.. record.AllProperties().Where(property => property.Differs).Select(property => $"{property.Name}={property.Value}").Order(StringComparer.Ordinal)];

        private static List<string> Triples()
        {
            var random = new Random(13);
            var sets = new List<string>();
            while (sets.Count < TripleCount)
            {
                string[] drawn = [.. Enumerable.Range(0, 3).Select(_ => Singles[random.Next(Singles.Length)])];
                string set = string.Join(';', drawn);
                string[] names = [.. Pairs(set).Select(pair => pair.Name)];
                bool isHidden = Hides.Any(pair => names.Contains(pair.Hiding) && names.Contains(pair.Hidden));
                if (names.Distinct().Count() == names.Length && !isHidden)
                {
                    sets.Add(set);
                }
            }

            return sets;
        }

        private static string Table()
        {
            var text = new StringBuilder("\n| hidden quirks | found | missed | false alarms |\n| --- | --- | --- | --- |\n");
            int hits = 0;
            int misses = 0;
            int alarms = 0;
            string[] sets = ["", .. Singles, .. Triples()];
            foreach (string quirks in sets)
            {
                string[] expected = Expected(quirks);
                string[] found = Differing(Certify(quirks));
                int hit = found.Intersect(expected).Count();
                hits += hit;
                misses += expected.Length - hit;
                alarms += found.Length - hit;
                string name = quirks.Length == 0 ? "none (the standard inverter)" : quirks.Replace(";", ", ", StringComparison.Ordinal);
                text.Append(CultureInfo.InvariantCulture, $"| {name} | {hit} of {expected.Length} | {expected.Length - hit} | {found.Length - hit} |\n");
            }

            return text.Append(CultureInfo.InvariantCulture, $"| all | {hits} of {hits + misses} | {misses} | {alarms} |\n").ToString();
        }
    }
}
