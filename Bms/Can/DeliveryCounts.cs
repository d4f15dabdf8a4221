namespace BatterySim.Bms.Can
{
    /// <summary>Counts by identifier of what was acknowledged and what was given up.</summary>
    public sealed class DeliveryCounts : ICanBusDelivery
    {
        private readonly uint[] _ids;
        private readonly int[] _acknowledged;
        private readonly int[] _abandoned;

        /// <summary>Makes counts of zero.</summary>
        /// <param name="ids">Identifiers to count, each once; every other one is ignored. The array is kept, not copied.</param>
        public DeliveryCounts(uint[] ids)
        {
            _ids = ids;
            _acknowledged = new int[ids.Length];
            _abandoned = new int[ids.Length];
        }

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

        /// <summary>Records a frame that somebody acknowledged.</summary>
        public void RecordAcknowledged(uint id)
        {
            Add(_acknowledged, id);
        }

        /// <summary>Records a frame that was given up.</summary>
        public void RecordAbandoned(uint id)
        {
            Add(_abandoned, id);
        }

        private int At(int[] counts, uint id)
        {
            int index = IndexOf(id);
            return index < 0 ? 0 : counts[index];
        }

        private void Add(int[] counts, uint id)
        {
            int index = IndexOf(id);
            if (index >= 0)
            {
                counts[index]++;
            }
        }

        private int IndexOf(uint id)
        {
            for (int index = 0; index < _ids.Length; index++)
            {
                if (_ids[index] == id)
                {
                    return index;
                }
            }

            return -1;
        }
    }
}
