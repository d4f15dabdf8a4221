using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Threading;
using BatterySim.Host.Can.Ports;

namespace BatterySim.Host.Cli.Sessions
{
    /// <summary>What the user is told about the ports.</summary>
    internal static class PortReport
    {
        /// <summary>Opens the ports. From then on what happens to them is said on standard error, or to a live view.</summary>
        /// <param name="hub">The ports; null for none.</param>
        /// <param name="host">Where text goes.</param>
        /// <param name="view">Takes the sentences where a live view covers the terminal; null for nobody.</param>
        /// <returns>Says a sentence, without its full stop, in the same way; from any thread.</returns>
        public static Action<string> Open(PortHub? hub, CliHost host, Action<string>? view = null)
        {
            // Sentences come from the threads of several ports.
            Lock writing = new();
            void Say(string sentence)
            {
                if (host.Terminal is not null)
                {
                    view?.Invoke(sentence);
                    return;
                }

                lock (writing)
                {
                    host.Error.WriteLine($"batterysim: {sentence}.");
                    host.Error.Flush();
                }
            }

            if (hub is null)
            {
                return Say;
            }

            hub.Reported += Say;

            try
            {
                hub.Open();
            }
            catch (CanPortException problem)
            {
                throw CliException.Failure($"{problem.Message}.");
            }

            return Say;
        }

        /// <summary>What to add to a sentence about a port that others than this machine can reach; empty for one that they cannot.</summary>
        /// <param name="address">Where the port listens.</param>
        /// <param name="hasToken">True if a connection has to give a token.</param>
        /// <param name="what">What can be commanded through it.</param>
        public static string Warning(IPAddress address, bool hasToken, string what) =>
            IPAddress.IsLoopback(address) ? ""
            : hasToken ? ", which other machines reach with the token"
            : $", which other machines reach: anybody there can command {what}";

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
            AddIfAny(parts, counters.Malformed, "not understood");
            AddNews(parts, counters);
            return string.Join(", ", parts) + (port.Phase != PortPhase.Closed && port.LastError.Length > 0 ? $"; {port.LastError}" : "");
        }

        // An adapter that takes a frame does not say that anybody on its bus acknowledged it; a frame from there is the first proof of life.
        private static void AddNews(List<string> parts, PortCounters counters)
        {
            if (counters.Sent > 0 && counters.Received == 0)
            {
                parts.Add("nothing received from there yet, so that nobody may have acknowledged");
            }
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
