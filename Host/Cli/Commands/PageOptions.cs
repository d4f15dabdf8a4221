using System.Collections.Generic;
using System.CommandLine;
using BatterySim.Host.Cli.Sessions;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary>The options of the page in a browser, where nothing else listens.</summary>
    internal sealed class PageOptions
    {
        private readonly WebOptions _web = new();
        private readonly Option<string?> _listen = new("--listen")
        {
            HelpName = "ADDRESS",
            Description = "Address to serve the panel on, such as 0.0.0.0 for all; needs --token. [default: this machine only]",
        };

        private readonly Option<string?> _token = new("--token")
        {
            HelpName = "TEXT",
            Description = "What a page has to give in its address. [default: nothing]",
        };

        /// <summary>The options in the order in which help lists them.</summary>
        public IEnumerable<Option> All => [.. _web.All, _listen, _token];

        /// <summary>Reads and checks them; null where no page is asked for.</summary>
        public PanelPortRequest? Read(ParseResult parsed)
        {
            string? listen = parsed.GetValue(_listen);
            string? token = parsed.GetValue(_token);
            if ((listen ?? token) is not null && !_web.IsAsked(parsed))
            {
                throw CliException.Usage($"{(listen is null ? "--token" : "--listen")} is for the panel, which is not served; add --web, or leave it out.");
            }

            return _web.Read(parsed, ListenAddress.Read(listen), WebOptions.Token(token));
        }
    }
}
