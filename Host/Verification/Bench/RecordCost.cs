using System.IO;
using System.Linq;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>What --record and --log add to a run of sixteen batteries over three simulated hours.</summary>
    internal static class RecordCost
    {
        private const int Rounds = 5;
        private const long EndMilliseconds = 3 * 3_600_000;

        public static int Run(TextWriter output)
        {
            Time(false);
            Time(true);
            double plain = Median.Of(Enumerable.Range(0, Rounds).Select(static _ => Time(false)));
            double recorded = Median.Of(Enumerable.Range(0, Rounds).Select(static _ => Time(true)));
            output.WriteLine("| three simulated hours of 16 batteries | median, s | ratio |");
            output.WriteLine("| --- | --- | --- |");
            output.WriteLine($"| without a record | {plain:0.000} | 1.00 |");
            output.WriteLine($"| with a record, a row of 154 numbers a second | {recorded:0.000} | {recorded / plain:0.00} |");
            return 0;
        }

        private static double Time(bool isRecorded)
        {
            var session = new TwinSession(BenchTwin.CreateOptions(null)!);
            if (isRecorded)
            {
                session.Stepped += new CsvRecorder(session, TextWriter.Null).Observe;
            }

            double started = ProcessorClock.Seconds;
            session.AdvanceTo(EndMilliseconds);
            return ProcessorClock.Seconds - started;
        }
    }
}
