using BatterySim.Bms.Can;

namespace BatterySim.Bms.Protocol
{
    /// <summary>The last thing before the bus: counts and keeps what really leaves, frame by frame, and can hold everything back.</summary>
    public sealed class FrameRecorder : ICanBus
    {
        private ICanBus _bus;
        private readonly FrameStatistics[] _statistics = new FrameStatistics[FrameEncoder.FrameKindCount];
        private readonly ICanBusDelivery _delivery;
        private readonly int[] _acknowledgedBefore = new int[FrameEncoder.FrameKindCount];
        private readonly int[] _abandonedBefore = new int[FrameEncoder.FrameKindCount];
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

            _delivery = bus as ICanBusDelivery;
            for (int index = 0; _delivery != null && index < _statistics.Length; index++)
            {
                _acknowledgedBefore[index] = _delivery.AcknowledgedCountOf(FrameEncoder.IdAt(index));
                _abandonedBefore[index] = _delivery.AbandonedCountOf(FrameEncoder.IdAt(index));
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

        /// <summary>True if the controller tells what became of a frame that it took.</summary>
        public bool KnowsDelivery { get { return _delivery != null && _delivery.AcknowledgedCountOf(FrameIds.Limits) >= 0; } }

        /// <summary>Frames with an identifier of the bank that were acknowledged since this recorder was made; 0 where nobody tells.</summary>
        public int AcknowledgedOf(uint id)
        {
            return _delivery == null ? 0 : _delivery.AcknowledgedCountOf(id) - _acknowledgedBefore[FrameEncoder.IndexOf(id)];
        }

        /// <summary>Frames with an identifier of the bank that the controller gave up since this recorder was made; 0 where nobody tells.</summary>
        public int AbandonedOf(uint id)
        {
            return _delivery == null ? 0 : _delivery.AbandonedCountOf(id) - _abandonedBefore[FrameEncoder.IndexOf(id)];
        }

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
