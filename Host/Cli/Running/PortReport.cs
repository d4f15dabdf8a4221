using System.Collections.Generic;
using System.IO;
using System.Threading;
using BatterySim.Host.Can.Ports;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>What the user hears of the ports.</summary>
    internal static class PortReport
    {
        /// <summary>Opens the ports. From then on what happens to them is said on standard error, unless a live view is there.</summary>
        public static void Open(PortHub? hub, CliHost host)
        {
            if (hub is null)
            {
                return;
            }

            if (host.Terminal is null)
            {
                // Sentences come from the threads of several ports.
                Lock writing = new();
                hub.Reported += sentence =>
                {
                    lock (writing)
                    {
                        host.Error.WriteLine($"batterysim: {sentence}.");
                        host.Error.Flush();
                    }
                };
            }

            try
            {
                hub.Open();
            }
            catch (CanPortException problem)
            {
                throw CliException.Failure($"{problem.Message}.");
            }
        }

        /// <summary>Says what went through each port and what was lost.</summary>
        public static void WriteSummary(TextWriter output, PortHub? hub)
        {
            if (hub is null)
            {
                return;
            }

            foreach (ICanPort port in hub.Ports)
            {
                output.WriteLine($"  {"port",-10}  {Line(port)}");
            }

            foreach (LogReplay replay in hub.Replays)
            {
                string skipped = replay.SkippedCount == 0 ? "" : $", {replay.SkippedCount} skipped, the first at {replay.FirstSkipped}";
                output.WriteLine($"  {"replay",-10}  {replay.Name}: {replay.FrameCount} frames{skipped}");
                foreach (string note in replay.Notes)
                {
                    output.WriteLine($"  {"",-10}  {note}");
                }
            }
        }

        /// <summary>State and figures of one port; what is 0 and should be is left out.</summary>
        public static string Line(ICanPort port)
        {
            PortCounters counters = port.Counters;
            List<string> parts = [$"{port.Name}: {counters.Received} received", $"{counters.Sent} sent"];
            AddIfAny(parts, counters.SendDropped, "not taken");
            AddIfAny(parts, counters.ReceiveDropped, "lost here");
            AddIfAny(parts, counters.Refused, "refused there");
            AddIfAny(parts, counters.Rubbish, "not understood");
            return string.Join(", ", parts) + (port.Phase == PortPhase.Waiting && port.LastError.Length > 0 ? $"; {port.LastError}" : "");
        }

        private static void AddIfAny(List<string> parts, long count, string what)
        {
            if (count > 0)
            {
                parts.Add($"{count} {what}");
            }
        }
    }
}
