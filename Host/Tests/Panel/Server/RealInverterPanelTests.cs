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
    /// <summary>
    /// <c>run --web --modbus</c>: the registers of an inverter are in the inverter's place on the page. The inverter is a program of its own, the
    /// virtual Sol-Ark behind Modbus; no real one was there.
    /// </summary>
    [Collection(RealTimeGroup.Name)]
    public class RealInverterPanelTests
    {
        [Fact]
        public async Task Page_WithModbus_ShowsWhatTheInverterReceivedAndItsRegisters()
        {
            using Interruption interruption = new();
            StringWriter inverterSaid = new();
            Task<int> inverter = Start(interruption, inverterSaid, "inverter", "--serve", "slcan://127.0.0.1:0", "--serve", "modbus://127.0.0.1:0");
            string bus = await FoundAsync(inverterSaid, @"serving .*slcan.* on .*:(\d+)\.");
            string modbus = await FoundAsync(inverterSaid, @"serving Modbus unit 1 on .*:(\d+)");
            StringWriter twinSaid = new();
            Task<int> twin = Start(
                interruption, twinSaid, "run", "--soc", "63", "--can", $"slcan://127.0.0.1:{bus}", "--web", "0", "--modbus", $"modbus://127.0.0.1:{modbus}");
            string port = await FoundAsync(twinSaid, @"the panel is at http://127\.0\.0\.1:(\d+)");
            using HttpClient client = new();
            using RemoteBench bench = new(new Uri($"ws://127.0.0.1:{port}/bench"), client);
            await bench.StartAsync();

            await UntilAsync(() => Value(bench, "SOC") is { Received: "63 %", Differs: false }
                && bench.Picture!.Inverter!.State.StartsWith("normal, read ", StringComparison.Ordinal));
            InverterPicture seen = bench.Picture!.Inverter!;
            Assert.True(seen.IsReal);
            Assert.Equal("56.00 V", Value(bench, "CVL")!.Received);
            Assert.Contains(seen.Registers, static one => one is { Address: 316, Name: "BMS SOC", Value: "63 %" });
            Assert.Contains(seen.Registers, static one => one is { Address: 59, Value: "2" });
            Assert.Contains(seen.Settings, static one => one is { Name: "low batt", Value: "20 %", CanSet: false });
            Assert.Contains("12K", twinSaid.ToString(), StringComparison.Ordinal);
            Assert.NotNull((await bench.SetInverterAsync("low-batt", "30 %")).Error);

            // What is injected reaches the inverter's registers, and is a difference there.
            Assert.Null((await bench.SendAsync("FAUL:VAL:SOC 3")).Error);
            await UntilAsync(() => Value(bench, "SOC") is { Received: "3 %", Differs: true });

            // A scenario has a bank and an inverter of its own.
            Assert.Null((await bench.RunScenarioAsync("library:communication/silence-11s.yaml", 1)).Error);
            await UntilAsync(() => bench.Picture is { Scenario.IsShown: true, Inverter.IsReal: false });
            await bench.StopScenarioAsync();
            await UntilAsync(() => bench.Picture is { Inverter.IsReal: true });

            interruption.Request();
            int[] codes = await Task.WhenAll(inverter, twin);
            Assert.All(codes, static code => Assert.Equal(ExitCodes.Success, code));
        }

        [Theory]
        [InlineData("--modbus shows an inverter on the panel, which is not served; add --web", "run", "--modbus", "modbus://127.0.0.1:1")]
        [InlineData("--modbus shows an inverter on the panel, which is not served; add --web", "console", "--modbus", "modbus://127.0.0.1:1")]
        [InlineData("leave --inverter virtual out", "run", "--web", "0", "--inverter", "virtual", "--modbus", "modbus://127.0.0.1:1")]
        [InlineData("--modbus 'nonsense", "run", "--web", "0", "--modbus", "nonsense")]
        public void Modbus_ThatDoesNotGoWithTheRest_IsOneSentenceAndCodeTwo(string sentence, params string[] arguments)
        {
            StringWriter error = new();

            int code = App.Run(arguments, new CliHost(TextWriter.Null, error));

            Assert.Equal(ExitCodes.Usage, code);
            Assert.Contains(sentence, error.ToString(), StringComparison.Ordinal);
        }

        private static Task<int> Start(Interruption interruption, StringWriter said, params string[] arguments)
        {
            TextWriter shared = TextWriter.Synchronized(said);
            return Task.Run(() => App.Run(arguments, new CliHost(shared, shared) { Interruption = interruption }));
        }

        private static BmsValuePicture? Value(RemoteBench bench, string name) =>
            bench.Picture?.Inverter?.BmsValues.FirstOrDefault(one => one.Name == name);

        private static async Task<string> FoundAsync(StringWriter said, string pattern)
        {
            Match match = Match.Empty;
            await UntilAsync(() => (match = Regex.Match(said.ToString(), pattern)).Success);
            return match.Groups[1].Value;
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
    }
}
