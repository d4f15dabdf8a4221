using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BatterySim.Host.Tests.Tidy;
using BatterySim.Host.Verification.Meter.Proof;
using Xunit;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>The table of docs/model.md that compares the model with published points.</summary>
    public class ProofTests
    {
        private static readonly Lazy<IReadOnlyList<ProofRow>> Rows = new(ModelProof.Measure);

        [Fact]
        public void Model_EveryPublishedPoint_IsMetWithinItsBound()
        {
            string[] missed = [.. Rows.Value.Where(static row => !row.IsWithin)
                .Select(static row => $"{row.What}, {row.At}: {row.Measured} instead of {row.Published} {row.Unit}, bound {row.Bound}")];
            Assert.True(missed.Length == 0, string.Join(Environment.NewLine, missed));
        }

        [Theory]
        [InlineData("rest, a cell", 10)]
        [InlineData("charge at 0.2C", 9)]
        [InlineData("charge at 0.5C", 9)]
        [InlineData("charge at 1C", 8)]
        [InlineData("discharge at 0.2C", 6)]
        [InlineData("tail", 2)]
        [InlineData("left of the branch after charge", 4)]
        [InlineData("sag", 1)]
        [InlineData("resistance over", 8)]
        [InlineData("capacity over", 5)]
        [InlineData("temperature of the cells", 2)]
        [InlineData("smallest share", 1)]
        public void Table_EveryKindOfPoint_IsThere(string what, int least)
        {
            Assert.InRange(Rows.Value.Count(row => row.What.StartsWith(what, StringComparison.Ordinal)), least, 100);
        }

        [Fact]
        public void Table_InTheRepository_IsTheOneThatIsPrinted()
        {
            string page = File.ReadAllText(Path.Combine(SourceFile.Root, "docs", "model.md"));
            int begin = page.IndexOf(ProofPage.Begin, StringComparison.Ordinal);
            int end = page.IndexOf(ProofPage.End, StringComparison.Ordinal);
            Assert.True(begin >= 0 && end > begin, "docs/model.md has no part for the proof");
            Assert.Equal(ProofPage.Print(Rows.Value).TrimEnd(), page[begin..(end + ProofPage.End.Length)]);
        }

        [Theory]
        [InlineData(10.0, 10.9, true)]
        [InlineData(10.0, 11.1, false)]
        [InlineData(10.0, 8.9, false)]
        [InlineData(double.NaN, 8.9, true)]
        public void Row_BesideItsBound_IsMissed(double published, double measured, bool isWithin)
        {
            Assert.Equal(isWithin, new ProofRow("", "", "", published, measured, 1, "").IsWithin);
        }
    }
}
