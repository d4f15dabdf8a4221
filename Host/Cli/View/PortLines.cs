using System.Collections.Generic;
using BatterySim.Host.Can.Ports;

namespace BatterySim.Host.Cli.View
{
    /// <summary>A line for each port and each log: how far it has come, and what went through it.</summary>
    internal static class PortLines
    {
        private const int NarrowWidth = 80;

        /// <summary>Where SCPI and Modbus listen, then the ports and the logs.</summary>
        public static IEnumerable<TextLine> Compose(ViewPlaces places, int width)
        {
            if (places.Scpi is not null)
            {
                yield return new TextLine().Add("SCPI      ", Palette.Title).Add($"listens on {places.Scpi}");
            }

            if (places.Web is not null)
            {
                yield return new TextLine().Add("Panel     ", Palette.Title).Add(places.Web);
            }

            foreach (string place in places.Modbus)
            {
                yield return new TextLine().Add("Modbus    ", Palette.Title).Add(place);
            }

            if (places.Hub is not PortHub hub)
            {
                yield break;
            }

            foreach (ICanPort port in hub.Ports)
            {
                yield return Line(port, width);
            }

            foreach (LogReplay replay in hub.Replays)
            {
                yield return new TextLine().Add("Log       ", Palette.Title).Add(replay.Name).Add("  in ", Palette.Label).Add($"{replay.FrameCount}");
            }
        }

        private static TextLine Line(ICanPort port, int width)
        {
            PortCounters counters = port.Counters;
            (string word, Spectre.Console.Style style) = port.Phase switch
            {
                PortPhase.Open => ("open", Palette.Good),
                PortPhase.Waiting => ("waiting", Palette.Bad),
                _ => ("closed", Palette.Wary),
            };
            long lost = counters.SendDropped + counters.ReceiveDropped + counters.Refused;
            TextLine line = new TextLine().Add("Port      ", Palette.Title).Add(word, style)
                .Add("  in ", Palette.Label).Add($"{counters.Received}").Add("  out ", Palette.Label).Add($"{counters.Sent}");
            if (lost + counters.Malformed > 0)
            {
                line.Add("  lost ", Palette.Label).Add($"{lost}", Palette.Wary).Add("  not understood ", Palette.Label).Add($"{counters.Malformed}");
            }

            line.Add("  " + port.Name);
            return port.Phase == PortPhase.Waiting && width >= NarrowWidth ? line.Add("  " + port.LastError, Palette.Wary) : line;
        }
    }
}
