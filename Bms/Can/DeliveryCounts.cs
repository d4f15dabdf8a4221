using BatterySim.Bms.Protocol;

namespace BatterySim.Bms.Can
{
    /// <summary>Counts by identifier of what was acknowledged and what was given up; identifiers that the bank never sends are passed over.</summary>
    public sealed class DeliveryCounts : ICanBusDelivery
    {
        private readonly int[] _acknowledged = new int[FrameEncoder.FrameKindCount];
        private readonly int[] _abandoned = new int[FrameEncoder.FrameKindCount];

        /// <inheritdoc/>
        public int AcknowledgedCountOf(uint id)
        {
            return At(_acknowledged, id);
        }

        /// <inheritdoc/>
        public int AbandonedCountOf(uint id)
        {
            return At(_abandoned, id);
        }

        /// <summary>Books a frame that somebody acknowledged.</summary>
        public void NoteAcknowledged(uint id)
        {
            Add(_acknowledged, id);
        }

        /// <summary>Books a frame that was given up.</summary>
        public void NoteAbandoned(uint id)
        {
            Add(_abandoned, id);
        }

        private static int At(int[] counts, uint id)
        {
            int index = FrameEncoder.IndexOf(id);
            return index < 0 ? 0 : counts[index];
        }

        private static void Add(int[] counts, uint id)
        {
            int index = FrameEncoder.IndexOf(id);
            if (index >= 0)
            {
                counts[index]++;
            }
        }
    }
}
