using System.IO;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Cli.View;
using BatterySim.Host.Inverter;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>What the inverter received, would have done and raised.</summary>
    internal static class InverterSummary
    {
        /// <summary>Writes it; what is to be said about the log goes to standard error.</summary>
        public static void Write(CliHost host, InverterRequest request, InverterSession session)
        {
            TextWriter output = host.Output;
            VirtualSolArk inverter = session.Inverter;
            output.WriteLine();
            output.WriteLine("Summary");
            output.WriteLine($"  time        {DurationText.Format(session.NowMilliseconds)}");
            output.WriteLine($"  frames      {session.FrameCount} received, {inverter.Link.ReceivedCount} understood");
            output.WriteLine($"  0x305       {inverter.ReplyCount} {(request.LogPath is null ? "sent" : "would have been sent")}");
            output.WriteLine($"  state       {InverterWords.State(inverter)}, {Figures.FromMilli(inverter.CurrentMilliamps, 1)} A");
            output.WriteLine("  faults      " + InverterWords.FaultHistory(inverter));
            foreach (string note in session.LogNotes)
            {
                host.Error.WriteLine($"batterysim: {note}.");
            }
        }
    }
}
