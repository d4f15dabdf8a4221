using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Panel.Server;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>The page in a browser as a port of a run.</summary>
    internal sealed class PanelPort : IDisposable
    {
        private readonly PanelServer _server;

        private PanelPort(PanelServer server)
        {
            _server = server;
        }

        /// <summary>Where it is, with the token if there is one.</summary>
        public string Address { get; private init; } = "";

        /// <summary>Opens it.</summary>
        /// <param name="hub">Stands before the bank.</param>
        /// <param name="request">What was asked for; null for no page.</param>
        /// <param name="say">Says a sentence.</param>
        /// <returns>The port; null where none was asked for.</returns>
        public static PanelPort? Open(PanelHub hub, PanelPortRequest? request, Action<string> say)
        {
            if (request is null)
            {
                return null;
            }

            try
            {
                PanelServer server = PanelServer.StartAsync(hub, request.EndPoint, request.Token, say).GetAwaiter().GetResult();
                string token = request.Token is null ? "" : "?token=" + Uri.EscapeDataString(request.Token);
                PanelPort port = new(server) { Address = server.Address + token };
                say(server.HasPage ? $"the panel is at {port.Address}" : $"the panel is at {port.Address}, but {Lower(PanelServer.NoPage)}");
                if (request.IsOpened)
                {
                    OpenBrowser(port.Address, say);
                }

                return port;
            }
            catch (IOException problem)
            {
                throw CliException.Failure($"the panel cannot be served on {request.EndPoint} ({problem.Message.TrimEnd('.')}); choose another port with --web PORT.");
            }
        }

        /// <inheritdoc/>
        public void Dispose() => _server.DisposeAsync().AsTask().GetAwaiter().GetResult();

        private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..].TrimEnd('.');

        private static void OpenBrowser(string address, Action<string> say)
        {
            try
            {
                using Process? browser = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
            }
            catch (Exception problem) when (problem is Win32Exception or PlatformNotSupportedException or FileNotFoundException)
            {
                say($"no browser could be opened ({problem.Message.TrimEnd('.')}); open {address} by hand");
            }
        }
    }
}
