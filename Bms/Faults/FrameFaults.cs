using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Faults
{
    /// <summary>Stands between the schedule and the bus and does to each frame what an operator ordered.</summary>
    public sealed class FrameFaults : ICanBus
    {
        private const int DelayedMax = 16;

        private readonly FaultPlan _plan;
        private readonly FrameRecorder _recorder;
        private readonly CanFrame _work = new CanFrame();
        private readonly CanFrame _held = new CanFrame();
        private readonly byte[] _bytes = new byte[CanFrame.DataLengthMax];
        private CanFrame[] _delayed;
        private long[] _dueMilliseconds;
        private BankReport _set = new BankReport();
        private bool _isHolding;
        private int _delayedCount;

        /// <summary>Makes one that follows a plan and hands over to a recorder, whose clock is its clock.</summary>
        public FrameFaults(FaultPlan plan, FrameRecorder recorder)
        {
            _plan = plan;
            _recorder = recorder;
            Prepare();
        }

        /// <summary>Makes room for delayed frames where somebody ordered a delay; called after each change of the plan.</summary>
        /// <remarks>Not before: on a board the room takes more than a kilobyte, and nothing may be made once frames are on their way.</remarks>
        public void Prepare()
        {
            if (_delayed != null || !_plan.IsAnySet(FrameFaultKind.Delay))
            {
                return;
            }

            _dueMilliseconds = new long[DelayedMax];
            _delayed = new CanFrame[DelayedMax];
            for (int index = 0; index < DelayedMax; index++)
            {
                _delayed[index] = new CanFrame();
            }
        }

        /// <inheritdoc/>
        public CanBusState State { get { return _recorder.State; } }

        /// <summary>Time at which a delayed frame leaves, ms.</summary>
        public long NextEventMilliseconds { get { return _delayedCount == 0 ? long.MaxValue : _dueMilliseconds[FirstDue()]; } }

        /// <summary>Says which report the frames are made of.</summary>
        public void Use(BankReport set)
        {
            _set = set;
        }

        /// <inheritdoc/>
        public bool TryReceive(CanFrame frame)
        {
            return _recorder.TryReceive(frame);
        }

        /// <inheritdoc/>
        public SendResult Send(CanFrame frame)
        {
            SendResult result = _plan.SetCount == 0 && _set.ReplacedValues == 0 ? _recorder.Send(frame) : SendFaulty(frame);
            return result;
        }

        /// <summary>Lets delayed frames leave that are due.</summary>
        public void Run(long nowMilliseconds)
        {
            _recorder.NowMilliseconds = nowMilliseconds;
            while (_delayedCount > 0)
            {
                int first = FirstDue();
                if (_dueMilliseconds[first] > nowMilliseconds)
                {
                    return;
                }

                _work.CopyFrom(_delayed[first]);
                _delayedCount--;
                for (int index = first; index < _delayedCount; index++)
                {
                    _delayed[index].CopyFrom(_delayed[index + 1]);
                    _dueMilliseconds[index] = _dueMilliseconds[index + 1];
                }

                _recorder.Send(_work);
            }
        }

        /// <summary>Forgets what is still on its way.</summary>
        public void Drop()
        {
            _delayedCount = 0;
            _isHolding = false;
        }

        private SendResult SendFaulty(CanFrame frame)
        {
            int index = FrameEncoder.IndexOf(frame.Id);
            if (IsActive(index, FrameFaultKind.Omit))
            {
                return SendResult.Accepted;
            }

            Change(frame, index);
            bool wasHolding = _isHolding;
            SendResult result = SendResult.Accepted;
            if (IsActive(index, FrameFaultKind.Delay) && _delayed != null && _delayedCount < DelayedMax)
            {
                _delayed[_delayedCount].CopyFrom(_work);
                _dueMilliseconds[_delayedCount] = _recorder.NowMilliseconds + ValueOf(index, FrameFaultKind.Delay);
                _delayedCount++;
            }
            else if (!wasHolding && IsActive(index, FrameFaultKind.Swap))
            {
                _held.CopyFrom(_work);
                _isHolding = true;
            }
            else
            {
                int copies = IsActive(index, FrameFaultKind.Duplicate) ? 1 + ValueOf(index, FrameFaultKind.Duplicate) : 1;
                for (int copy = 0; copy < copies; copy++)
                {
                    result = _recorder.Send(_work);
                }
            }

            if (wasHolding)
            {
                _isHolding = false;
                _recorder.Send(_held);
            }

            return result;
        }

        private void Change(CanFrame frame, int index)
        {
            FrameStatistics sent = _recorder.StatisticsOf(frame.Id);
            bool isStale = IsActive(index, FrameFaultKind.Stale) && sent.Sent > 0;
            _work.CopyFrom(isStale ? sent.LastFrame : frame);
            if (!isStale)
            {
                ChangeBytes(index);
            }

            if (IsActive(index, FrameFaultKind.Length))
            {
                _work.SetLength(ValueOf(index, FrameFaultKind.Length));
            }

            bool isExtended = IsActive(index, FrameFaultKind.Extended);
            bool isRemote = IsActive(index, FrameFaultKind.Remote);
            if (isExtended || isRemote)
            {
                Restart(frame.Id, isExtended, isRemote);
            }
        }

        private void ChangeBytes(int index)
        {
            if (_set.ReplacedValues != 0)
            {
                RawValues.Put(_set, _work);
            }

            if (IsActive(index, FrameFaultKind.Bytes))
            {
                FaultWindow window = WindowOf(index, FrameFaultKind.Bytes);
                _work.SetLength(window.Value);
                for (int offset = 0; offset < window.Value; offset++)
                {
                    _work.PutU8(offset, (int)(window.Detail >> (8 * offset)) & 0xFF);
                }
            }

            if (IsActive(index, FrameFaultKind.Corrupt))
            {
                FaultWindow window = WindowOf(index, FrameFaultKind.Corrupt);
                if (window.Value < _work.Length)
                {
                    _work.PutU8(window.Value, _work.Data[window.Value] ^ (int)window.Detail);
                }
            }
        }

        private void Restart(uint id, bool isExtended, bool isRemote)
        {
            for (int index = 0; index < _bytes.Length; index++)
            {
                _bytes[index] = _work.Data[index];
            }

            _work.Begin(id, _work.Length, isExtended, isRemote);
            for (int index = 0; index < _work.Length && !isRemote; index++)
            {
                _work.PutU8(index, _bytes[index]);
            }
        }

        private int FirstDue()
        {
            int first = 0;
            for (int index = 1; index < _delayedCount; index++)
            {
                if (_dueMilliseconds[index] < _dueMilliseconds[first])
                {
                    first = index;
                }
            }

            return first;
        }

        private FaultWindow WindowOf(int frameIndex, FrameFaultKind kind)
        {
            return _plan.At(FaultPlan.IndexOf(frameIndex, kind));
        }

        private bool IsActive(int frameIndex, FrameFaultKind kind)
        {
            return WindowOf(frameIndex, kind).IsActiveAt(_recorder.NowMilliseconds);
        }

        private int ValueOf(int frameIndex, FrameFaultKind kind)
        {
            return WindowOf(frameIndex, kind).Value;
        }
    }
}
