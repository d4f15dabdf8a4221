using System;
using System.IO;
using BatterySim.Host.Files;
using BatterySim.Host.Tests.Cli;
using BatterySim.Host.Tests.Ports;
using Xunit;

namespace BatterySim.Host.Tests.Files
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

            Assert.Throws<IOException>(() => WholeFile.Probe(folder.File(".")));
        }

        [Fact]
        public void Write_ThroughALink_ReplacesWhatItLeadsToAndKeepsTheLink()
        {
            using TemporaryFolder folder = new();
            Directory.CreateDirectory(folder.File("kept"));
            File.WriteAllText(folder.File("kept/real.xml"), "old");
            File.CreateSymbolicLink(folder.File("a.xml"), folder.File("kept/real.xml"));

            WholeFile.Write(folder.File("a.xml"), static stream => stream.WriteByte((byte)'n'));

            Assert.NotNull(new FileInfo(folder.File("a.xml")).LinkTarget);
            Assert.Equal("n", File.ReadAllText(folder.File("kept/real.xml")));
        }

        [Fact]
        public void Write_ToADevice_PassesThroughAndLeavesTheDevice()
        {
            // A terminal of its own: another program may hold /dev/null, and then no stream of .NET opens it.
            using PseudoTerminal terminal = new();
            WholeFile.Write(terminal.Path, static stream => stream.WriteByte((byte)'n'));
            Assert.Equal("n", terminal.Read(1));
            Assert.Throws<IOException>(() => WholeFile.Write("/dev/full", static stream =>
            {
                stream.WriteByte(1);
                stream.Flush();
            }));

            Assert.Equal(FileKind.Special, FileIdentity.Of(terminal.Path).Kind);
            Assert.Equal(FileKind.Special, FileIdentity.Of("/dev/full").Kind);
        }

        [Fact]
        public void Write_BesideFilesOfTheUser_TouchesNoneOfThem()
        {
            using TemporaryFolder folder = new();
            File.WriteAllText(folder.File("a.xml.part"), "the user's own");
            WholeFile.Write(folder.File("a.xml"), static stream => stream.WriteByte((byte)'n'));
            WholeFile.Probe(folder.File("a.xml"));

            Assert.Equal("the user's own", File.ReadAllText(folder.File("a.xml.part")));
            Assert.Equal(2, Directory.GetFiles(folder.File(".")).Length);
        }

        [Fact]
        public void Write_OverAFile_KeepsItsMode()
        {
            if (OperatingSystem.IsWindows())
            {
                return;
            }

            using TemporaryFolder folder = new();
            File.WriteAllText(folder.File("a.xml"), "old");
            File.SetUnixFileMode(folder.File("a.xml"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            WholeFile.Write(folder.File("a.xml"), static stream => stream.WriteByte((byte)'n'));

            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(folder.File("a.xml")));
        }
    }
}
