using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Threading;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BatterySim.Host.Cli.View
{
    /// <summary>The terminal's second screen while something is watched; the first comes back untouched at the end and while suspended.</summary>
    internal sealed class LiveScreen : IDisposable
    {
        private const string Enter = "\u001b[?1049h\u001b[?25l\u001b[2J";
        private const string Leave = "\u001b[?25h\u001b[?1049l";

        private readonly IAnsiConsole _terminal;
        private readonly Lock _writing = new();
        private readonly List<PosixSignalRegistration> _signals = [];

        /// <summary>Switches to the second screen and hides the cursor.</summary>
        public LiveScreen(IAnsiConsole terminal)
        {
            _terminal = terminal;
            Write(Enter);
            if (!OperatingSystem.IsWindows())
            {
                _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTSTP, OnSuspend));
                _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGCONT, _ => Write(Enter)));
            }
        }

        /// <summary>Paints the screen at its present size.</summary>
        /// <param name="compose">Makes the lines for a size; told whether the terminal shows more than ASCII.</param>
        public void Draw(Func<ScreenSize, bool, IReadOnlyList<TextLine>> compose)
        {
            ScreenSize size = new(_terminal.Profile.Width, _terminal.Profile.Height);
            Screen screen = new(compose(size, _terminal.Profile.Capabilities.Unicode), size, isPlaced: true);
            lock (_writing)
            {
                _terminal.Write(screen);
            }
        }

        /// <inheritdoc />
        public void Dispose()
        {
            _signals.ForEach(static signal => signal.Dispose());
            Write(Leave);
        }

        // A handled SIGTSTP does not stop a .NET program by itself; SIGSTOP cannot be handled. Nothing is drawn in between.
        private void OnSuspend(PosixSignalContext context)
        {
            context.Cancel = true;
            lock (_writing)
            {
                Write(Leave);
                ProcessSuspension.Suspend();
            }
        }

        private void Write(string codes)
        {
            lock (_writing)
            {
                _terminal.Write(new Codes(codes));
            }
        }

        private sealed class Codes(string text) : Renderable
        {
            protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [Segment.Control(text)];
        }
    }
}
