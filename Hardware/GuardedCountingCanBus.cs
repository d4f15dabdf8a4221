using BatterySim.Bms.Can;

namespace BatterySim.Hardware
{
    /// <summary>As <see cref="GuardedCanBus"/>, for a driver that shows the controller's counters and what became of each frame.</summary>
    public sealed class GuardedCountingCanBus : GuardedCanBus, ICanBusCounters, ICanBusDelivery
    {
        private readonly ICanBusCounters _counters;
        private readonly ICanBusDelivery _delivery;

        private GuardedCountingCanBus(ICanDoor door, ICanBusCounters counters, ICanBusDelivery delivery, DriverFaults faults)
            : base(door, faults)
        {
            _counters = counters;
            _delivery = delivery;
        }

        /// <inheritdoc/>
        public int TransmitErrorCount { get { return _counters.TransmitErrorCount; } }

        /// <inheritdoc/>
        public int ReceiveErrorCount { get { return _counters.ReceiveErrorCount; } }

        /// <summary>Guards a driver and shows of it what it shows itself.</summary>
        public static ICanBus Guard(ICanDoor door, DriverFaults faults)
        {
            ICanBusCounters counters = door as ICanBusCounters;
            ICanBusDelivery delivery = door as ICanBusDelivery;
            if (counters == null || delivery == null)
            {
                return new GuardedCanBus(door, faults);
            }

            return new GuardedCountingCanBus(door, counters, delivery, faults);
        }

        /// <inheritdoc/>
        public int AcknowledgedCountOf(uint id)
        {
            return _delivery.AcknowledgedCountOf(id);
        }

        /// <inheritdoc/>
        public int AbandonedCountOf(uint id)
        {
            return _delivery.AbandonedCountOf(id);
        }
    }
}
