using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using BatterySim.Host.Files;
using BatterySim.Host.Tests.Cli;
using Xunit;

namespace BatterySim.Host.Tests.Files
{
    /// <summary>A log that grows ends with a whole line, whatever happens, and its count is that of the lines in it.</summary>
    public class LineFileTests
    {
        [Fact]
        public void EndLine_ManyLines_LeavesWholeLinesBeforeItIsClosed()
        {
            using TemporaryFolder folder = new();
            using LineFile file = LineFile.Create(folder.File("a.log"));
            for (int line = 0; line < 10_000; line++)
            {
                file.Writer.Write($"line {line}");
                file.Writer.WriteLine();
                file.EndLine();
            }

            string text = ReadShared(folder.File("a.log"));
            Assert.EndsWith("\n", text, StringComparison.Ordinal);
            Assert.Equal(file.LineCount, text.Split('\n').Length - 1);
            Assert.InRange(file.LineCount, 1000, 9_999);
        }

        [Fact]
        public void Create_NothingWritten_KeepsWhatWasThere()
        {
            using TemporaryFolder folder = new();
            File.WriteAllText(folder.File("a.log"), "of yesterday\n");
            LineFile.Create(folder.File("a.log")).Dispose();
            Assert.Equal("of yesterday\n", File.ReadAllText(folder.File("a.log")));

            using (LineFile file = LineFile.Create(folder.File("a.log")))
            {
                file.Flush();
                Assert.Equal("", ReadShared(folder.File("a.log")));
            }
        }

        [Fact]
        public void Flush_DiskFull_IsToldAndCountsWhatLies()
        {
            using LineFile file = LineFile.Create("/dev/full");
            file.Writer.Write("a line\n");
            file.EndLine();

            Assert.Throws<IOException>(file.Flush);
            Assert.Equal(0, file.LineCount);
        }

        [Fact]
        public async Task Create_PipeWithoutReader_EndsWhenAskedTo()
        {
            using TemporaryFolder folder = new();
            using Process make = Process.Start("mkfifo", [folder.File("pipe")]);
            make.WaitForExit();
            using var stop = new CancellationTokenSource();
            using LineFile file = LineFile.Create(folder.File("pipe"), stop.Token);
            file.Writer.Write("a line\n");
            file.EndLine();
            Task flush = Task.Run(file.Flush);
            await stop.CancelAsync();

            await Assert.ThrowsAsync<IOException>(() => flush.WaitAsync(TimeSpan.FromSeconds(20)));
        }

        private static string ReadShared(string path)
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }
}
