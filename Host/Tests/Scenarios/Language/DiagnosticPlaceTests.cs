using System;
using System.IO;
using System.Linq;
using BatterySim.Host.Scenarios.Language;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios.Language
{
    /// <summary>What is wrong with a file is said with line and column, before anything runs.</summary>
    public class DiagnosticPlaceTests
    {
        private const string Good = "name: n\ntimeline:\n  - at: 1 s\n    expect: {that: bank.soc, is: 50 %}\n";

        [Fact]
        public void File_WithoutFault_HasACase()
        {
            ScenarioDocument document = ScenarioLoader.Read("x.yaml", Good);

            Assert.Empty(document.Diagnostics);
            Assert.Single(document.Cases);
        }

        [Theory]
        [InlineData("nam: n\ntimeline: []\n", 1, 1, "did you mean 'name'")]
        [InlineData("name: n\nbank: {sok: 55 %}\ntimeline: []\n", 2, 8, "did you mean 'soc'")]
        [InlineData("name: n\nbank: {soc: 55}\ntimeline: []\n", 2, 13, "has no unit; write it as '55 %'")]
        [InlineData("name: n\nbank: {soc: 55 A}\ntimeline: []\n", 2, 13, "'A' is not a unit of a share")]
        [InlineData("name: n\nbank: {soc: 155 %}\ntimeline: []\n", 2, 13, "155 % is outside 0 % to 100 %")]
        [InlineData("name: n\nbank: {soh: 101 %}\ntimeline: []\n", 2, 13, "101 % is outside 0.1 % to 100 %")]
        [InlineData("name: n\nbank: {soh: 0 %}\ntimeline: []\n", 2, 13, "0 % is outside 0.1 % to 100 %")]
        [InlineData("name: n\nbank: {dialect: {gap: 10 s}}\ntimeline: []\n", 2, 23, "10 s is outside 0 s to 0.5 s")]
        [InlineData("name: n\nbank: {dialect: {gap: 3 s}}\ntimeline: []\n", 2, 23, "3 s is outside 0 s to 0.5 s")]
        [InlineData("name: n\nbank: {dialect: {period: 50 ms}}\ntimeline: []\n", 2, 26, "0.05 s is outside 0.1 s to 5 s")]
        [InlineData("name: n\nbank: {batteries: 2, soc: [1 %, 2 %, 3 %]}\ntimeline: []\n", 2, 27, "3 values for 2 batteries")]
        [InlineData("name: n\nbank: {profile: sok-sk48v10}\ntimeline: []\n", 2, 17, "did you mean 'sok-sk48v100'")]
        [InlineData("name: n\nbank: {output: off}\ntimeline: []\n", 2, 8, "not part of the set-up")]
        [InlineData("name: n\ninverter: {max-a-charg: 5 A}\ntimeline: []\n", 2, 12, "did you mean 'max-a-charge'")]
        [InlineData("name: n\ninverter: {quirks: {strict-eight: on}}\ntimeline: []\n", 2, 21, "strict-eight-bytes")]
        [InlineData("name: n\ninverter: {shutdown: 40 %, restart: 20 %}\ntimeline: []\n", 2, 11, "restart 200 permille is below shutdown")]
        [InlineData("name: n\nname: m\ntimeline: []\n", 2, 1, "was said before, in line 1")]
        [InlineData("name: n\ntimeline:\n  - at: 5 s\n  - at: 4 s\n", 4, 9, "before the step in front of it at 5 s")]
        [InlineData("name: n\ntimeline:\n  - note: x\n", 3, 5, "has no time")]
        [InlineData("name: n\ntimeline:\n  - at: 5 s\n    after: 1 s\n", 4, 5, "not both")]
        [InlineData("name: n\ntimeline:\n  - at: 5 s\n    do: OUTPU OFF\n    never: {that: bank.soc, is: 0 %}\n", 4, 9, "-113 Undefined header")]
        [InlineData("name: n\ntimeline:\n  - at: 5 s\n    do: MOD5:SOC 50\n    never: {that: bank.soc, is: 0 %}\n", 4, 9, "there is no battery 5")]
        [InlineData("name: n\ntimeline:\n  - at: 5 s\n    do: \"BANK:VOLT?\"\n", 4, 9, "asks a question")]
        [InlineData("name: n\ntimeline:\n  - at: 5 s\n    wire: {ccl: 99999 A}\n    never: {that: bank.soc, is: 0 %}\n", 4, 17, "99999 A is outside -3276.7 A to 3276.7 A")]
        [InlineData("name: n\ntimeline:\n  - at: 5 s\n    send: 370#012\n", 4, 11, "is not a frame")]
        [InlineData("name: n\ntimeline:\n  - at: 5 s\n    expect: {that: bank.sox, is: 5 %}\n", 4, 20, "did you mean 'bank.soc'")]
        [InlineData("name: n\ntimeline:\n  - at: 5 s\n    expect: {that: frame.351.chargeCurrent, is: 5 A}\n", 4, 20, "cannot be observed")]
        [InlineData("name: n\ntimeline:\n  - at: 5 s\n    expect: {that: bank.soc, is: 5}\n", 4, 34, "has no unit")]
        [InlineData("name: n\ntimeline:\n  - at: 5 s\n    expect: {that: bank.soc}\n", 4, 13, "Nothing says what bank.soc is to be")]
        [InlineData("name: n\ntimeline:\n  - at: 5 s\n    expect: {that: bank.soc, is: 5 %, above: 3 %}\n", 4, 39, "one comparison")]
        [InlineData("name: n\ntimeline:\n  - at: 5 s\n    expect: {that: inverter.fault, is: F59}\n", 4, 40, "'F59' is not one of none, F25")]
        [InlineData("name: n\ntimeline:\n  - at: 5 s\n    expect: {that: inverter.fault, above: F58}\n", 4, 36, "does not fit")]
        [InlineData("name: n\ntimeline:\n  - at: 5 s\n    expect: {that: bank.soc, between: [6 %, 5 %]}\n", 4, 39, "the wrong way round")]
        [InlineData("name: n\ntimeline:\n  - at: 5 s\n    expect: {that: bank.soc, is: 5 %, until: 4 s}\n", 4, 46, "has passed at 5 s")]
        [InlineData("name: n\ntimeline:\n  - at: 5 s\n    expect: {that: scpi, is: 5}\n", 4, 20, "needs a question")]
        [InlineData("name: n\nend: 4 s\ntimeline:\n  - at: 5 s\n    expect: {that: bank.soc, is: 5 %}\n", 2, 6, "comes before")]
        [InlineData("name: n <id>\ntimeline: []\n", 1, 7, "<id> is not a parameter")]
        [InlineData("name: n\nparameters: {id: [351, 355]}\ntimeline: []\n", 2, 14, "is used nowhere")]
        [InlineData("name: n <a>\ntable:\n  - {a: 1, b: 2}\n  - {a: 2}\ntimeline: []\n", 4, 5, "The row has no 'b'")]
        [InlineData("name: n\ntimeline:\n  - at: 1 s\n    note: x\n", 1, 1, "expects nothing")]
        [InlineData("name: n\ninclude: ../other.yaml\ntimeline: []\n", 2, 10, "is not a shared set-up")]
        [InlineData("name: n\ninclude: nowhere.setup.yaml\ntimeline: []\n", 2, 10, "there is no such file")]
        [InlineData("name: [n\n", 1, 7, "[ here is not closed; add ]")]
        [InlineData("name: n\nbank: {batteries: 2\ntimeline: []\n", 2, 7, "{ here is not closed; add }")]
        [InlineData("name: \"n\ntimeline: []\n", 1, 7, "is not closed; add \"")]
        [InlineData("name: n\nbank:\n\tbatteries: 2\n", 3, 1, "a tab")]
        [InlineData("name: loss: of the link\ntimeline: []\n", 1, 11, "needs quotes around the value: \"loss: of the link\"")]
        [InlineData("name: n\ntimeline:\n  - at: 1 s\n    wire: {clc: 5 A}\n", 4, 12, "did you mean 'ccl'?")]
        [InlineData("name: n\nbnak: {}\ntimeline:\n  - at: 1 s\n    do: MOD9:SOC 3\n", 5, 9, "The instrument refuses 'MOD9:SOC 3'")]
        [InlineData("name: n\nmatrix: {bnak.profile: [generic]}\ntimeline: []\n", 2, 10, "did you mean 'bank'?")]
        [InlineData("name: n\nmatrix: {bank: [generic]}\ntimeline: []\n", 2, 10, "name the setting")]
        [InlineData("- a\n- b\n", 1, 1, "holds a list")]
        [InlineData("", 1, 1, "is empty")]
        [InlineData("name: &a n\ntimeline: *a\n", 1, 7, "Anchors and aliases")]
        [InlineData("name: n\nsabotage: [{at: 1 s, do: OUTP ON}]\ntimeline: []\n", 2, 12, "does not say why")]
        public void File_WithAFault_SaysWhereAndWhat(string text, int line, int column, string words)
        {
            ScenarioDocument document = ScenarioLoader.Read("x.yaml", text);

            Assert.Empty(document.Cases);
            Assert.Contains(document.Diagnostics, fault =>
                fault.Line == line && fault.Column == column && fault.Message.Contains(words, StringComparison.Ordinal));
        }

        [Fact]
        public void File_WithSeveralFaults_TellsThemAll()
        {
            ScenarioDocument document = ScenarioLoader.Read(
                "x.yaml", "name: n\nbank: {soc: 55, bateries: 3}\ntimeline:\n  - at: 1 s\n    wire: {cccl: 5 A}\n    expect: {that: bank.so, is: 1 %}\n");

            Assert.Equal([2, 2, 5, 6], document.Diagnostics.Select(fault => fault.Line));
        }

        [Fact]
        public void Fault_ItsText_ReadsLikeACompilers()
        {
            ScenarioDocument document = ScenarioLoader.Read("a/x.yaml", "nam: n\n");

            Assert.Contains(document.Diagnostics, fault => fault.ToString().StartsWith("a/x.yaml:1:1: The key 'nam' is unknown here", StringComparison.Ordinal));
        }

        [Fact]
        public void Load_AFileThatIsNoText_IsAFault()
        {
            string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");
            try
            {
                File.WriteAllBytes(path, [0x6E, 0xFF, 0xFE, 0x00]);

                Assert.Contains("no UTF-8", Assert.Single(ScenarioLoader.Load(path).Diagnostics).Message, StringComparison.Ordinal);
            }
            finally
            {
                File.Delete(path);
            }
        }

        [Fact]
        public void Load_AFileThatIsNotThere_IsAFault()
        {
            Assert.Equal("There is no such file.", Assert.Single(ScenarioLoader.Load("/nowhere/at/all.yaml").Diagnostics).Message);
        }
    }
}
