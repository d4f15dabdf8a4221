using BatterySim.Host.Can.Logs;
using Xunit;

namespace BatterySim.Host.Tests.Logs
{
    public class LogFuzzTests
    {
        // 'bench fuzz logs' gives a million; this many show that no reader throws, and that both frames and faults are met.
        [Theory]
        [InlineData(1)]
        [InlineData(2)]
        public void Readers_DamagedLinesAndPackets_EndWithoutAnException(uint seed)
        {
            (long frames, long problems) = LogFuzz.Run(seed, 20_000);

            Assert.InRange(frames, 1000, 20_000);
            Assert.InRange(problems, 2000, 20_000);
        }
    }
}
