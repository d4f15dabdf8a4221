using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Twin
{
    /// <summary>Between bank and bus: sends each frame when the cloned battery did, and what only that battery sends.</summary>
    /// <remarks>
    /// A frame of the model waits here for its time, the newest of its identifier in place of the one before. FRAMe counts it when the
    /// schedule gave it away. Frames of the log are not counted there.
    /// </remarks>
    internal sealed class ClonedBus : ICanBus, ICanBusCounters, ICanBusDelivery
    {
        private readonly ICanBus _bus;
        private readonly Slot[] _slots;
        private readonly Dictionary<uint, Slot> _models = [];
        private readonly Prng _random;
        private readonly int _jitterMilliseconds;
        private long _nowMilliseconds;
        private int _burstCount;
        private bool _speaks;

        public ClonedBus(ICanBus bus, ClonedVoice voice, uint seed)
        {
            _bus = bus;
            _random = new Prng(seed);
            _jitterMilliseconds = voice.JitterMilliseconds;
            List<Slot> slots = [];
            foreach ((uint id, FrameTiming timing) in voice.Timings)
            {
                Slot slot = new(timing, isModelled: true);
                _models.Add(id, slot);
                slots.Add(slot);
            }

            foreach (CapturedFrame captured in voice.Captured)
            {
                Slot slot = new(captured.Timing, isModelled: false) { IsFilled = true };
                slot.Frame.Begin(captured.Id, captured.Data.Count, captured.IsExtended, false);
                for (int index = 0; index < captured.Data.Count; index++)
                {
                    slot.Frame.PutU8(index, captured.Data[index]);
                }

                slots.Add(slot);
            }

            // Where several are due in one millisecond, the one that began earlier in the burst leaves first.
            _slots = [.. slots.OrderBy(static slot => slot.Timing.StartMilliseconds)];
        }

        /// <summary>Time at which the next frame leaves, ms.</summary>
        public long NextEventMilliseconds
        {
            get
            {
                long next = long.MaxValue;
                foreach (Slot slot in _slots)
                {
                    next = Math.Min(next, slot.DueMilliseconds);
                }

                return next;
            }
        }

        /// <inheritdoc/>
        public CanBusState State => _bus.State;

        /// <inheritdoc/>
        public int TransmitErrorCount => (_bus as ICanBusCounters)?.TransmitErrorCount ?? -1;

        /// <inheritdoc/>
        public int ReceiveErrorCount => (_bus as ICanBusCounters)?.ReceiveErrorCount ?? -1;

        /// <inheritdoc/>
        public int AcknowledgedCountOf(uint id) => (_bus as ICanBusDelivery)?.AcknowledgedCountOf(id) ?? -1;

        /// <inheritdoc/>
        public int AbandonedCountOf(uint id) => (_bus as ICanBusDelivery)?.AbandonedCountOf(id) ?? -1;

        /// <inheritdoc/>
        public bool TryReceive(CanFrame frame) => _bus.TryReceive(frame);

        /// <inheritdoc/>
        public SendResult Send(CanFrame frame)
        {
            if (frame.IsExtended || !_models.TryGetValue(frame.Id, out Slot? slot))
            {
                return _bus.Send(frame);
            }

            slot.Frame.CopyFrom(frame);
            slot.IsFilled = true;
            if (slot.Timing.PeriodMilliseconds == 0)
            {
                slot.DueMilliseconds = _nowMilliseconds + slot.Timing.StartMilliseconds;
            }

            return SendResult.Accepted;
        }

        /// <summary>Says what time it is, before the bank does what is due.</summary>
        public void MoveTo(long milliseconds) => _nowMilliseconds = milliseconds;

        /// <summary>Sends what is due, after the bank did.</summary>
        public void Run(Simulator simulator)
        {
            bool speaks = simulator.Schedule.IsRunning && simulator.IsOutputOn;
            if (!speaks)
            {
                foreach (Slot slot in _slots)
                {
                    slot.DueMilliseconds = long.MaxValue;
                }
            }
            else
            {
                Schedule(hasBegun: !_speaks, hasBurst: simulator.Schedule.BurstCount != _burstCount);
            }

            _speaks = speaks;
            _burstCount = simulator.Schedule.BurstCount;
            foreach (Slot slot in _slots)
            {
                if (slot.DueMilliseconds <= _nowMilliseconds)
                {
                    Leave(slot);
                }
            }
        }

        private void Schedule(bool hasBegun, bool hasBurst)
        {
            foreach (Slot slot in _slots)
            {
                bool hasTimer = slot.Timing.PeriodMilliseconds > 0;
                if (hasTimer ? hasBegun : hasBurst && !slot.IsModelled)
                {
                    slot.NominalMilliseconds = _nowMilliseconds + slot.Timing.StartMilliseconds;
                    slot.DueMilliseconds = slot.NominalMilliseconds + (hasTimer ? Late() : 0);
                }
            }
        }

        // A frame of the model leaves once; where a fault holds it back there is nothing to send.
        private void Leave(Slot slot)
        {
            if (slot.IsFilled)
            {
                _bus.Send(slot.Frame);
                slot.IsFilled = !slot.IsModelled;
            }

            slot.NominalMilliseconds += slot.Timing.PeriodMilliseconds;
            slot.DueMilliseconds = slot.Timing.PeriodMilliseconds == 0 ? long.MaxValue : slot.NominalMilliseconds + Late();
        }

        private int Late() => _jitterMilliseconds == 0 ? 0 : _random.Between(0, _jitterMilliseconds);

        private sealed class Slot(FrameTiming timing, bool isModelled)
        {
            public FrameTiming Timing { get; } = timing;

            public bool IsModelled { get; } = isModelled;

            public CanFrame Frame { get; } = new();

            public bool IsFilled { get; set; }

            public long NominalMilliseconds { get; set; }

            public long DueMilliseconds { get; set; } = long.MaxValue;
        }
    }
}
