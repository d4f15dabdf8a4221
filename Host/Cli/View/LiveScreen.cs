using System;
using System.Collections.Generic;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BatterySim.Host.Cli.View
{
    /// <summary>The terminal's second screen while something is watched; the first comes back untouched.</summary>
    internal sealed class LiveScreen : IDisposable
    {
        private readonly IAnsiConsole _terminal;

        /// <summary>Switches to the second screen and hides the cursor.</summary>
        public LiveScreen(IAnsiConsole terminal)
        {
            _terminal = terminal;
            _terminal.Write(new Codes("\u001b[?1049h\u001b[?25l\u001b[2J"));
        }

        /// <summary>Paints the screen at its present size.</summary>
        /// <param name="compose">Makes the lines for a size; told whether the terminal shows more than ASCII.</param>
        public void Draw(Func<ScreenSize, bool, IReadOnlyList<TextLine>> compose)
        {
            ScreenSize size = new(_terminal.Profile.Width, _terminal.Profile.Height);
            _terminal.Write(new Screen(compose(size, _terminal.Profile.Capabilities.Unicode), size, isPlaced: true));
        }

        /// <inheritdoc />
        public void Dispose() => _terminal.Write(new Codes("\u001b[?25h\u001b[?1049l"));

        private sealed class Codes(string text) : Renderable
        {
            protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [Segment.Control(text)];
        }
    }
}
