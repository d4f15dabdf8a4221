using System;
using System.Collections.Generic;
using BatterySim.Host.Can.Ports;
using Xunit;

namespace BatterySim.Host.Tests.Ports
{
    /// <summary>A thousand clients that come and go are not a thousand lines.</summary>
    public class ReportLimiterTests
    {
        [Fact]
        public void Report_ManyOfAKind_TellsTheFirstAndCountsTheRest()
        {
            var clock = new HandClock();
            var said = new List<string>();
            var limiter = new ReportLimiter(said.Add, clock);
            for (int count = 0; count < 1000; count++)
            {
                limiter.Report("joined", $"client {count} joined");
            }

            limiter.Report("left", "client 0 left");
            Assert.Equal(11, said.Count);
            Assert.Equal("client 9 joined", said[9]);
            Assert.Equal("client 0 left", said[10]);

            clock.Advance(TimeSpan.FromSeconds(11));
            limiter.Report("joined", "client 1000 joined");
            Assert.Equal(["990 more like this were not shown: joined", "client 1000 joined"], said[11..]);
        }

        private sealed class HandClock : TimeProvider
        {
            private long _ticks;

            public override long TimestampFrequency => TimeSpan.TicksPerSecond;

            public override long GetTimestamp() => _ticks;

            public void Advance(TimeSpan time) => _ticks += time.Ticks;
        }
    }
}
