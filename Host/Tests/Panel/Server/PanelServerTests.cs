using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.WebSockets;
using System.Threading;
using System.Threading.Tasks;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Panel.Server;
using Xunit;

namespace BatterySim.Host.Tests.Panel.Server
{
    /// <summary>Who is let in to a panel, and what becomes of those who are not, over real sockets.</summary>
    public class PanelServerTests
    {
        private static readonly HttpClient Client = new();

        [Theory]
        [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
        [InlineData("localhost.evil.example", HttpStatusCode.MisdirectedRequest)]
        [InlineData("127.0.0.1.evil.example", HttpStatusCode.MisdirectedRequest)]
        [InlineData("localhost", HttpStatusCode.UpgradeRequired)]
        [InlineData("127.0.0.1", HttpStatusCode.UpgradeRequired)]
        [InlineData("[::1]", HttpStatusCode.UpgradeRequired)]
        public async Task Host_ThatIsNotThisMachine_IsRefused(string host, HttpStatusCode status)
        {
            await using PanelStand stand = await PanelStand.StartAsync();
            using HttpRequestMessage request = new(HttpMethod.Get, new Uri(stand.Address, "bench"));
            request.Headers.Host = $"{host}:{stand.Address.Port}";

            using HttpResponseMessage answer = await Client.SendAsync(request);

            Assert.Equal(status, answer.StatusCode);
        }

        [Theory]
        [InlineData("http://evil.example")]
        [InlineData("null")]
        [InlineData("http://127.0.0.1:1")]
        [InlineData("https://127.0.0.1")]
        public async Task Socket_FromAnotherOrigin_IsRefused(string origin)
        {
            await using PanelStand stand = await PanelStand.StartAsync();
            using ClientWebSocket socket = new();
            socket.Options.SetRequestHeader("Origin", origin);
            socket.Options.CollectHttpResponseDetails = true;

            await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(stand.Socket(), CancellationToken.None));

            Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
            Assert.Equal(0, stand.Hub.ClientCount);
        }

        [Fact]
        public async Task Socket_FromTheOwnPage_IsTaken()
        {
            await using PanelStand stand = await PanelStand.StartAsync();
            using ClientWebSocket socket = new();
            socket.Options.SetRequestHeader("Origin", stand.Address.GetLeftPart(UriPartial.Authority));

            await socket.ConnectAsync(stand.Socket(), CancellationToken.None);

            Assert.Equal(WebSocketState.Open, socket.State);
        }

        [Theory]
        [InlineData("")]
        [InlineData("?token=wrong")]
        [InlineData("?token=")]
        [InlineData("?Token=secre")]
        public async Task Token_ThatIsWrong_IsRefused(string query)
        {
            await using PanelStand stand = await PanelStand.StartAsync("secret");

            using HttpResponseMessage answer = await Client.GetAsync(new Uri(stand.Address, "bench" + query));

            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        [Fact]
        public async Task Token_ThatIsRight_LetsIn()
        {
            await using PanelStand stand = await PanelStand.StartAsync("secret");
            using ClientWebSocket socket = new();

            await socket.ConnectAsync(stand.Socket("?token=secret"), CancellationToken.None);

            Assert.Equal(WebSocketState.Open, socket.State);
        }

        [Fact]
        public async Task Start_BeyondThisMachineWithoutAToken_IsRefused()
        {
            await using PanelStand stand = await PanelStand.StartAsync();

            IPEndPoint everywhere = new(IPAddress.Any, 0);
            await Assert.ThrowsAsync<ArgumentException>(() => PanelServer.StartAsync(stand.Hub, everywhere, null, static _ => { }));
        }

        [Theory]
        [InlineData("POST", "")]
        [InlineData("PUT", "bench")]
        [InlineData("DELETE", "bench")]
        [InlineData("OPTIONS", "bench")]
        public async Task Method_ThatCouldChangeSomething_IsNotServed(string method, string path)
        {
            await using PanelStand stand = await PanelStand.StartAsync();
            using HttpRequestMessage request = new(new HttpMethod(method), new Uri(stand.Address, path));

            using HttpResponseMessage answer = await Client.SendAsync(request);

            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        }

        [Fact]
        public async Task Answers_CarryAStrictPolicy()
        {
            await using PanelStand stand = await PanelStand.StartAsync();

            using HttpResponseMessage answer = await Client.GetAsync(stand.Address);

            string policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("'unsafe-eval'", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        }

        [Theory]
        [InlineData("../Program.cs")]
        [InlineData("%2e%2e/%2e%2e/etc/passwd")]
        [InlineData("nothing.js")]
        public async Task File_ThatIsNotOfThePage_IsNotThere(string path)
        {
            await using PanelStand stand = await PanelStand.StartAsync();

            using HttpResponseMessage answer = await Client.GetAsync(new Uri(stand.Address, path));

            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.ServiceUnavailable });
        }

        [Fact]
        public async Task FiftyTabs_AreTakenUpToTheLimit_AndTheOthersToldWhy()
        {
            await using PanelStand stand = await PanelStand.StartAsync();
            int taken = 0;
            int refused = 0;
            ClientWebSocket[] sockets = new ClientWebSocket[50];
            for (int index = 0; index < sockets.Length; index++)
            {
                sockets[index] = new ClientWebSocket();
                sockets[index].Options.CollectHttpResponseDetails = true;
                try
                {
                    await sockets[index].ConnectAsync(stand.Socket(), CancellationToken.None);
                    taken++;
                }
                catch (WebSocketException)
                {
                    Assert.Equal(HttpStatusCode.ServiceUnavailable, sockets[index].HttpStatusCode);
                    refused++;
                }
            }

            Assert.Equal((PanelServer.ClientsMax, 50 - PanelServer.ClientsMax), (taken, refused));
            Assert.Contains(stand.Reports, static report => report.Contains("turned away", StringComparison.Ordinal));
            Array.ForEach(sockets, static socket => socket.Dispose());
        }

        [Fact]
        public async Task Request_ThatIsTooLong_EndsTheConnectionWithItsReason()
        {
            await using PanelStand stand = await PanelStand.StartAsync();
            using ClientWebSocket socket = new();
            await socket.ConnectAsync(stand.Socket(), CancellationToken.None);

            await socket.SendAsync(new byte[100_000], WebSocketMessageType.Text, true, CancellationToken.None);
            byte[] buffer = new byte[1 << 20];
            while (socket.State == WebSocketState.Open)
            {
                await socket.ReceiveAsync(buffer, CancellationToken.None);
            }

            Assert.Contains("let go", socket.CloseStatusDescription, StringComparison.Ordinal);
        }

        [Fact]
        public async Task Page_ThatTakesNothing_IsLetGo_AndOthersGoOn()
        {
            await using PanelStand stand = await PanelStand.StartAsync();
            using ClientWebSocket deaf = new();
            await deaf.ConnectAsync(stand.Socket(), CancellationToken.None);
            using PanelPage page = new(stand);
            await page.ConnectedAsync();

            // A page that reads nothing while it asks for much fills the sockets between.
            byte[] call = "{\"id\":1,\"verb\":1,\"first\":\"SYST:HELP:HEAD?\",\"second\":\"\"}"u8.ToArray();
            try
            {
                for (int index = 0; index < 20_000 && stand.Hub.ClientCount > 1; index++)
                {
                    using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
                    await deaf.SendAsync(call, WebSocketMessageType.Text, true, patience.Token);
                }
            }
            catch (Exception problem) when (problem is WebSocketException or IOException or OperationCanceledException)
            {
                // It was let go.
            }

            Assert.True(SpinWait.SpinUntil(() => stand.Hub.ClientCount == 1, TimeSpan.FromSeconds(30)));
            Assert.Contains(stand.Reports, static report => report.Contains("let go: it took no", StringComparison.Ordinal));
            BenchReply reply = await page.Bench.SendAsync("*IDN?");
            Assert.Null(reply.Error);
        }
    }
}
