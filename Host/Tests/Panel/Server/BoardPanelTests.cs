using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using BatterySim.Host.Cli;
using BatterySim.Host.Cli.Running;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Panel.Engine.Remote;
using Xunit;

namespace BatterySim.Host.Tests.Panel.Server
{
    /// <summary><c>batterysim board --web</c> as a page sees it.</summary>
    [Collection(RealTimeGroup.Name)]
    public partial class BoardPanelTests
    {
        [Fact]
        public async Task Board_BehindAPage_IsSeenAndCommandedOverItsConsole()
        {
            using Interruption interruption = new();
            StringWriter output = new();
            StringWriter error = new();
            CliHost host = new(output, TextWriter.Synchronized(error)) { Interruption = interruption, Input = new StringReader("*IDN?\n~d1\n") };
            Task<int> board = Task.Run(() => App.Run(["board", "--press-rst", "--speed", "20x", "--web", "0"], host));
            using HttpClient client = new();
            using RemoteBench bench = new(await AddressAsync(error), client);
            await bench.StartAsync();
            await UntilAsync(() => bench.Picture is { Inverter: { } inverter } picture && picture.Frames.Count(static one => one.Sent > 3) >= 6
                && inverter.BmsValues.Any(static one => one.Name == "SOC" && one.Received != "not received"));

            Assert.Equal(BenchKind.SimulatedBoard, bench.Kind);
            BenchPicture seen = bench.Picture!;
            Assert.Equal(20, seen.Speed);
            Assert.Equal(["running", "running"], seen.Batteries.Select(static one => one.State));
            Assert.Contains(seen.Frames, static one => one.Id == 0x351 && one.Signals.Count > 0);
            Assert.Contains(seen.Inverter!.BmsValues, static one => one is { Name: "SOC", Differs: false } && one.Received != "not received");
            Assert.Contains(bench.ConsumeFrames(), static one => one is { Id: 0x305, IsFromBank: false });
            Assert.NotEqual(int.MinValue, seen.Bank.ChargeVoltageLimitMillivolts);
            Assert.NotEqual(int.MinValue, seen.Bank.SohPermille);

            Assert.Null((await bench.SendAsync("FAUL:VAL:SOC 3")).Error);
            await UntilAsync(() => bench.Picture!.Faults.Count == 1
                && bench.Picture.Inverter!.BmsValues.Any(static one => one is { Name: "SOC", Received: "3 %", Differs: true }));
            Assert.StartsWith("-113", (await bench.SendAsync("NO:SUCH")).Error, StringComparison.Ordinal);
            Assert.Null((await bench.SetInverterAsync("low-batt", "30 %")).Error);
            await UntilAsync(() => bench.Picture!.Inverter!.Settings.First(static one => one.Name == "low-batt").Value == "30 %");
            Assert.NotNull((await bench.SetInverterAsync("cable", "unplugged")).Error);
            Assert.NotNull((await bench.RunScenarioAsync("library:smoke", 0)).Error);

            interruption.Request();
            Assert.Equal(ExitCodes.Success, await board);

            // The page has the console: what is typed at the terminal reaches the switches only.
            Assert.Contains("the page has the console", output.ToString(), StringComparison.Ordinal);
            Assert.Contains("[switches show 1]", output.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("BatterySim,", output.ToString(), StringComparison.Ordinal);
        }

        // The restart loses what was typed; the page is told so, and goes on.
        [Fact]
        public async Task Board_ThatRestarts_IsShownAgain()
        {
            using Interruption interruption = new();
            StringWriter error = new();
            CliHost host = new(TextWriter.Null, TextWriter.Synchronized(error)) { Interruption = interruption };
            Task<int> board = Task.Run(() => App.Run(["board", "--press-rst", "--speed", "5x", "--web", "0"], host));
            using HttpClient client = new();
            using RemoteBench bench = new(await AddressAsync(error), client);
            await bench.StartAsync();
            await UntilAsync(() => bench.Picture is { NowMilliseconds: > 25_000 });

            Assert.NotNull((await bench.SendAsync("BOARD:RESTart")).Error);
            await UntilAsync(() => bench.Picture is { NowMilliseconds: < 25_000 });
            await UntilAsync(() => bench.Picture is { NowMilliseconds: > 25_000 });

            interruption.Request();
            Assert.Equal(ExitCodes.Success, await board);
        }

        [Theory]
        [InlineData("--speed max leaves a page no time", "--web", "0", "--speed", "max", "--duration", "5s")]
        [InlineData("--open opens the panel, which is not served", "--open")]
        [InlineData("--token is for the panel, which is not served", "--token", "secret")]
        [InlineData("--listen is for the panel, which is not served", "--listen", "0.0.0.0")]
        [InlineData("lets other machines command this bank; add --token", "--web", "0", "--listen", "0.0.0.0")]
        public void Board_WebOptionsThatDoNotGoTogether_AreOneSentenceAndCodeTwo(string sentence, params string[] options)
        {
            StringWriter error = new();

            int code = App.Run(["board", .. options], new CliHost(TextWriter.Null, error));

            Assert.Equal(ExitCodes.Usage, code);
            Assert.Contains(sentence, error.ToString(), StringComparison.Ordinal);
        }

        private static async Task<Uri> AddressAsync(StringWriter error)
        {
            Match match = Match.Empty;
            await UntilAsync(() => (match = Address().Match(error.ToString())).Success);
            return new Uri($"ws://{match.Groups[1].Value}/bench");
        }

        private static async Task UntilAsync(Func<bool> isSo)
        {
            for (int turn = 0; turn < 3000; turn++)
            {
                if (isSo())
                {
                    return;
                }

                await Task.Delay(10);
            }

            throw new TimeoutException();
        }

        [GeneratedRegex(@"the panel is at http://(127\.0\.0\.1:\d+)")]
        private static partial Regex Address();
    }
}
