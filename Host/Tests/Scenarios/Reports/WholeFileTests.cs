using System;
using System.IO;
using BatterySim.Host.Scenarios.Reports;
using BatterySim.Host.Tests.Cli;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios.Reports
{
    public class WholeFileTests
    {
        [Fact]
        public void Write_ThatBreaksOff_LeavesTheOldFileAndNothingElse()
        {
            using TemporaryFolder folder = new();
            File.WriteAllText(folder.File("a.xml"), "old");

            Assert.Throws<IOException>(() => WholeFile.Write(folder.File("a.xml"), static stream =>
            {
                stream.WriteByte(1);
                throw new IOException("no room");
            }));

            Assert.Equal("old", File.ReadAllText(folder.File("a.xml")));
            Assert.Single(Directory.GetFiles(folder.File(".")));
        }

        [Fact]
        public void Probe_OfAFileThatIsThere_LeavesItAsItIs()
        {
            using TemporaryFolder folder = new();
            File.WriteAllText(folder.File("a.xml"), "old");

            WholeFile.Probe(folder.File("a.xml"));

            Assert.Equal("old", File.ReadAllText(folder.File("a.xml")));
            Assert.Single(Directory.GetFiles(folder.File(".")));
        }

        [Fact]
        public void Probe_OfAFolder_IsRefused()
        {
            using TemporaryFolder folder = new();

            Assert.Throws<UnauthorizedAccessException>(() => WholeFile.Probe(folder.File(".")));
        }
    }
}
