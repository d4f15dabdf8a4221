using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Xml.Linq;
using BatterySim.Host.Cli;
using BatterySim.Host.Panel.Engine.Scenarios;
using BatterySim.Host.Tests.Cli;
using Xunit;

namespace BatterySim.Host.Tests.Panel.Server
{
    /// <summary>
    /// What the page's engine is asked for a comparison is what the program writes. Host/Tests/Outside/site.sh asks the one that is compiled to
    /// WebAssembly.
    /// </summary>
    public class LibraryCheckTests
    {
        [Theory]
        [InlineData("library:communication/silence-11s.yaml")]
        [InlineData("library:alarms/alarm-bits.yaml")]
        [InlineData("library:limits/cvl-steps.yaml")]
        public void Run_EachCase_HasTheWordsAndTheTraceOfTheProgram(string path)
        {
            Assert.Contains(path, LibraryCheck.Paths());
            using TemporaryFolder folder = new();
            string junit = folder.File("junit.xml");
            Assert.Equal(0, App.Run(["scenario", "run", path, "--report", folder.File("report"), "--junit", junit], TextWriter.Null, TextWriter.Null));

            string[] expected = [.. XDocument.Load(junit).Descendants("system-out").Select(static one => Words(one.Value))];

            Assert.Equal(string.Concat(expected), LibraryCheck.Run(path));
        }

        [Fact]
        public void Run_UnknownPath_SaysWhich()
        {
            ArgumentException problem = Assert.Throws<ArgumentException>(() => LibraryCheck.Run("library:no.yaml"));

            Assert.Contains("'library:no.yaml'", problem.Message, StringComparison.Ordinal);
        }

        // Without the place of the trace, and with its hash.
        private static string Words(string text)
        {
            string[] lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
            string trace = lines.Single(static line => line.StartsWith("Trace: ", StringComparison.Ordinal));
            string hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(trace[7..])));
            return string.Concat(lines.Where(line => line != trace).Select(static line => line + "\n")) + $"Frames: {hash}\n{LibraryCheck.Separator}\n";
        }
    }
}
