using System.Runtime.CompilerServices;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;

namespace BatterySim.Bms.Faults
{
    /// <summary>Stands between the schedule and the recorder and does to each frame what an operator ordered.</summary>
    public sealed class FrameFaults : IFrameOutput
    {
        private const int DelayedMax = 16;

        private readonly FaultPlan _plan;
        private readonly FrameRecorder _recorder;
        private readonly CanFrame _work = new CanFrame();
        private readonly CanFrame _held = new CanFrame();
        private readonly byte[] _bytes = new byte[CanFrame.DataLengthMax];
        private CanFrame[] _delayed;
        private long[] _dueMilliseconds;
        private byte[] _delayedIndex;
        private FrameDefinition _heldDefinition;
        private bool _isHolding;
        private int _delayedCount;
        private long _nextEventMilliseconds = long.MaxValue;

        /// <summary>Makes one that follows a plan and hands over to a recorder.</summary>
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
            _delayedIndex = new byte[DelayedMax];
            _delayed = new CanFrame[DelayedMax];
            for (int index = 0; index < DelayedMax; index++)
            {
                _delayed[index] = new CanFrame();
            }
        }

        /// <summary>Time at which a delayed frame leaves, ms.</summary>
        public long NextEventMilliseconds { get { return _nextEventMilliseconds; } }

        /// <inheritdoc/>
        [MethodImpl(Inline.Always)]
        public SendResult Send(FrameDefinition definition, CanFrame frame, long nowMilliseconds)
        {
            return _plan.SetCount == 0 && !_isHolding
                ? _recorder.Send(definition, frame, nowMilliseconds)
                : SendFaulty(definition, frame, nowMilliseconds);
        }

        /// <summary>Lets delayed frames leave that are due.</summary>
        public void Run(long nowMilliseconds)
        {
            while (_delayedCount > 0)
            {
                int first = FirstDue();
                if (_dueMilliseconds[first] > nowMilliseconds)
                {
                    return;
                }

                _work.CopyFrom(_delayed[first]);
                FrameDefinition definition = FrameTable.At(_delayedIndex[first]);
                _delayedCount--;
                for (int index = first; index < _delayedCount; index++)
                {
                    _delayed[index].CopyFrom(_delayed[index + 1]);
                    _dueMilliseconds[index] = _dueMilliseconds[index + 1];
                    _delayedIndex[index] = _delayedIndex[index + 1];
                }

                FindNextEvent();
                _recorder.Send(definition, _work, nowMilliseconds);
            }
        }

        /// <summary>Forgets what is still on its way.</summary>
        public void Drop()
        {
            _delayedCount = 0;
            _isHolding = false;
            FindNextEvent();
        }

        private SendResult SendFaulty(FrameDefinition definition, CanFrame frame, long nowMilliseconds)
        {
            int index = definition.Index;
            if (IsActive(index, FrameFaultKind.Omit, nowMilliseconds))
            {
                return SendResult.Accepted;
            }

            Change(definition, frame, nowMilliseconds);
            bool wasHolding = _isHolding;
            SendResult result = SendResult.Accepted;
            if (IsActive(index, FrameFaultKind.Delay, nowMilliseconds) && _delayed != null && _delayedCount < DelayedMax)
            {
                _delayed[_delayedCount].CopyFrom(_work);
                _dueMilliseconds[_delayedCount] = nowMilliseconds + ValueOf(index, FrameFaultKind.Delay);
                _delayedIndex[_delayedCount] = (byte)index;
                _delayedCount++;
                FindNextEvent();
            }
            else if (!wasHolding && IsActive(index, FrameFaultKind.Swap, nowMilliseconds))
            {
                _held.CopyFrom(_work);
                _heldDefinition = definition;
                _isHolding = true;
            }
            else
            {
                int copies = IsActive(index, FrameFaultKind.Duplicate, nowMilliseconds) ? 1 + ValueOf(index, FrameFaultKind.Duplicate) : 1;
                for (int copy = 0; copy < copies; copy++)
                {
                    result = _recorder.Send(definition, _work, nowMilliseconds);
                }
            }

            if (wasHolding)
            {
                _isHolding = false;
                _recorder.Send(_heldDefinition, _held, nowMilliseconds);
            }

            return result;
        }

        private void Change(FrameDefinition definition, CanFrame frame, long nowMilliseconds)
        {
            int index = definition.Index;
            CanFrame sent = _recorder.LastSentOf(definition);
            bool isStale = sent != null && IsActive(index, FrameFaultKind.Stale, nowMilliseconds);
            _work.CopyFrom(isStale ? sent : frame);
            if (!isStale)
            {
                ChangeBytes(index, nowMilliseconds);
            }

            if (IsActive(index, FrameFaultKind.Length, nowMilliseconds))
            {
                _work.SetLength(ValueOf(index, FrameFaultKind.Length));
            }

            bool isExtended = IsActive(index, FrameFaultKind.Extended, nowMilliseconds);
            bool isRemote = IsActive(index, FrameFaultKind.Remote, nowMilliseconds);
            if (isExtended || isRemote)
            {
                Restart(frame.Id, isExtended || definition.IsExtended, isRemote);
            }
        }

        private void ChangeBytes(int index, long nowMilliseconds)
        {
            if (IsActive(index, FrameFaultKind.Bytes, nowMilliseconds))
            {
                FaultWindow window = WindowOf(index, FrameFaultKind.Bytes);
                _work.SetLength(window.Value);
                for (int offset = 0; offset < window.Value; offset++)
                {
                    _work.PutU8(offset, (int)(window.Detail >> (8 * offset)) & 0xFF);
                }
            }

            if (IsActive(index, FrameFaultKind.Corrupt, nowMilliseconds))
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

        private void FindNextEvent()
        {
            _nextEventMilliseconds = _delayedCount == 0 ? long.MaxValue : _dueMilliseconds[FirstDue()];
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

        private bool IsActive(int frameIndex, FrameFaultKind kind, long nowMilliseconds)
        {
            return WindowOf(frameIndex, kind).IsActiveAt(nowMilliseconds);
        }

        private int ValueOf(int frameIndex, FrameFaultKind kind)
        {
            return WindowOf(frameIndex, kind).Value;
        }
    }
}
