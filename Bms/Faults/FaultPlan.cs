using BatterySim.Bms.Protocol;

namespace BatterySim.Bms.Faults
{
    /// <summary>Which faults an operator ordered, and when each begins and ends.</summary>
    public sealed class FaultPlan
    {
        private const int ValueCount = (int)ReportValue.Count;
        private const int KindCount = (int)FrameFaultKind.Count;

        // For each place 0, or 1 more than the index of its fault among those made: that is a tenth of what an array of all of them takes.
        private readonly byte[] _numbers = new byte[GaugeStart + (int)GaugeFaultKind.Count];
        private readonly FaultWindow _never = new FaultWindow();
        private FaultWindow[] _made = new FaultWindow[0];
        private int _setCount;
        private long _nextEventMilliseconds = long.MaxValue;

        // Places: values, frames, extra frames, cable, gauges.
        private static int ExtraStart { get { return ValueCount + (FrameTable.Count * KindCount); } }

        private static int CableStart { get { return ExtraStart + ExtraFrames.SlotCount; } }

        private static int GaugeStart { get { return CableStart + (int)CableFaultKind.Count; } }

        /// <summary>Faults that act or will.</summary>
        public int SetCount { get { return _setCount; } }

        /// <summary>Number of faults that there can be.</summary>
        public int WindowCount { get { return _numbers.Length; } }

        /// <summary>Time at which the next fault begins or ends, ms.</summary>
        public long NextEventMilliseconds { get { return _nextEventMilliseconds; } }

        /// <summary>Place of the fault that replaces a value.</summary>
        public static int IndexOf(ReportValue value)
        {
            return (int)value;
        }

        /// <summary>Place of the fault of a kind for a frame.</summary>
        /// <param name="frameIndex">Place of the frame in <see cref="FrameTable"/>.</param>
        /// <param name="kind">What is done to the frame.</param>
        public static int IndexOf(int frameIndex, FrameFaultKind kind)
        {
            return ValueCount + (frameIndex * KindCount) + (int)kind;
        }

        /// <summary>Place of the fault that sends an extra frame.</summary>
        /// <param name="slot">0 to <see cref="ExtraFrames.SlotCount"/> - 1.</param>
        public static int IndexOfExtra(int slot)
        {
            return ExtraStart + slot;
        }

        /// <summary>Place of a fault of the cable.</summary>
        public static int IndexOf(CableFaultKind kind)
        {
            return CableStart + (int)kind;
        }

        /// <summary>Place of a fault of the gauges.</summary>
        public static int IndexOf(GaugeFaultKind kind)
        {
            return GaugeStart + (int)kind;
        }

        /// <summary>The fault at a place; one that is not set where none was ever ordered.</summary>
        /// <remarks>A fault is made when somebody first orders it: nearly all never are, and together they would take 8 kB on a board.</remarks>
        public FaultWindow At(int index)
        {
            int number = _numbers[index];
            return number == 0 ? _never : _made[number - 1];
        }

        /// <summary>True if a kind of fault is ordered for any frame.</summary>
        public bool IsAnySet(FrameFaultKind kind)
        {
            for (int frame = 0; frame < FrameTable.Count; frame++)
            {
                if (At(IndexOf(frame, kind)).IsSet)
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>True while any fault acts.</summary>
        public bool IsAnyActiveAt(long nowMilliseconds)
        {
            for (int index = 0; index < _made.Length && _setCount > 0; index++)
            {
                if (_made[index].IsActiveAt(nowMilliseconds))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>Orders a fault in place of the one that stands there.</summary>
        /// <param name="index">Its place.</param>
        /// <param name="value">How much.</param>
        /// <param name="detail">A second number, where the fault has one.</param>
        /// <param name="startMilliseconds">Simulated time of the start.</param>
        /// <param name="durationMilliseconds">How long it acts; 0 for until it is cleared.</param>
        public void Set(int index, int value, long detail, long startMilliseconds, long durationMilliseconds)
        {
            long end = durationMilliseconds == 0 ? long.MaxValue : startMilliseconds + durationMilliseconds;
            if (_numbers[index] == 0)
            {
                Make(index);
            }

            At(index).Set(value, detail, startMilliseconds, end);
            Update();
        }

        /// <summary>Ends a fault now.</summary>
        public void Clear(int index)
        {
            At(index).Clear();
            Update();
        }

        /// <summary>Ends all faults now.</summary>
        public void ClearAll()
        {
            for (int index = 0; index < _made.Length; index++)
            {
                _made[index].Clear();
            }

            Update();
        }

        /// <summary>Notes the faults that begin or end now.</summary>
        public void Run(long nowMilliseconds, EventLog log)
        {
            for (int index = 0; index < _numbers.Length; index++)
            {
                FaultWindow window = At(index);
                if (!window.IsSet)
                {
                    continue;
                }

                if (!window.HasStarted && nowMilliseconds >= window.StartMilliseconds)
                {
                    window.OnStart();
                    log.Add(nowMilliseconds, EventKind.FaultStarted, index);
                }

                if (nowMilliseconds >= window.EndMilliseconds)
                {
                    window.Clear();
                    log.Add(nowMilliseconds, EventKind.FaultEnded, index);
                }
            }

            Update();
        }

        private void Make(int index)
        {
            FaultWindow[] made = new FaultWindow[_made.Length + 1];
            System.Array.Copy(_made, 0, made, 0, _made.Length);
            made[_made.Length] = new FaultWindow();
            _made = made;
            _numbers[index] = (byte)made.Length;
        }

        private void Update()
        {
            _setCount = 0;
            _nextEventMilliseconds = long.MaxValue;
            for (int index = 0; index < _made.Length; index++)
            {
                FaultWindow window = _made[index];
                long next = window.NextEventMilliseconds;
                _setCount += window.IsSet ? 1 : 0;
                _nextEventMilliseconds = next < _nextEventMilliseconds ? next : _nextEventMilliseconds;
            }
        }
    }
}
