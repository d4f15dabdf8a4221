using System;
using System.Collections.Generic;
using System.Globalization;
using BatterySim.Bms.Protocol;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.View
{
    /// <summary>What runs, how fast, and what of it was switched off or was late.</summary>
    internal static class HeaderLines
    {
        /// <summary>Three lines, and one more for each thing that is not as it should be.</summary>
        public static IEnumerable<TextLine> Compose(TwinSession session, TwinRunner? runner, RunRequest request, TimeSpan elapsed)
        {
            yield return new TextLine().Add(" NO REAL BATTERY: simulated bank ", Palette.Warning)
                .Add("  " + session.Simulator.Bank.Profile.Title, Palette.Strong).Add("  q ends, ? shows the keys", Palette.Label);
            yield return new TextLine().Add("  " + session.Simulator.Bank.Profile.Caveat, Palette.Wary);
            SimulationPace pace = runner?.Pace ?? request.Pace;
            double factor = elapsed.TotalMilliseconds > 500 ? session.NowMilliseconds / elapsed.TotalMilliseconds : 0;
            string measured = factor == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (mean {factor:0.#}x)");
            string end = request.DurationMilliseconds is long duration ? " of " + DurationText.Format(duration) : "";
            yield return new TextLine()
                .Add("  ").Add(DurationText.Clock(session.NowMilliseconds), Palette.Strong).Add(end)
                .Add("  speed ", Palette.Label).Add(PaceText.Format(pace) + measured)
                .Add("  seed ", Palette.Label).Add(request.Options.Bank.Seed.ToString(CultureInfo.InvariantCulture))
                .Add("  load ", Palette.Label).Add($"{session.LoadWatts} W")
                .Add("  ").Add(session.Simulator.Schedule.Dialect.Name).Add("  ").Add(CadenceWord(session.Simulator.Schedule.Cadence));
            if (!pace.IsMax && pace.Factor <= SimulationPace.FactorMin)
            {
                yield return new TextLine().Add(" PAUSED ", Palette.Warning).Add("  a simulated millisecond a second; space goes on");
            }

            if (!session.Simulator.IsOutputOn)
            {
                yield return new TextLine().Add(" OUTPUT OFF ", Palette.Warning).Add("  no frame leaves; OUTP ON lets them out");
            }

            if (runner is not null && runner.Slips.Count > 0)
            {
                yield return new TextLine().Add("Host      ", Palette.Title)
                    .Add($"this machine was late {runner.Slips.Count} {(runner.Slips.Count == 1 ? "time" : "times")}, {runner.Slips.WorstMilliseconds} ms at the worst", Palette.Bad);
            }
        }

        private static string CadenceWord(Cadence cadence) => cadence == Cadence.Poll ? "poll" : cadence == Cadence.Both ? "both" : "broadcast";
    }
}
