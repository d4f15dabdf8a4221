using System;
using System.Linq;
using System.Threading.Tasks;
using BatterySim.Host.Panel.Contract;
using Xunit;

namespace BatterySim.Host.Tests.Panel.Server
{
    /// <summary>A page and a server: what is sent once is carried out once, and a connection that breaks is said and made again.</summary>
    public class RemoteBenchTests
    {
        [Fact]
        public async Task Picture_ShowsWhatALineChanged()
        {
            await using PanelStand stand = await PanelStand.StartAsync();
            using PanelPage page = new(stand);
            await page.ConnectedAsync();

            BenchReply reply = await page.Bench.SendAsync("MOD2:BRE OFF");
            await page.UntilAsync(() => !page.Bench.Picture!.Batteries[1].IsBreakerOn);

            Assert.Null(reply.Error);
            Assert.Equal(4, page.Bench.Picture!.Batteries.Count);
            Assert.True(page.Bench.Picture!.Batteries[0].IsBreakerOn);
            Assert.NotEmpty(page.Bench.Picture!.Inverter!.Settings);
            Assert.Equal(BenchKind.Twin, page.Bench.Kind);
        }

        [Fact]
        public async Task Line_ThatIsRefused_ComesBackWithItsError()
        {
            await using PanelStand stand = await PanelStand.StartAsync();
            using PanelPage page = new(stand);
            await page.ConnectedAsync();

            BenchReply refused = await page.Bench.SendAsync("MOD9:SOC 50");
            BenchReply answered = await page.Bench.SendAsync("BANK:ONL?");

            Assert.StartsWith("-", refused.Error, StringComparison.Ordinal);
            Assert.Null(answered.Error);
            Assert.Equal("4", answered.Answer);
        }

        [Fact]
        public async Task Lines_OfTwoPages_AreEachCarriedOutOnceAndAnswered()
        {
            await using PanelStand stand = await PanelStand.StartAsync();
            using PanelPage first = new(stand);
            using PanelPage second = new(stand);
            await first.ConnectedAsync();
            await second.ConnectedAsync();

            BenchReply[] replies = await Task.WhenAll(Enumerable.Range(1, 100).SelectMany(number => new[]
            {
                first.Bench.SendAsync($"MOD1:SOC {number % 50}"),
                second.Bench.SendAsync($"MOD2:SOC {number % 50}"),
            }));

            Assert.Equal(200, replies.Length);
            Assert.All(replies, static reply => Assert.Null(reply.Error));
        }

        [Fact]
        public async Task Server_ThatGoesAndComesBack_IsSaidAndConnectedAgain()
        {
            await using PanelStand stand = await PanelStand.StartAsync();
            using PanelPage page = new(stand);
            await page.ConnectedAsync();
            int port = stand.Address.Port;

            await stand.StopServingAsync();
            await page.UntilAsync(() => page.Bench.Link == BenchLink.Reconnecting);
            BenchReply lost = await page.Bench.SendAsync("MOD2:BRE OFF");
            await page.UntilAsync(() => page.Bench.LinkProblem.Contains("Nothing received for", StringComparison.Ordinal));
            await stand.ServeAsync(port: port);
            await page.ConnectedAsync();

            Assert.Contains("nothing was sent", lost.Error, StringComparison.Ordinal);
            Assert.True(page.Bench.Picture!.Batteries[1].IsBreakerOn);
        }

        [Fact]
        public async Task Token_ThatIsWrong_IsSaidAndNotTriedAgain()
        {
            await using PanelStand stand = await PanelStand.StartAsync("secret");
            using PanelPage page = new(stand, "?token=other");

            await page.UntilAsync(() => page.Bench.Link == BenchLink.Refused);

            Assert.Contains("token", page.Bench.LinkProblem, StringComparison.Ordinal);
        }

        [Fact]
        public async Task Scenario_RunsWhileTheTwinGoesOn_AndItsReportIsThere()
        {
            await using PanelStand stand = await PanelStand.StartAsync();
            using PanelPage page = new(stand);
            await page.ConnectedAsync();
            var entries = await page.Bench.ListScenariosAsync();

            BenchReply begun = await page.Bench.RunScenarioAsync("library:communication/silence-11s.yaml", 0);
            await page.UntilAsync(() => page.Bench.Picture!.Scenario is { IsRunning: false, Verdict.Length: > 0 });

            Assert.True(entries.Count > 50);
            Assert.Null(begun.Error);
            Assert.Equal("passed", page.Bench.Picture!.Scenario!.Verdict);
            Assert.NotEmpty(page.Bench.Picture!.Scenario!.Findings);
            Assert.Contains("<html", await page.Bench.ReportAsync(), StringComparison.OrdinalIgnoreCase);
        }
    }
}
