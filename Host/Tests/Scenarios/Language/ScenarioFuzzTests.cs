using System;
using System.IO;
using System.Linq;
using System.Text;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Tests.Tidy;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios.Language
{
    /// <summary>Whatever a file holds: it is read into cases or into faults, and nothing is thrown.</summary>
    public class ScenarioFuzzTests
    {
        private static readonly string[] Tokens =
        [
            "name: ", "bank: ", "inverter: ", "timeline:\n", "- at: ", "  ", "\n", "{", "}", "[", "]", ": ", ", ", "<id>", "parameters: ", "table: ", "expect: ", "that: ",
            "bank.soc", "frame.351.period", "battery 2", "frame 351", "is: ", "until: ", "for: ", "within: ", "5 s", "50 %", "100 A", "-1", "1e999", "99999999999999999999 V",
            "do: ", "OUTP OFF", "ramp: ", "from: ", "send: ", "370#0102", "&a ", "*a", "!!int ", "---\n", "...\n", "? ", "| \n", "> \n", "\t", "\"", "'", "#", "%YAML 9.9\n", "\0", "\uD800", "💥",
            "include: ", "x.setup.yaml", "sabotage: ", "why: ", "end: ", "seed: ", "batteries: ", "9999",
        ];

        [Fact]
        public void Read_AnyText_ThrowsNothing()
        {
            Prop.ForAll<string>(text => IsAnswered(text ?? "")).QuickCheckThrowOnFailure();
        }

        [Fact]
        public void Read_AnyRowOfTokens_ThrowsNothing()
        {
            Prop.ForAll<int[]>(choices =>
            {
                var text = new StringBuilder("name: n\n");
                foreach (int choice in choices)
                {
                    text.Append(Tokens[(uint)choice % Tokens.Length]);
                }

                return IsAnswered(text.ToString());
            }).QuickCheckThrowOnFailure();
        }

        [Theory]
        [InlineData(1)]
        [InlineData(2)]
        public void Read_ADamagedScenario_ThrowsNothing(int seed)
        {
            var random = new Random(seed);
            string folder = Path.Combine(SourceFile.Root, "Scenarios", "limits");
            string[] texts = [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
            for (int run = 0; run < 300; run++)
            {
                var text = new StringBuilder(texts[run % texts.Length]);
                for (int damage = random.Next(1, 6); damage > 0 && text.Length > 0; damage--)
                {
                    int place = random.Next(text.Length);
                    if (random.Next(2) == 0)
                    {
                        text.Insert(place, Tokens[random.Next(Tokens.Length)]);
                    }
                    else
                    {
                        text.Remove(place, Math.Min(random.Next(1, 20), text.Length - place));
                    }
                }

                Assert.True(IsAnswered(text.ToString()));
            }
        }

        [Theory]
        [InlineData('[')]
        [InlineData('{')]
        [InlineData('-')]
        public void Read_DeeplyNested_ThrowsNothing(char character)
        {
            Assert.NotEmpty(ScenarioLoader.Read("x.yaml", string.Concat(Enumerable.Repeat(character + " ", 50_000))).Diagnostics);
        }

        private static bool IsAnswered(string text)
        {
            ScenarioDocument document = ScenarioLoader.Read("x.yaml", text);
            return document.Diagnostics.Count > 0 ? document.Cases.Count == 0 : document.Cases.Count > 0;
        }
    }
}
