namespace BatterySim.Bms.Can
{
    /// <summary>The last thing before the bus: counts and keeps what really leaves, frame by frame, and can hold everything back.</summary>
    public sealed class FrameRecorder : ICanBus
    {
        private ICanBus _bus;
        private readonly FrameStatistics[] _statistics = new FrameStatistics[FrameEncoder.FrameKindCount];
        private long _nowMilliseconds;
        private bool _isOn = true;

        /// <summary>Makes a recorder in front of a bus.</summary>
        public FrameRecorder(ICanBus bus)
        {
            _bus = bus;
            for (int index = 0; index < _statistics.Length; index++)
            {
                _statistics[index] = new FrameStatistics();
            }
        }

        /// <summary>Simulated time, ms; whoever sends sets it first.</summary>
        public long NowMilliseconds { get { return _nowMilliseconds; } set { _nowMilliseconds = value; } }

        /// <summary>False while the output is switched off: frames then end here, neither sent nor counted.</summary>
        public bool IsOn { get { return _isOn; } set { _isOn = value; } }

        /// <summary>Where the frames go; another one may take its place at any time.</summary>
        public ICanBus Bus { get { return _bus; } set { _bus = value; } }

        /// <inheritdoc/>
        public CanBusState State { get { return _bus.State; } }

        /// <summary>Statistics of the frame with the given identifier; null if the bank never sends it.</summary>
        public FrameStatistics StatisticsOf(uint id)
        {
            int index = FrameEncoder.IndexOf(id);
            return index < 0 ? null : _statistics[index];
        }

        /// <inheritdoc/>
        public bool TryReceive(CanFrame frame)
        {
            return _bus.TryReceive(frame);
        }

        /// <inheritdoc/>
        public SendResult Send(CanFrame frame)
        {
            if (!_isOn)
            {
                return SendResult.Accepted;
            }

            FrameStatistics statistics = StatisticsOf(frame.Id);
            SendResult result = _bus.Send(frame);
            if (result == SendResult.Accepted)
            {
                statistics.NoteSent(frame, _nowMilliseconds);
            }
            else
            {
                statistics.NoteFailed();
            }

            return result;
        }
    }
}
