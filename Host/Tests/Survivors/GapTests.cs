using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using BatterySim.Host.Tests.Instrument;
using BatterySim.Host.Verification.Mutation;
using Xunit;

namespace BatterySim.Host.Tests.Survivors
{
    /// <summary>Errors that once survived every test (<see cref="Gaps"/>): each changes an answer, and the sound program answers as it should.</summary>
    public class GapTests
    {
        private static readonly Dictionary<string, Gap> All = Gaps.All.ToDictionary(static gap => gap.Mutant.Name);

        public static TheoryData<string> Names => [.. All.Keys];

        [Theory]
        [MemberData(nameof(Names))]
        public void SoundProgram_Answers(string name)
        {
            Assert.Equal(All[name].Answer, Answer(name));
        }

        [Theory]
        [MemberData(nameof(Names))]
        public void Gap_PutIn_ChangesTheAnswer(string name)
        {
            Mutant mutant = All[name].Mutant;
            Assert.Null(MutatedCore.FindProblem(mutant));

            Assembly copy = new MutatedCore(mutant).LoadFromAssemblyPath(typeof(GapTests).Assembly.Location);
            object? answer = copy.GetType(typeof(GapTests).FullName!, true)!
                .GetMethod(nameof(Answer), BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, [name]);

            Assert.NotEqual(All[name].Answer, answer);
        }

        private static string? Answer(string name) => BankProbes.Answer(name) ?? DriverProbes.Answer(name);
    }
}
