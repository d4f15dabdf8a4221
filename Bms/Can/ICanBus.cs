namespace BatterySim.Bms.Can
{
    /// <summary>The one door between the bank and a CAN controller, real or simulated.</summary>
    public interface ICanBus
    {
        /// <summary>Error state of the controller. A bus without an inverter is a normal state, not an exception.</summary>
        CanBusState State { get; }

        /// <summary>Hands one frame to the controller and returns at once; the frame's content is copied.</summary>
        SendResult Send(CanFrame frame);

        /// <summary>Copies the oldest received frame into <paramref name="frame"/>; false if there is none.</summary>
        bool TryReceive(CanFrame frame);
    }
}
