using System;
using System.Diagnostics;
using System.IO;
using BatterySim.Host.Files;
using BatterySim.Host.Tests.Cli;
using Xunit;

namespace BatterySim.Host.Tests.Files
{
    /// <summary>One file under two names is one file.</summary>
    public class FileClashTests
    {
        [Theory]
        [InlineData("w.log")]
        [InlineData("./w.log")]
        [InlineData("link.log")]
        [InlineData("hard.log")]
        [InlineData("folder/w.log")]
        public void Find_OutputThatIsTheInput_IsNamed(string output)
        {
            using TemporaryFolder folder = new();
            Make(folder);

            string? clash = FileClash.Find([("--can log://w.log", folder.File("w.log"))], [("--log", folder.File(output))]);

            Assert.Equal("--log would overwrite --can log://w.log, which is read; name another file to write", clash);
        }

        [Fact]
        public void Find_TwoOutputsThatAreNotThereYet_AreOneFile()
        {
            using TemporaryFolder folder = new();
            Make(folder);

            Assert.NotNull(FileClash.Find([], [("--log", folder.File("new.log")), ("--record", folder.File("folder/new.log"))]));
            Assert.Null(FileClash.Find([], [("--log", folder.File("new.log")), ("--record", folder.File("other.log"))]));
        }

        [Fact]
        public void Find_Devices_AreNobodysFile()
        {
            Assert.Null(FileClash.Find([("in", "/dev/null")], [("--log", "/dev/null"), ("--record", "/dev/null")]));
        }

        [Theory]
        [InlineData("run", "--can", "log://w.log", "--log", "link.log", "--duration", "1s")]
        [InlineData("run", "--log", "a.log", "--record", "./a.log", "--duration", "1s")]
        [InlineData("convert", "w.log", "hard.log")]
        [InlineData("scenario", "run", "s.yaml", "--junit", "s.yaml")]
        public void Command_WithAClash_EndsWithTwoAndTouchesNothing(params string[] arguments)
        {
            using TemporaryFolder folder = new();
            Make(folder);
            File.WriteAllText(folder.File("s.yaml"), "name: s\nbank: {batteries: 1}\ntimeline: [{at: 1 s, do: OUTP ON}]\n");
            string before = File.ReadAllText(folder.File("s.yaml"));
            string[] there = [.. Array.ConvertAll(arguments, one => Absolute(folder, one))];

            CliResult result = CliResult.Of(there);

            Assert.Equal(2, result.ExitCode);
            Assert.Equal("(1.000000) can0 305#\n", File.ReadAllText(folder.File("w.log")));
            Assert.Equal(before, File.ReadAllText(folder.File("s.yaml")));
            Assert.False(File.Exists(folder.File("a.log")));
        }

        private static string Absolute(TemporaryFolder folder, string argument) =>
            argument.StartsWith("log://", StringComparison.Ordinal) ? "log://" + folder.File(argument[6..])
            : argument.EndsWith(".log", StringComparison.Ordinal) || argument.EndsWith(".yaml", StringComparison.Ordinal) ? folder.File(argument)
            : argument;

        private static void Make(TemporaryFolder folder)
        {
            File.WriteAllText(folder.File("w.log"), "(1.000000) can0 305#\n");
            File.CreateSymbolicLink(folder.File("link.log"), folder.File("w.log"));
            Directory.CreateSymbolicLink(folder.File("folder"), folder.File("."));
            using Process link = Process.Start("ln", [folder.File("w.log"), folder.File("hard.log")]);
            link.WaitForExit();
        }
    }
}
