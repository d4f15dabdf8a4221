using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Sessions;

namespace BatterySim.Host.Cli.View
{
    /// <summary>The live view of the inverter by itself.</summary>
    internal sealed class InverterView(InverterSession session, InverterRequest request)
    {
        // Two periods of a battery that sends once a second, as all known ones do.
        private const int StaleMilliseconds = 2000;

        /// <summary>The lines for a screen.</summary>
        public IReadOnlyList<TextLine> Compose(ScreenSize size)
        {
            string source = request.LogPath is null ? "nobody else on the bus" : request.LogPath;
            long silent = session.NowMilliseconds - session.Inverter.Link.LastReceivedMilliseconds;
            List<TextLine> lines =
            [
                new TextLine().Add(" VIRTUAL SOL-ARK ", Palette.Warning).Add("  q or Ctrl+C ends", Palette.Label),
                new TextLine().Add("  ").Add(DurationText.Clock(session.NowMilliseconds), Palette.Strong)
                    .Add("  speed ", Palette.Label).Add(PaceText.Format(request.Pace))
                    .Add("  load ", Palette.Label).Add($"{request.LoadWatts} W")
                    .Add("  listens to ", Palette.Label).Add(source),
                new TextLine(),
            ];
            lines.AddRange(InverterLines.Compose(session.Inverter, size.Width, session.NowMilliseconds, StaleMilliseconds));
            lines.Add(new TextLine());
            lines.AddRange(InverterLines.Screen(session.Inverter.BmsData));
            lines.Add(new TextLine());
            lines.Add(new TextLine().Add("Link      ", Palette.Title)
                .Add("frames ", Palette.Label).Add($"{session.FrameCount}")
                .Add("  understood ", Palette.Label).Add($"{session.Inverter.Link.ReceivedCount}")
                .Add("  silent for ", Palette.Label).Add(DurationText.Format(silent), silent > 2000 ? Palette.Wary : Palette.Good)
                .Add("  0x305 ", Palette.Label).Add($"{session.Inverter.ReplyCount}"));
            List<TextLine> wrapped = [.. lines.SelectMany(line => LineWrap.Compose(line, size.Width))];
            return wrapped.Count <= size.Height ? wrapped : wrapped.GetRange(0, size.Height);
        }
    }
}
