using System.Collections.Generic;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Scenarios.Observing
{
    /// <summary>Watches every frame on the bus: what there is of each identifier, and the last ones in a row.</summary>
    internal sealed class FrameWatch
    {
        // Two seconds of a bus as full as it can be have about 8000 frames; of a bank's traffic this holds minutes.
        private const int KeptMax = 2048;

        private readonly FrameSlot?[] _standard = new FrameSlot?[CanFrame.StandardIdMax + 1];
        private readonly SortedDictionary<uint, FrameSlot> _extended = [];
        private readonly FrameRecord[] _kept = new FrameRecord[KeptMax];
        private long _total;

        /// <summary>Takes notice of a frame.</summary>
        public void Record(long microseconds, CanFrame frame)
        {
            SlotOf(frame.Id, frame.IsExtended).Record(microseconds, frame);
            _kept[_total % KeptMax] = FrameRecord.Of(microseconds, frame);
            _total++;
        }

        /// <summary>What there is of an identifier.</summary>
        public FrameSlot SlotOf(uint id, bool isExtended)
        {
            if (!isExtended)
            {
                return _standard[id] ??= new FrameSlot(id, false);
            }

            if (!_extended.TryGetValue(id, out FrameSlot? slot))
            {
                slot = new FrameSlot(id, true);
                _extended.Add(id, slot);
            }

            return slot;
        }

        /// <summary>Every identifier seen, 11-bit ones first.</summary>
        public IEnumerable<FrameSlot> Seen()
        {
            foreach (FrameSlot? slot in _standard)
            {
                if (slot is { Count: > 0 })
                {
                    yield return slot;
                }
            }

            foreach (FrameSlot slot in _extended.Values)
            {
                if (slot.Count > 0)
                {
                    yield return slot;
                }
            }
        }

        /// <summary>The frames of a span of time, as far as they are kept, oldest first.</summary>
        public List<FrameRecord> Between(long fromMicroseconds, long toMicroseconds)
        {
            var found = new List<FrameRecord>();
            for (long place = _total > KeptMax ? _total - KeptMax : 0; place < _total; place++)
            {
                FrameRecord record = _kept[place % KeptMax];
                if (record.Microseconds >= fromMicroseconds && record.Microseconds <= toMicroseconds)
                {
                    found.Add(record);
                }
            }

            return found;
        }
    }
}
