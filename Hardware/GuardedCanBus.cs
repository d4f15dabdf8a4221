using System;
using BatterySim.Bms.Can;

namespace BatterySim.Hardware
{
    /// <summary>Stands between the bank and the CAN driver: what goes wrong in the driver is the driver's failure and not the bank's.</summary>
    public class GuardedCanBus : ICanBus
    {
        private readonly ICanDoor _door;
        private readonly DriverFaults _faults;

        /// <summary>Guards a driver.</summary>
        /// <param name="door">The driver.</param>
        /// <param name="faults">Where its exceptions are counted.</param>
        public GuardedCanBus(ICanDoor door, DriverFaults faults)
        {
            _door = door;
            _faults = faults;
        }

        /// <inheritdoc/>
        public CanBusState State { get { return _door.State; } }

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
