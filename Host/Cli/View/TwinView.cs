using System;
using System.Collections.Generic;
using System.Globalization;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Running;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.View
{
    /// <summary>The live view of a run: header, bank, batteries, inverter, link and frames.</summary>
    internal sealed class TwinView(TwinSession session, RunRequest request, PortHub? hub = null, string? scpi = null)
    {
        // Below this the frames stand in two columns and no line is left empty.
        private const int RoomyHeight = 34;

        /// <summary>The lines for a screen; the batteries get the room that the rest leaves.</summary>
        public IReadOnlyList<TextLine> Compose(ScreenSize size, bool isUnicode, TimeSpan elapsed)
        {
            bool isRoomy = size.Height >= RoomyHeight;
            List<TextLine> above = [.. Header(elapsed), .. BankLines.Compose(session.Simulator.Report, size.Width, isUnicode)];
            List<TextLine> below = [.. InverterLines.Compose(session.Inverter, size.Width), .. LinkLines(size.Width),
                .. PortLines.Compose(hub, size.Width, scpi),
                .. FrameLines.Compose(session.Simulator.Schedule, size.Width, isRoomy)];
            int room = size.Height - above.Count - below.Count - (isRoomy ? 3 : 0);
            List<TextLine> lines = above;
            AddGap(lines, isRoomy);
            if (isRoomy)
            {
                lines.Add(BatteryLines.Head(isUnicode));
            }

            lines.AddRange(BatteryLines.Compose(session.Simulator.Bank, new ScreenSize(size.Width, room), isUnicode));
            AddGap(lines, isRoomy);
            lines.AddRange(below);
            return lines;
        }

        private static void AddGap(List<TextLine> lines, bool isRoomy)
        {
            if (isRoomy)
            {
                lines.Add(new TextLine());
            }
        }

        private IEnumerable<TextLine> Header(TimeSpan elapsed)
        {
            yield return new TextLine().Add(" NO REAL BATTERY: simulated bank ", Palette.Warning)
                .Add("  " + session.Simulator.Bank.Profile.Title, Palette.Strong).Add("  q or Ctrl+C ends", Palette.Label);
            yield return new TextLine().Add("  " + session.Simulator.Bank.Profile.Caveat, Palette.Wary);
            double factor = elapsed.TotalMilliseconds > 500 ? session.NowMilliseconds / elapsed.TotalMilliseconds : 0;
            string measured = factor == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({factor:0.#}x)");
            string end = request.DurationMilliseconds is long duration ? " of " + DurationText.Format(duration) : "";
            yield return new TextLine()
                .Add("  ").Add(DurationText.Clock(session.NowMilliseconds), Palette.Strong).Add(end)
                .Add("  speed ", Palette.Label).Add(PaceText.Format(request.Pace) + measured)
                .Add("  seed ", Palette.Label).Add(request.Options.Bank.Seed.ToString(CultureInfo.InvariantCulture))
                .Add("  load ", Palette.Label).Add($"{session.LoadWatts} W")
                .Add("  ").Add(session.Simulator.Schedule.Dialect.Name).Add("  ").Add(CadenceWord(session.Simulator.Schedule.Cadence));
        }

        private IEnumerable<TextLine> LinkLines(int width)
        {
            InverterLink link = session.Simulator.Link;
            LinkState state = link.StateAt(session.NowMilliseconds);
            (string word, Spectre.Console.Style style) = state switch
            {
                LinkState.Alive => ("alive", Palette.Good),
                LinkState.Late => ("late", Palette.Wary),
                LinkState.Lost => ("lost", Palette.Bad),
                _ => ("waiting", Palette.Wary),
            };
            yield return new TextLine().Add("Link      ", Palette.Title).Add(word, style)
                .Add("  0x305 ", Palette.Label).Add($"{link.Count}")
                .Add(width < BankLines.NarrowWidth ? "  ms " : "  ms min/mean/max ", Palette.Label)
                .Add($"{Figures.Period(link.IntervalMinMilliseconds)}/{Figures.Period(link.IntervalMeanMilliseconds)}/{Figures.Period(link.IntervalMaxMilliseconds)}")
                .Add("  bus ", Palette.Label).Add(BusWord(session.BankNode.State), session.BankNode.State == CanBusState.ErrorActive
                    ? Palette.Good : Palette.Bad)
                .Add("  frames ", Palette.Label).Add($"{session.Bus.FrameCount}");
        }

        private static string CadenceWord(Cadence cadence) => cadence == Cadence.Poll ? "poll" : cadence == Cadence.Both ? "both" : "broadcast";

        private static string BusWord(CanBusState state)
        {
            return state switch
            {
                CanBusState.ErrorActive => "error-active",
                CanBusState.ErrorWarning => "error-warning",
                CanBusState.ErrorPassive => "error-passive",
                _ => "bus-off",
            };
        }
    }
}
