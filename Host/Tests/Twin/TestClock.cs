using System;
using System.Threading;

namespace BatterySim.Host.Tests.Twin
{
    /// <summary>A clock that stands still until somebody waits for it, and then has already arrived.</summary>
    internal sealed class TestClock : TimeProvider
    {
        private long _ticks;

        /// <summary>Time that passes each time somebody looks: what work costs.</summary>
        public TimeSpan LookCost { get; set; }

        public TimeSpan Now => TimeSpan.FromTicks(_ticks);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        /// <summary>Lets time pass that nobody waited for.</summary>
        public void Skip(TimeSpan time) => _ticks += time.Ticks;

        public override long GetTimestamp()
        {
            _ticks += LookCost.Ticks;
            return _ticks;
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _ticks += dueTime.Ticks;
            var timer = new DoneTimer();
            callback(state);
            return timer;
        }

        private sealed class DoneTimer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public System.Threading.Tasks.ValueTask DisposeAsync() => default;
        }
    }
}
