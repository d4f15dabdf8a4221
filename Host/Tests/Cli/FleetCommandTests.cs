using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Tasks;
using BatterySim.Host.Cli;
using BatterySim.Host.Cli.Running;
using Xunit;

namespace BatterySim.Host.Tests.Cli
{
    /// <summary><c>batterysim fleet</c> as the shell and Prometheus see it.</summary>
    public class FleetCommandTests
    {
        [Theory]
        [InlineData("banks:\n  - profile: nonsense\n", "fleet.yaml:2:5: bank1: ", "there is no profile 'nonsense'")]
        [InlineData("banks:\n  - name: roof\n    count: 2\n    seed: 4294967295\n", "fleet.yaml:2:5: roof-2: ", "--seed 4294967296 is outside")]
        [InlineData("banks:\n  - followers: 99\n", "fleet.yaml:2:5: bank1: ", "at most 15 batteries")]
        [InlineData("banks:\n  - colour: red\n", "fleet.yaml:2:5: bank1: ", "--colour")]
        [InlineData("banks:\n  - log: a.log\n", "fleet.yaml:2:5: bank1: ", "a fleet writes no files")]
        [InlineData("banks:\n  - speed: max\n", "fleet.yaml:2:5: ", "'speed' holds for the whole fleet")]
        [InlineData("banks:\n  - count: 0\n", "fleet.yaml:2:12: ", "'count' is '0'; it takes a whole number from 1 to 10000")]
        [InlineData("banks:\n  - count: 9999\n  - count: 2\n", "fleet.yaml:1:1: ", "10001 banks are more than the 10000")]
        [InlineData("banks:\n  - name: a\n  - name: a\n", "fleet.yaml:1:1: ", "The name 'a' stands twice")]
        [InlineData("metrics: 70000\nbanks:\n  - soc: 50\n", "fleet.yaml:1:10: ", "'metrics' is '70000'")]
        [InlineData("bank:\n  - soc: 50\n", "fleet.yaml:1:1: ", "bank")]
        [InlineData("banks: 5\n", "fleet.yaml:1:8: ", "'banks' is a value; it takes a list of blocks")]
        [InlineData("banks:\n  - soc: {a: 1}\n", "fleet.yaml:2:10: ", "'soc' is a block of keys; it takes a value")]
        public void Fleet_WrongFile_NamesThePlaceAndTheReason(string text, string place, string reason)
        {
            using TemporaryFolder folder = new();
            string path = folder.File("fleet.yaml");
            File.WriteAllText(path, text);

            CliResult result = CliResult.Of("fleet", path, "--duration", "1s");

            Assert.Equal(2, result.ExitCode);
            Assert.Contains(place, result.Error, StringComparison.Ordinal);
            Assert.Contains(reason, result.Error, StringComparison.Ordinal);
        }

        [Fact]
        public void Fleet_FileThatIsNotThere_IsOneSentence()
        {
            CliResult result = CliResult.Of("fleet", "none.yaml");

            Assert.Equal(2, result.ExitCode);
            Assert.Equal("batterysim: none.yaml:1:1: There is no such file." + Environment.NewLine, result.Error);
        }

        [Fact]
        public async Task Fleet_TwoGroups_CountUpPortsAndServeMetricsOfEveryBank()
        {
            using TemporaryFolder folder = new();
            string path = folder.File("fleet.yaml");
            int scpi = FirstOfFreePorts(4);
            int metrics = scpi + 3;
            await File.WriteAllTextAsync(
                path,
                string.Create(CultureInfo.InvariantCulture, $"""
                    metrics: {metrics}
                    banks:
                      - name: roof
                        count: 3
                        scpi: {scpi}
                      - name: cabin
                        followers: 0
                        inverter: none

                    """));
            using StringWriter output = new();
            using StringWriter error = new();
            Interruption interruption = new();
            Task<int> run = Task.Run(() => App.Run(["fleet", path], new CliHost(output, TextWriter.Synchronized(error)) { Interruption = interruption }));
            try
            {
                using HttpClient client = new();
                Uri address = new($"http://127.0.0.1:{metrics}/metrics");
                string text = await Poll(
                    async () => await client.GetStringAsync(address),
                    static text => text.Contains("batterysim_inverter_frames_total{bank=\"roof-3\"} 1", StringComparison.Ordinal));

                const string Batteries = "batterysim_bank_batteries{bank=";
                string[] banks = [.. text.Split('\n').Where(static line => line.StartsWith(Batteries, StringComparison.Ordinal)).Order()];
                Assert.Equal(["\"cabin\"} 1", "\"roof-1\"} 4", "\"roof-2\"} 4", "\"roof-3\"} 4"], banks.Select(static line => line[Batteries.Length..]));
                Assert.DoesNotContain("batterysim_inverter_fault{bank=\"cabin\"}", text, StringComparison.Ordinal);

                // Each bank is one of its own: what is said to one is not received by the next.
                CliResult said = CliResult.Of("send", "OUTP OFF", "--to", $"127.0.0.1:{scpi + 1}");
                Assert.Equal(0, said.ExitCode);
                text = await client.GetStringAsync(address);
                Assert.Contains("batterysim_bank_output_on{bank=\"roof-1\"} 1", text, StringComparison.Ordinal);
                Assert.Contains("batterysim_bank_output_on{bank=\"roof-2\"} 0", text, StringComparison.Ordinal);
            }
            finally
            {
                interruption.Request();
                Assert.Equal(0, await run);
            }

            Assert.Contains("4 banks in real time", output.ToString(), StringComparison.Ordinal);
        }

        private static async Task<string> Poll(Func<Task<string>> ask, Func<string, bool> isEnough)
        {
            string last = "";
            for (int attempt = 0; attempt < 300; attempt++)
            {
                try
                {
                    last = await ask();
                    if (isEnough(last))
                    {
                        return last;
                    }
                }
                catch (HttpRequestException)
                {
                    // It does not listen yet.
                }

                await Task.Delay(100);
            }

            return last;
        }

        // Ports in a row that nobody has at this moment.
        private static int FirstOfFreePorts(int count)
        {
            for (int first = 21000; ; first += count)
            {
                try
                {
                    for (int port = first; port < first + count; port++)
                    {
                        using TcpListener listener = new(IPAddress.Loopback, port);
                        listener.Start();
                    }

                    return first;
                }
                catch (SocketException)
                {
                    // The next ones.
                }
            }
        }
    }
}
