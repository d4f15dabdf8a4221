using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Net;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Panel.Server;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary>The options of the page in a browser.</summary>
    internal sealed class WebOptions
    {
        private readonly Option<string?> _web = new("--web")
        {
            HelpName = "PORT",
            Arity = ArgumentArity.ZeroOrOne,
            Description = $"Serve the bench panel to browsers. [default port: {PanelServer.DefaultPort}; 0 for any free one]",
        };

        private readonly Option<bool> _open = new("--open") { Description = "Open the panel in the browser of this machine." };

        /// <summary>The options in the order in which help lists them.</summary>
        public IEnumerable<Option> All => [_web, _open];

        /// <summary>True where the page is served.</summary>
        public bool IsAsked(ParseResult parsed) => parsed.GetResult(_web) is not null;

        /// <summary>Checks a token; null where none is given.</summary>
        public static string? Token(string? token)
        {
            return token is null || (token.Length is > 0 and <= 256 && token.All(static letter => letter is >= '!' and <= '~' and not ('"' or '\'')))
                ? token
                : throw CliException.Usage("--token takes 1 to 256 printable characters without blanks and quotes.");
        }

        /// <summary>Reads and checks them.</summary>
        /// <param name="parsed">The command line.</param>
        /// <param name="address">Address to listen on.</param>
        /// <param name="token">What a page has to give; null for nothing.</param>
        public PanelPortRequest? Read(ParseResult parsed, IPAddress address, string? token)
        {
            bool isOpened = parsed.GetValue(_open);
            if (!IsAsked(parsed))
            {
                return isOpened ? throw CliException.Usage("--open opens the panel, which is not served; add --web, or leave it out.") : null;
            }

            string port = parsed.GetValue(_web) ?? $"{PanelServer.DefaultPort}";
            if (token is null && !IPAddress.IsLoopback(address))
            {
                throw CliException.Usage($"--web on {address} lets other machines command this bank; add --token TEXT, or leave --listen out.");
            }

            return new PanelPortRequest(new IPEndPoint(address, (int)Values.WholeNumber("--web", port, 0, IPEndPoint.MaxPort)), token, isOpened);
        }
    }
}
