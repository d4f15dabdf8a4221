using System.Collections.Generic;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.View
{
    /// <summary>Whether the inverter answers, and the bus.</summary>
    internal static class LinkLines
    {
        /// <summary>One line.</summary>
        public static IEnumerable<TextLine> Compose(TwinSession session, int width)
        {
            InverterLink link = session.Simulator.Link;
            LinkState state = link.StateAt(session.NowMilliseconds);
            bool isStale = state is LinkState.Late or LinkState.Lost;
            (string word, Spectre.Console.Style style) = state switch
            {
                LinkState.Alive => ("alive", Palette.Good),
                LinkState.Late => ("late", Palette.Wary),
                LinkState.Lost => ("lost", Palette.Bad),
                _ => ("waiting", Palette.Wary),
            };
            TextLine intervals = new TextLine().Add(width < BankLines.NarrowWidth ? "  ms " : "  ms min/mean/max ", Palette.Label)
                .Add($"{Figures.Period(link.IntervalMinMilliseconds)}/{Figures.Period(link.IntervalMeanMilliseconds)}/{Figures.Period(link.IntervalMaxMilliseconds)}");
            TextLine line = new TextLine().Add("Link      ", Palette.Title).Add(word, style)
                .Add("  0x305 ", Palette.Label).Add($"{link.Count}").AddAged(intervals, isStale);
            if (isStale)
            {
                line.Add("  " + AgeText.Ago("received", session.NowMilliseconds - link.LastSeenMilliseconds), Palette.Bad);
            }

            yield return line.Add("  bus ", Palette.Label)
                .Add(BusWord(session.BankNode.State), session.BankNode.State == CanBusState.ErrorActive ? Palette.Good : Palette.Bad)
                .Add("  frames ", Palette.Label).Add($"{session.Bus.FrameCount}");
        }

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
