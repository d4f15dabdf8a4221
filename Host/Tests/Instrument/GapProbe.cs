using System.Linq;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol.Frames;

namespace BatterySim.Host.Tests.Instrument
{
    /// <summary>What a bank answers where an error once went unnoticed; runs inside a <see cref="MutatedCore"/> too.</summary>
    internal static class GapProbe
    {
        /// <summary>The answer to one question.</summary>
        public static string Answer(string probe)
        {
            var bench = new Bench();
            return probe switch
            {
                "histogram-cleared" => Intervals(bench, 1000, 1000) + Do(bench, "INV:CLE") + Counts(bench),
                "histogram-edge" => Intervals(bench, 1100, 20, 10_000),
                "status-once" => Status(bench),
                "service-bit-6" => Do(bench, "*SRE 255") + bench.Ask("*SRE?"),
                "delayed-frame-after-silence" => Silence(bench),
                "master-limits" => Limits(bench),
                _ => "no such probe",
            };
        }

        private static string Do(Bench bench, string line) => bench.Ask(line);

        private static string Counts(Bench bench) =>
            string.Join(' ', bench.Ask("INV:HIST?").Split(',').Where(static (_, place) => place % 2 == 1));

        private static string Intervals(Bench bench, params int[] milliseconds)
        {
            CanFrame reply = new();
            reply.Begin(InverterReplyFrame.CanId, CanFrame.DataLengthMax);
            bench.Simulator.Receive(reply);
            foreach (int interval in milliseconds)
            {
                bench.Advance(interval);
                bench.Simulator.Receive(reply);
            }

            return Counts(bench) + ";";
        }

        // A condition that lasts raises its event once, however often it is looked at.
        private static string Status(Bench bench)
        {
            bench.Advance(3000);
            string first = bench.Ask("STAT:OPER?");
            bench.Advance(3000);
            return first + ";" + bench.Ask("STAT:OPER?") + ";" + bench.Ask("STAT:OPER:COND?");
        }

        // The master goes to sleep while a frame is still on its way: it must not leave from a BMS that sleeps.
        private static string Silence(Bench bench)
        {
            bench.Ask("FAUL:FRAM379:DEL 5 S");
            bench.Advance(4000);
            bench.Ask("MOD1:BRE OFF;:MOD1:RST 3 S");
            bench.Advance(3500);
            bench.Frames.Clear();
            bench.Advance(8000);
            return string.Join(' ', bench.Frames.Where(static frame => frame.Id == CapacityFrame.CanId).Select(static frame => frame.Text));
        }

        private static string Limits(Bench bench)
        {
            bench.Ask("POL:LIM master;:MOD1:SOC 95");
            bench.Advance(5000);
            return bench.Ask("FRAM351:SIGN?");
        }
    }
}
