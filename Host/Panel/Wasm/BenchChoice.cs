using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using BatterySim.Bms;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Panel.Engine.Local;
using BatterySim.Host.Panel.Engine.Remote;

namespace BatterySim.Host.Panel.Wasm
{
    /// <summary>Finds what the page is for: the bench of the server that it came from, or, on a static site, a twin inside the page.</summary>
    internal static class BenchChoice
    {
        private const string SocketName = "bench";
        private const string TokenName = "token";
        private const string LocalName = "local";

        // What the server of a bench says to a plain request: upgrade, refused, too many.
        private static readonly int[] ServerAnswers = [401, 403, 426, 503];

        /// <summary>Asks the server once; with <c>?local</c> in the address the twin is inside the page wherever it came from.</summary>
        /// <param name="client">Its base is the folder of the page.</param>
        /// <param name="page">Address of the page.</param>
        public static async Task<IBench> FindAsync(HttpClient client, Uri page)
        {
            string[] query = page.Query.TrimStart('?').Split('&');
            string token = query.FirstOrDefault(static part => part.StartsWith(TokenName + "=", StringComparison.Ordinal)) ?? "";
            if (!query.Contains(LocalName) && await HasServerAsync(client).ConfigureAwait(true))
            {
                UriBuilder socket = new(new Uri(client.BaseAddress!, SocketName)) { Query = token };
                socket.Scheme = socket.Scheme == "https" ? "wss" : "ws";
                return new RemoteBench(socket.Uri, client);
            }

            return new LocalBench(DefaultBank.Create(), Product.Version);
        }

        private static async Task<bool> HasServerAsync(HttpClient client)
        {
            try
            {
                using HttpResponseMessage answer = await client.GetAsync(new Uri(SocketName, UriKind.Relative)).ConfigureAwait(true);
                return ServerAnswers.Contains((int)answer.StatusCode);
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }
}
