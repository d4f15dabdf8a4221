using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Scenarios.Reports;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios.Reports
{
    public class ReportFileNamesTests
    {
        [Theory]
        [InlineData("Scenarios/mistakes/Two masters.yaml", "", "mistakes-two-masters")]
        [InlineData(@"Scenarios\limits\ccl.yaml", "id=351, on", "limits-ccl-id-351-on")]
        [InlineData("../x.yaml", "", "x")]
        [InlineData("nul.yaml", "", "nul_")]
        [InlineData("\u00E9.yaml", "", "scenario")]
        public void Name_OfAPath_IsWhatItSays(string path, string caseName, string expected)
        {
            Assert.Equal(expected, new ReportFileNames().Next(path, caseName));
        }

        [Fact]
        public void Names_OfAnything_AreSafeOnEverySystemAndAllDifferent()
        {
            Prop.ForAll(ArbMap.Default.ArbFor<string[]>().Filter(static texts => texts is not null), static texts =>
            {
                ReportFileNames names = new();
                string[] given =
                [
                    .. texts.Select(static text => text ?? "")
                        .SelectMany(text => new[] { names.Next(text, ""), names.Next(text, text), names.Next("a", text) }),
                ];
                HashSet<string> distinct = new(given, StringComparer.OrdinalIgnoreCase);
                return distinct.Count == given.Length
                    && given.All(static name => name.Length is > 0 and < 120)
                    && given.All(static name => name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'));
            }).QuickCheckThrowOnFailure();
        }
    }
}
