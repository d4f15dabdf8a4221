using System;
using BatterySim.Host.Scenarios.Certification;
using BatterySim.Host.Tests.Twin;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios.Certification
{
    public class RemainingTimeTests
    {
        private static readonly CertificationProbe[] Probes = [Probe("a", 100), Probe("b", 400), Probe("c", 100), Probe("d", 60)];

        // A probe whose conditions were missing ends at once; the others are not ten times as fast for that.
        [Theory]
        [InlineData(0, 560)]
        [InlineData(100, 560)]
        [InlineData(300, 1069)]
        public void Start_AfterAProbe_CountsOnlyWhatRan(int tookSeconds, int leftSeconds)
        {
            var clock = new TestClock();
            var remaining = new RemainingTime(Probes, clock);

            Assert.Equal(660, remaining.Start(Probes[0]).RemainingSeconds);
            clock.Skip(TimeSpan.FromSeconds(tookSeconds));

            Assert.Equal(leftSeconds, remaining.Start(Probes[1]).RemainingSeconds);
        }

        private static CertificationProbe Probe(string name, int seconds) => new(name, name, seconds, [], static _ => { });
    }
}
