using BatterySim.Bms.Can;

namespace BatterySim.Bms.Protocol
{
    /// <summary>What became of one kind of frame: counts, measured period and the bytes last handed to the bus.</summary>
    public sealed class FrameStatistics
    {
        private readonly CanFrame _last = new CanFrame();
        private long _lastSentMilliseconds = -1;
        private long _firstSentMilliseconds = -1;
        private int _sent;
        private int _failed;
        private int _withheld;
        private int _periodMinMilliseconds;
        private int _periodMaxMilliseconds;

        /// <summary>Frames that the controller took.</summary>
        public int Sent { get { return _sent; } }

        /// <summary>Frames that the controller refused: no free buffer, or off the bus.</summary>
        public int Failed { get { return _failed; } }

        /// <summary>Frames not sent because a value in them was unknown.</summary>
        public int Withheld { get { return _withheld; } }

        /// <summary>Simulated time at which the last frame was taken, less what the host has slipped since, ms; -1 if none was.</summary>
        public long LastSentMilliseconds { get { return _lastSentMilliseconds; } }

        /// <summary>Shortest time between two frames, ms; -1 until there are two.</summary>
        public int PeriodMinMilliseconds { get { return _sent < 2 ? -1 : _periodMinMilliseconds; } }

        /// <summary>Longest time between two frames, ms; -1 until there are two.</summary>
        public int PeriodMaxMilliseconds { get { return _sent < 2 ? -1 : _periodMaxMilliseconds; } }

        /// <summary>Mean time between two frames, ms; -1 until there are two.</summary>
        public int PeriodMeanMilliseconds
        {
            get { return _sent < 2 ? -1 : Clamp((_lastSentMilliseconds - _firstSentMilliseconds) / (_sent - 1)); }
        }

        /// <summary>The frame last taken by the controller; meaningless while <see cref="Sent"/> is 0.</summary>
        public CanFrame LastFrame { get { return _last; } }

        internal void RecordWithheld()
        {
            _withheld++;
        }

        // Simulated time stood still while the clock on the wall went on: the next period is longer than simulated time shows.
        internal void RecordSlip(int milliseconds)
        {
            if (_sent > 0)
            {
                _firstSentMilliseconds -= milliseconds;
                _lastSentMilliseconds -= milliseconds;
            }
        }

        internal void RecordFailed()
        {
            _failed++;
        }

        internal void RecordSent(CanFrame frame, long nowMilliseconds)
        {
            if (_sent == 0)
            {
                _firstSentMilliseconds = nowMilliseconds;
            }
            else
            {
                int period = Clamp(nowMilliseconds - _lastSentMilliseconds);
                if (_sent == 1 || period < _periodMinMilliseconds)
                {
                    _periodMinMilliseconds = period;
                }

                if (_sent == 1 || period > _periodMaxMilliseconds)
                {
                    _periodMaxMilliseconds = period;
                }
            }

            _lastSentMilliseconds = nowMilliseconds;
            _last.CopyFrom(frame);
            _sent++;
        }

        // A frame can be away for longer than an int of milliseconds holds: 24.86 days.
        private static int Clamp(long milliseconds)
        {
            return milliseconds > int.MaxValue ? int.MaxValue : (int)milliseconds;
        }
    }
}
