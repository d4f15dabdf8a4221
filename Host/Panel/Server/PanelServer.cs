using System;
using System.IO;
using System.IO.Compression;
using System.Net;
using System.Net.WebSockets;
using System.Threading;
using System.Threading.Tasks;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Panel.Engine.Scenarios;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BatterySim.Host.Panel.Server
{
    /// <summary>Serves the page and its connections over HTTP.</summary>
    /// <remarks>Nothing is changed by a request but over the WebSocket, which is refused to pages from elsewhere.</remarks>
    public sealed class PanelServer : IAsyncDisposable
    {
        /// <summary>Port where none is given.</summary>
        public const int DefaultPort = 8480;

        /// <summary>Pages at a time; one more is told so.</summary>
        public const int ClientsMax = 32;

        private const string SocketPath = "/bench";
        private static readonly string ContentPolicy =
            $"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' {PanelLibrary.ReportStyleSource}; "
            + "img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; frame-src 'self' blob:; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

        private readonly WebApplication _application;
        private readonly PanelHub _hub;
        private readonly PanelGate _gate;
        private readonly PanelFiles _files;
        private readonly ReportLimiter _reports;
        private readonly CancellationTokenSource _stop = new();
        private int _clients;

        private PanelServer(WebApplication application, PanelHub hub, PanelGate gate, PanelFiles files, Action<string> report)
        {
            _application = application;
            _hub = hub;
            _gate = gate;
            _files = files;
            _reports = new ReportLimiter(report);
        }

        /// <summary>Where it listens.</summary>
        public Uri Address { get; private set; } = new("http://127.0.0.1");

        /// <summary>False in a build that was made without the page.</summary>
        public bool HasPage => _files.HasPage;

        /// <summary>Starts to listen.</summary>
        /// <param name="hub">Stands before the bank.</param>
        /// <param name="endPoint">Where; port 0 for any free one.</param>
        /// <param name="token">What a page has to give; null for nothing, on this machine only.</param>
        /// <param name="report">Takes, on any thread, a sentence without its full stop that a person should know.</param>
        /// <exception cref="IOException">The port is taken or the address is not this machine's.</exception>
        /// <exception cref="ArgumentException">Other machines could reach it, and there is no token.</exception>
        public static async Task<PanelServer> StartAsync(PanelHub hub, IPEndPoint endPoint, string? token, Action<string> report)
        {
            ArgumentNullException.ThrowIfNull(endPoint);
            if (token is null && !IPAddress.IsLoopback(endPoint.Address))
            {
                throw new ArgumentException("A page that other machines reach needs a token.", nameof(token));
            }

            WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
            {
                options.AddServerHeader = false;
                options.Limits.MaxRequestBodySize = 0;
                options.Limits.MaxConcurrentConnections = 4 * ClientsMax;
                options.Limits.MaxConcurrentUpgradedConnections = 2 * ClientsMax;
                options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(5);
                options.Listen(endPoint);
            });
            builder.Services.Configure<HostOptions>(static options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
            WebApplication application = builder.Build();
            application.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(5) });
            PanelServer server = new(application, hub, new PanelGate(token, Dns.GetHostName()), new PanelFiles(typeof(PanelServer).Assembly), report);
            application.Run(server.ServeAsync);
            await application.StartAsync().ConfigureAwait(false);
            IServerAddressesFeature? addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
            foreach (string address in addresses?.Addresses ?? [])
            {
                server.Address = new Uri(address);
            }

            return server;
        }

        /// <inheritdoc/>
        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync().ConfigureAwait(false);
            await _application.StopAsync().ConfigureAwait(false);
            await _application.DisposeAsync().ConfigureAwait(false);
            _stop.Dispose();
        }

        private async Task ServeAsync(HttpContext context)
        {
            HttpRequest request = context.Request;
            AddHeaders(context.Response.Headers);
            if (!_gate.IsHostAllowed(request.Host.Host))
            {
                _reports.Report("asked for under a strange name", $"a page asked for this machine as '{Printable(request.Host.Host)}' and was refused");
                await RefuseAsync(context, 421, "This machine is not called so; use its address, or localhost.").ConfigureAwait(false);
            }
            else if (request.Method is not ("GET" or "HEAD"))
            {
                context.Response.Headers.Allow = "GET, HEAD";
                await RefuseAsync(context, 405, "Only GET is served; a bank is commanded over the page's WebSocket.").ConfigureAwait(false);
            }
            else if (request.Path == SocketPath)
            {
                await ServeSocketAsync(context).ConfigureAwait(false);
            }
            else
            {
                await ServeFileAsync(context).ConfigureAwait(false);
            }
        }

        private static void AddHeaders(IHeaderDictionary headers)
        {
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        }

        private async Task ServeSocketAsync(HttpContext context)
        {
            string? origin = context.Request.Headers.Origin;
            if (!PanelGate.IsOriginAllowed(origin, context.Request.Host.Value ?? ""))
            {
                _reports.Report("refused to a page from elsewhere", $"a page of {Printable(origin!)} tried to command this bank and was refused");
                await RefuseAsync(context, 403, "Pages from elsewhere may not command this bank.").ConfigureAwait(false);
            }
            else if (!_gate.IsTokenRight(context.Request.Query["token"]))
            {
                await RefuseAsync(context, 401, "The token is missing or wrong; open the address with ?token=... that the program printed.").ConfigureAwait(false);
            }
            else if (!context.WebSockets.IsWebSocketRequest)
            {
                await RefuseAsync(context, 426, "Here is a WebSocket.").ConfigureAwait(false);
            }
            else if (Interlocked.Increment(ref _clients) > ClientsMax)
            {
                Interlocked.Decrement(ref _clients);
                _reports.Report("turned away", $"a page was turned away: {ClientsMax} are open already");
                await RefuseAsync(context, 503, $"{ClientsMax} pages are open already; close one.").ConfigureAwait(false);
            }
            else
            {
                await SpeakAsync(context).ConfigureAwait(false);
            }
        }

        private async Task SpeakAsync(HttpContext context)
        {
            try
            {
                using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync().ConfigureAwait(false);
                using PanelClient client = new(socket, _hub);
                _hub.Add(client);
                try
                {
                    if (await client.RunAsync(_stop.Token).ConfigureAwait(false) is string reason)
                    {
                        _reports.Report("let go", $"a page was let go: {reason}");
                    }
                }
                finally
                {
                    _hub.Remove(client);
                }
            }
            finally
            {
                Interlocked.Decrement(ref _clients);
            }
        }

        private async Task ServeFileAsync(HttpContext context)
        {
            HttpResponse response = context.Response;
            PanelFile? file = _files.Find(context.Request.Path.Value ?? "/");
            if (file is null)
            {
                await RefuseAsync(context, HasPage ? 404 : 503, HasPage ? "There is no such file." : NoPage).ConfigureAwait(false);
                return;
            }

            response.ContentType = file.ContentType;
            response.Headers.CacheControl = file.IsFingerprinted ? "public, max-age=31536000, immutable" : "no-cache";
            response.Headers.Vary = "Accept-Encoding";
            bool takesGzip = context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
            byte[] bytes = takesGzip ? file.Compressed : Expand(file.Compressed);
            if (takesGzip)
            {
                response.Headers.ContentEncoding = "gzip";
            }

            response.ContentLength = bytes.Length;
            if (context.Request.Method == "GET")
            {
                await response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
            }
        }

        /// <summary>What a build without the page says.</summary>
        public const string NoPage =
            "This build was made without the page. Build it with --configuration Release, or add -p:WithPanel=true; it takes about a minute.";

        private static byte[] Expand(byte[] compressed)
        {
            using GZipStream source = new(new MemoryStream(compressed), CompressionMode.Decompress);
            using MemoryStream bytes = new();
            source.CopyTo(bytes);
            return bytes.ToArray();
        }

        private static async Task RefuseAsync(HttpContext context, int status, string text)
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(text + "\n", context.RequestAborted).ConfigureAwait(false);
        }

        private static string Printable(string text)
        {
            const int LengthMax = 100;
            char[] kept = text.Length > LengthMax ? text[..LengthMax].ToCharArray() : text.ToCharArray();
            return new string(Array.ConvertAll(kept, static letter => letter is >= ' ' and <= '~' ? letter : '.'));
        }
    }
}
