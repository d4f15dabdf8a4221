using System.Linq;

namespace BatterySim.Host.Tests.Instrument
{
    /// <summary>Names a frame that has 29 bits in every command that takes one; runs inside a <see cref="MutatedCore"/>.</summary>
    internal static class ExtendedFrameProbe
    {
        /// <summary>Answers of the instrument, with the error that a line left, and the frames that were on the bus in the end.</summary>
        public static string[] Run(string[] lines)
        {
            var bench = new Bench();
            bench.Advance(2500);
            string[] answers = [.. lines.Select(line =>
            {
                (string reply, string error) = bench.Try(line);
                bench.Advance(1000);
                return reply + error;
            })];
            return [.. answers, bench.Frames[^1].Text];
        }
    }
}
