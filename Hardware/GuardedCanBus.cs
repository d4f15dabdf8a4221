using System;
using BatterySim.Bms.Can;

namespace BatterySim.Hardware
{
    /// <summary>Stands between the bank and the CAN driver: what goes wrong in the driver is the driver's failure and not the bank's.</summary>
    public sealed class GuardedCanBus : ICanBus, ICanBusCounters, ICanBusDelivery
    {
        private readonly ICanDoor _door;
        private readonly DriverFaults _faults;
        private readonly ICanBusCounters _counters;
        private readonly ICanBusDelivery _delivery;

        /// <summary>Guards a driver.</summary>
        /// <param name="door">The driver.</param>
        /// <param name="faults">Where its exceptions are counted.</param>
        public GuardedCanBus(ICanDoor door, DriverFaults faults)
        {
            _door = door;
            _faults = faults;
            _counters = door as ICanBusCounters;
            _delivery = door as ICanBusDelivery;
        }

        /// <inheritdoc/>
        public CanBusState State { get { return _door.State; } }

        /// <inheritdoc/>
        public int TransmitErrorCount { get { return _counters == null ? -1 : _counters.TransmitErrorCount; } }

        /// <inheritdoc/>
        public int ReceiveErrorCount { get { return _counters == null ? -1 : _counters.ReceiveErrorCount; } }

        /// <inheritdoc/>
        public int AcknowledgedCountOf(uint id)
        {
            return _delivery == null ? -1 : _delivery.AcknowledgedCountOf(id);
        }

        /// <inheritdoc/>
        public int AbandonedCountOf(uint id)
        {
            return _delivery == null ? -1 : _delivery.AbandonedCountOf(id);
        }

        /// <inheritdoc/>
        public SendResult Send(CanFrame frame)
        {
            try
            {
                return _door.Send(frame);
            }
            catch (Exception exception)
            {
                _faults.Note(DriverFaults.Can, exception);
                return SendResult.BusOff;
            }
        }

        /// <inheritdoc/>
        public bool TryReceive(CanFrame frame)
        {
            return _door.TryReceive(frame);
        }
    }
}
