using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>Time from a 0x305 that is handed to a client's port to the first frame of the answer in the client's hands, poll cadence.</summary>
    internal static class LatencyRun
    {
        private const int Polls = 300;
        private const int WarmUpPolls = 20;
        private const int LimitMilliseconds = 5000;
        private const int PauseMilliseconds = 230;

        public static int Run(string[] arguments, TextWriter output, TextWriter error)
        {
            string[] kinds = arguments.Length == 0 ? ["slcan", "socketcand"] : arguments;
            output.WriteLine($"{"port",-14} {"polls",6} {"median ms",10} {"p99 ms",8} {"worst ms",9}");
            foreach (string kind in kinds)
            {
                List<double> times = Measure(kind);
                if (times.Count < Polls)
                {
                    error.WriteLine($"bench: {kind} answered {times.Count} of {Polls} polls; see that the port exists and nobody else is on it.");
                    return 1;
                }

                times.Sort();
                output.WriteLine($"{kind,-14} {times.Count,6} {times[times.Count / 2],10:0.00} {times[times.Count * 99 / 100],8:0.00} {times[^1],9:0.00}");
            }

            return 0;
        }

        private static List<double> Measure(string kind)
        {
            TwinOptions options = BenchTwin.CreateOptions(null)!;
            options.Inverter = null;
            options.Bank.Cadence = Cadence.Poll;
            var session = new TwinSession(options);
            using var hub = new PortHub(session.Bus);
            (Func<double> ask, IDisposable client) = kind is "slcan" or "socketcand" ? Serve(kind, hub) : Join(kind, hub);
            using IDisposable closing = client;
            using var stop = new CancellationTokenSource();
            var runner = new TwinRunner(session, SimulationPace.Real) { Hub = hub, KeepsRealTime = true };
            Task<bool> running = Task.Run(() => runner.RunAsync(null, null, stop.Token));
            var times = new List<double>();
            try
            {
                // The first set opens the conversation.
                Thread.Sleep(1500);
                for (int poll = -WarmUpPolls; poll < Polls; poll++)
                {
                    double milliseconds = ask();
                    if (milliseconds < 0)
                    {
                        break;
                    }

                    if (poll >= 0)
                    {
                        times.Add(milliseconds);
                    }

                    // Longer than a set, and not a multiple of a millisecond of either clock.
                    Thread.Sleep(PauseMilliseconds + (poll & 7));
                }
            }
            finally
            {
                stop.Cancel();
                running.GetAwaiter().GetResult();
            }

            return times;
        }

        // A port that the twin serves, and a client on a bare socket.
        private static (Func<double> Ask, IDisposable Client) Serve(string kind, PortHub hub)
        {
            var server = (ServerPort)CanPorts.CreateServer(CanPortUrlParser.ParseServed($"{kind}://127.0.0.1:0", out _)!, null);
            hub.Add(server);
            hub.Open();
            BareClient client = BareClient.Connect(kind, server.EndPoint.Port);
            return (AskBare, client);

            double AskBare()
            {
                client.Drain();
                long started = Stopwatch.GetTimestamp();
                return client.Ask() ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : -1;
            }
        }

        // A bus that the twin joins, and a second port of ours on it, whose threads are in the figure too.
        private static (Func<double> Ask, IDisposable Client) Join(string address, PortHub hub)
        {
            CanPortUrl url = CanPortUrlParser.Parse(address, out _)!;
            hub.Add(CanPorts.Create(url));
            hub.Open();
            ICanPort client = CanPorts.Create(url);
            client.Open();
            return (() => Ask(client), client);
        }

        private static double Ask(ICanPort port)
        {
            var frame = new CanFrame();
            while (port.TryReceive(frame))
            {
                // What is left of the set before.
            }

            using var arrived = new AutoResetEvent(false);
            void Wake() => arrived.Set();
            port.FrameArrived += Wake;
            try
            {
                frame.Begin(InverterReplyFrame.CanId, CanFrame.DataLengthMax);
                long started = Stopwatch.GetTimestamp();
                port.Send(frame);
                return arrived.WaitOne(LimitMilliseconds) ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : -1;
            }
            finally
            {
                port.FrameArrived -= Wake;
            }
        }
    }
}
