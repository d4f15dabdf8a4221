using BatterySim.Bms.Can;

namespace BatterySim.Bms.Protocol
{
    /// <summary>The last thing before the bus: counts and keeps what really leaves, frame by frame, and can hold everything back.</summary>
    public sealed class FrameRecorder : IFrameOutput
    {
        private ICanSender _bus;
        private readonly FrameStatistics[] _statistics = new FrameStatistics[FrameTable.Count];
        private readonly ICanBusDelivery _delivery;
        private readonly int[] _acknowledgedBefore = new int[FrameTable.Count];
        private readonly int[] _abandonedBefore = new int[FrameTable.Count];
        private bool _isOn = true;

        /// <summary>Makes a recorder in front of a bus.</summary>
        public FrameRecorder(ICanSender bus)
        {
            _bus = bus;
            _delivery = bus as ICanBusDelivery;
            for (int index = 0; _delivery != null && index < _statistics.Length; index++)
            {
                uint id = FrameTable.At(index).Id;
                _acknowledgedBefore[index] = _delivery.AcknowledgedCountOf(id);
                _abandonedBefore[index] = _delivery.AbandonedCountOf(id);
            }
        }

        /// <summary>False while the output is switched off: frames then end here, neither sent nor counted.</summary>
        public bool IsOn { get { return _isOn; } set { _isOn = value; } }

        /// <summary>Where the frames go; another one may take its place at any time.</summary>
        public ICanSender Bus { get { return _bus; } set { _bus = value; } }

        /// <summary>Error state of the controller.</summary>
        public CanBusState State { get { return _bus.State; } }

        /// <summary>True if the controller tells what became of a frame that it took.</summary>
        public bool KnowsDelivery { get { return _delivery != null && _delivery.AcknowledgedCountOf(FrameTable.At(0).Id) >= 0; } }

        /// <summary>Frames of a kind that were acknowledged since this recorder was made; 0 where nobody tells.</summary>
        public int AcknowledgedOf(FrameDefinition definition)
        {
            return _delivery == null ? 0 : _delivery.AcknowledgedCountOf(definition.Id) - _acknowledgedBefore[definition.Index];
        }

        /// <summary>Frames of a kind that the controller gave up since this recorder was made; 0 where nobody tells.</summary>
        public int AbandonedOf(FrameDefinition definition)
        {
            return _delivery == null ? 0 : _delivery.AbandonedCountOf(definition.Id) - _abandonedBefore[definition.Index];
        }

        /// <summary>Makes room for the statistics of the frames that a dialect sends.</summary>
        /// <remarks>Not for all there are: each takes a quarter of a kilobyte on a board. Nothing may be made once frames are on their way.</remarks>
        public void Prepare(FrameDefinition[] order)
        {
            for (int index = 0; index < order.Length; index++)
            {
                StatisticsOf(order[index]);
            }
        }

        /// <summary>Statistics of a kind of frame, also of one that no dialect sent yet.</summary>
        public FrameStatistics StatisticsOf(FrameDefinition definition)
        {
            FrameStatistics statistics = _statistics[definition.Index];
            if (statistics == null)
            {
                statistics = new FrameStatistics();
                _statistics[definition.Index] = statistics;
            }

            return statistics;
        }

        /// <summary>Records that simulated time stood still for a while that others have lived through.</summary>
        internal void RecordSlip(int milliseconds)
        {
            for (int index = 0; index < _statistics.Length; index++)
            {
                if (_statistics[index] != null)
                {
                    _statistics[index].RecordSlip(milliseconds);
                }
            }
        }

        /// <summary>Records a frame that is not sent because a value in it is unknown.</summary>
        internal void RecordWithheld(FrameDefinition definition)
        {
            _statistics[definition.Index].RecordWithheld();
        }

        /// <summary>The frame of a kind that was taken last; null if none was.</summary>
        internal CanFrame LastSentOf(FrameDefinition definition)
        {
            FrameStatistics statistics = _statistics[definition.Index];
            return statistics.Sent > 0 ? statistics.LastFrame : null;
        }

        /// <inheritdoc/>
        public SendResult Send(FrameDefinition definition, CanFrame frame, long nowMilliseconds)
        {
            if (!_isOn)
            {
                return SendResult.Accepted;
            }

            FrameStatistics statistics = _statistics[definition.Index];
            SendResult result = _bus.Send(frame);
            if (result == SendResult.Accepted)
            {
                statistics.RecordSent(frame, nowMilliseconds);
            }
            else
            {
                statistics.RecordFailed();
            }

            return result;
        }
    }
}
