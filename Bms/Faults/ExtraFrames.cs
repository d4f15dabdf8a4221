using BatterySim.Bms.Can;

namespace BatterySim.Bms.Faults
{
    /// <summary>Frames that the bank sends besides its own on order: foreign identifiers, a second 0x351, a 0x305 of its own.</summary>
    public sealed class ExtraFrames
    {
        /// <summary>Frames that there can be at a time.</summary>
        public const int SlotCount = 4;

        private readonly FaultPlan _plan;
        private readonly CanFrame[] _frames = new CanFrame[SlotCount];
        private readonly long[] _dueMilliseconds = new long[SlotCount];
        private long _nextEventMilliseconds = long.MaxValue;

        /// <summary>Makes none, to be sent while the plan has them.</summary>
        public ExtraFrames(FaultPlan plan)
        {
            _plan = plan;
            for (int slot = 0; slot < SlotCount; slot++)
            {
                _dueMilliseconds[slot] = long.MaxValue;
            }
        }

        /// <summary>Time at which the next one leaves, ms.</summary>
        public long NextEventMilliseconds { get { return _nextEventMilliseconds; } }

        /// <summary>The frame of a slot; null where none was ever ordered.</summary>
        public CanFrame FrameAt(int slot)
        {
            return _frames[slot];
        }

        /// <summary>Orders a frame in place of the one of that slot.</summary>
        /// <param name="slot">0 to <see cref="SlotCount"/> - 1.</param>
        /// <param name="frame">Is copied.</param>
        /// <param name="periodMilliseconds">From one to the next; 0 for a single one.</param>
        /// <param name="startMilliseconds">Simulated time of the first.</param>
        /// <param name="durationMilliseconds">How long it goes on; 0 for until it is cleared.</param>
        public void Set(int slot, CanFrame frame, int periodMilliseconds, long startMilliseconds, long durationMilliseconds)
        {
            if (_frames[slot] == null)
            {
                _frames[slot] = new CanFrame();
            }

            _frames[slot].CopyFrom(frame);
            _dueMilliseconds[slot] = startMilliseconds;
            long duration = periodMilliseconds == 0 ? 1 : durationMilliseconds;
            _plan.Set(FaultPlan.IndexOfExtra(slot), periodMilliseconds, 0, startMilliseconds, duration);
            FindNextEvent();
        }

        /// <summary>Sends what is due, or passes it over while the bank is silent.</summary>
        public void Run(long nowMilliseconds, ICanSender bus, bool isSilent)
        {
            for (int slot = 0; slot < SlotCount; slot++)
            {
                if (_dueMilliseconds[slot] > nowMilliseconds)
                {
                    continue;
                }

                FaultWindow window = _plan.At(FaultPlan.IndexOfExtra(slot));
                bool isActive = window.IsActiveAt(nowMilliseconds);
                if (isActive && !isSilent)
                {
                    bus.Send(_frames[slot]);
                }

                _dueMilliseconds[slot] = isActive && window.Value > 0 ? nowMilliseconds + window.Value : long.MaxValue;
            }

            FindNextEvent();
        }

        private void FindNextEvent()
        {
            _nextEventMilliseconds = long.MaxValue;
            for (int slot = 0; slot < SlotCount; slot++)
            {
                long due = _dueMilliseconds[slot];
                _nextEventMilliseconds = due < _nextEventMilliseconds ? due : _nextEventMilliseconds;
            }
        }
    }
}
