using System;
using BatterySim.Bms.Can;

namespace BatterySim.Hardware
{
    /// <summary>Stands between the bank and the CAN driver: what goes wrong in the driver is the driver's failure and not the bank's.</summary>
    public sealed class GuardedCanBus : ICanBus, ICanBusCounters, ICanBusDelivery
    {
        private readonly ICanController _controller;
        private readonly DriverErrors _faults;
        private readonly ICanBusCounters _counters;
        private readonly ICanBusDelivery _delivery;

        /// <summary>Guards a driver.</summary>
        /// <param name="controller">The driver.</param>
        /// <param name="faults">Where its exceptions are counted.</param>
        public GuardedCanBus(ICanController controller, DriverErrors faults)
        {
            _controller = controller;
            _faults = faults;
            _counters = controller as ICanBusCounters;
            _delivery = controller as ICanBusDelivery;
        }

        /// <inheritdoc/>
        public CanBusState State { get { return _controller.State; } }

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
                return _controller.Send(frame);
            }
            catch (Exception exception)
            {
                _faults.Record(DriverErrors.Can, exception);
                return SendResult.BusOff;
            }
        }

        /// <inheritdoc/>
        public bool TryReceive(CanFrame frame)
        {
            return _controller.TryReceive(frame);
        }
    }
}
