using System;
using System.IO;
using System.Linq;
using BatterySim.Host.Tests.Tidy;
using BatterySim.Host.Verification.Mutation;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios
{
    public class MutantTests
    {
        [Fact]
        public void Mutants_AllOfThem_FitTheSourcesAsTheyAre()
        {
            CoreCompiler compiler = new(SourceFile.Root, new Version(1, 0));

            Assert.Empty(Mutants.All.Select(compiler.FindProblem).OfType<string>());
        }

        [Fact]
        public void Mutants_AllOfThem_Compile()
        {
            CoreCompiler compiler = new(SourceFile.Root, new Version(1, 0));

            Assert.Empty(Mutants.All.Select(compiler.FindError).OfType<string>());
        }

        [Fact]
        public void Mutant_ThatDoesNotCompile_IsFound()
        {
            CoreCompiler compiler = new(SourceFile.Root, new Version(1, 0));
            Mutant sound = Mutants.All[0];

            string? error = compiler.FindError(sound with { Name = "broken", Mutated = "no such thing(" });

            Assert.StartsWith("broken does not compile: ", error, StringComparison.Ordinal);
        }

        [Fact]
        public void Mutants_TheirNames_AreUnique()
        {
            Assert.Equal(Mutants.All.Count, Mutants.All.Select(mutant => mutant.Name).Distinct().Count());
        }

        [Fact]
        public void Mutants_EachKind_IsThere()
        {
            Assert.Equal(Enum.GetValues<MutantKind>().Length, Mutants.All.Select(mutant => mutant.Kind).Distinct().Count());
        }

        [Fact]
        public void MutationPage_PartOfTheTests_IsWhatIsPrinted()
        {
            using StringWriter part = new();
            MutationReport.WriteTests(SourceFile.Root, part);

            string page = File.ReadAllText(Path.Combine(SourceFile.Root, "docs", "mutation.md"));

            Assert.EndsWith(part.ToString(), page, StringComparison.Ordinal);
        }

        [Fact]
        public void MutationPage_AllOfThem_AreNamedWithTheirOutcome()
        {
            string page = File.ReadAllText(Path.Combine(SourceFile.Root, "docs", "mutation.md"));

            Assert.All(Mutants.All, mutant => Assert.Contains($"| `{mutant.Name}` |", page, StringComparison.Ordinal));
        }
    }
}
