using System;
using System.Linq;
using System.Text.Json.Nodes;
using BatterySim.Bms.Protocol.Dialects;
using Xunit;

namespace BatterySim.Host.Tests.Cli
{
    /// <summary>A log of the bank itself is read as the dialect that it spoke, from its first frame to its last.</summary>
    public class DecodeOwnDialectTests
    {
        public static TheoryData<string> Names => [.. Dialects.Names];

        // Deye's 0x359 carries Pylontech's letters: each one once made the rest of its burst a Pylontech's, with the current the wrong way round.
        [Theory]
        [MemberData(nameof(Names))]
        public void Decode_LogOfTheBank_ReadsItsDialectAndSignThroughout(string name)
        {
            using TemporaryFolder folder = new();
            string log = folder.File("own.log");
            Assert.Equal(0, CliResult.Of("run", "--dialect", name, "--speed", "max", "--duration", "8s", "--load", "2kW", "--log", log).ExitCode);
            JsonNode[] frames =
            [
                .. CliResult.Of("decode", log, "--format", "json").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(static line => JsonNode.Parse(line)!),
            ];

            Assert.All(frames, frame => Assert.Equal(name, (string?)frame["dialect"]));
            JsonNode[] measured = [.. frames.Where(static frame => (string?)frame["id"] == "356")];
            Assert.InRange(measured.Length, 7, 9);
            Assert.All(measured, static frame => Assert.InRange((double)frame["signals"]!["bankVoltageVolts"]!, 50, 56));
            Assert.All(measured[4..], static frame => Assert.InRange((double)frame["signals"]!["bankCurrentAmps"]!, -45, -30));
        }
    }
}
