using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Scpi;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.View
{
    /// <summary>The live view of a run: what the bank says, how its batteries are, what the inverter makes of it, and what happened.</summary>
    internal sealed class TwinView
    {
        // From here on there is room for empty lines and for what the frames say.
        private const int RoomyHeight = 34;
        private const int RoomyWidth = 100;
        private const int BatteryLinesMin = 4;
        private const int GapCount = 3;

        private static readonly string[] Hints = ["? keys", "+- load", "b breaker", "c chain", "o output", "x faults", "space pause", "r RST"];

        private readonly TwinSession _session;
        private readonly RunRequest _request;
        private readonly LocalInstrument _instrument;
        private readonly FrameLines _frames;
        private readonly Trends _trends;
        private readonly EventFeed _events;

        /// <summary>Makes a view.</summary>
        /// <param name="session">What is watched.</param>
        /// <param name="request">What was asked for.</param>
        public TwinView(TwinSession session, RunRequest request)
        {
            _session = session;
            _request = request;
            _instrument = new LocalInstrument(session.Simulator);
            _frames = new FrameLines(session, new SignalMemory(_instrument));
            _trends = new Trends(session);
            _events = new EventFeed(session.Simulator);
            Keys = new ViewKeys(session, request, State, _instrument, () => Places.Runner?.Pace ?? request.Pace);
        }

        /// <summary>What drives the run, and where others can connect.</summary>
        public ViewPlaces Places { get; set; } = new();

        /// <summary>What is chosen to be seen.</summary>
        public ViewState State { get; } = new();

        /// <summary>What the keys do.</summary>
        public ViewKeys Keys { get; }

        /// <summary>Takes a sentence of a port or of the machine for the list of events; on any thread.</summary>
        public void Report(string sentence) => _events.Report(sentence);

        /// <summary>The lines for a screen: none wider, and no more than it has; the last one is for the keys.</summary>
        public IReadOnlyList<TextLine> Compose(ScreenSize size, bool isUnicode, TimeSpan elapsed)
        {
            _trends.Observe();
            _events.Observe();
            List<TextLine> page = State.IsHelpShown
                ? Wrap(HelpLines.Compose(Keys.All), size.Width)
                : Page(size with { Height = size.Height - 1 }, isUnicode, elapsed);
            return Window(page, size);
        }

        private static List<TextLine> Wrap(IEnumerable<TextLine> lines, int width) => [.. lines.SelectMany(line => LineWrap.Compose(line, width))];

        private List<TextLine> Page(ScreenSize size, bool isUnicode, TimeSpan elapsed)
        {
            Simulator simulator = _session.Simulator;
            bool isRoomy = size.Height >= RoomyHeight - 1;
            State.IsRawShown = State.IsRaw ?? !(isRoomy && size.Width >= RoomyWidth);
            long staleMilliseconds = new WireAge(_session).StaleAfterMilliseconds;
            List<TextLine> above = Wrap(
            [
                .. HeaderLines.Compose(_session, Places.Runner, _request, elapsed),
                .. FaultLines.Compose(simulator, _instrument),
                .. BankLines.Compose(_session, size.Width, isUnicode),
            ],
                size.Width);
            List<TextLine> below = Wrap(
            [
                .. InverterLines.Compose(_session.Inverter, size.Width, _session.NowMilliseconds, staleMilliseconds),
                .. LinkLines.Compose(_session, size.Width),
                .. PortLines.Compose(Places, size.Width),
                .. _frames.Compose(size.Width, State.IsRawShown),
            ],
                size.Width);
            List<TextLine> head = isRoomy ? Wrap([BatteryLines.Head(State, isUnicode)], size.Width) : [];
            int room = size.Height - above.Count - below.Count - head.Count - (isRoomy ? GapCount : 0);
            IReadOnlyList<TextLine> batteries = BatteryLines.Compose(
                simulator, State, new ScreenSize(size.Width, Math.Max(BatteryLinesMin, room)), isUnicode);
            List<TextLine> page = [.. above, .. Gap(isRoomy), .. head, .. Wrap(batteries, size.Width), .. Gap(isRoomy), .. below];
            page.AddRange(Free(size, size.Height - page.Count, isRoomy, isUnicode));
            return page;
        }

        // What is left goes to the course of the values, then to what happened.
        private IEnumerable<TextLine> Free(ScreenSize size, int room, bool isRoomy, bool isUnicode)
        {
            if (room <= 0)
            {
                return [];
            }

            List<TextLine> gap = isRoomy ? [new TextLine()] : [];
            List<TextLine> trends = room >= _trends.LineCount + gap.Count + 1 ? [.. gap, .. _trends.Compose(size.Width, isUnicode)] : [];
            List<TextLine> events = Wrap(_events.Compose(room - trends.Count - gap.Count), size.Width);
            return [.. trends, .. gap, .. events.Take(Math.Max(0, room - trends.Count - gap.Count))];
        }

        private static IEnumerable<TextLine> Gap(bool isRoomy) => isRoomy ? [new TextLine()] : [];

        private List<TextLine> Window(List<TextLine> page, ScreenSize size)
        {
            int height = Math.Max(1, size.Height - 1);
            int hidden = Math.Max(0, page.Count - height);
            State.FirstLine = Math.Clamp(State.FirstLine, 0, hidden);
            List<TextLine> lines = page.GetRange(State.FirstLine, Math.Min(height, page.Count - State.FirstLine));
            if (size.Height <= 1)
            {
                return lines;
            }

            while (lines.Count < height)
            {
                lines.Add(new TextLine());
            }

            string more = hidden == 0 ? "" : $"lines {State.FirstLine + 1} to {State.FirstLine + height} of {page.Count}, PgDn PgUp  ";
            TextLine last = new TextLine().Add(more, Palette.Wary);
            lines.Add(State.Message.Length > 0 ? last.Add(State.Message, Palette.Strong) : last.Add(Hint(size.Width - last.Length)));
            return lines;
        }

        // As many keys as fit; all of them are in the help.
        private string Hint(int width)
        {
            string hint = $"battery {State.Selected + 1}";
            foreach (string key in Hints)
            {
                hint = hint.Length + key.Length + 2 <= width ? $"{hint}  {key}" : hint;
            }

            return hint;
        }
    }
}
