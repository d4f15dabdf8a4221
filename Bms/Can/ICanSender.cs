namespace BatterySim.Bms.Can
{
    /// <summary>The sending side of a CAN controller, real or simulated.</summary>
    public interface ICanSender
    {
        /// <summary>Error state of the controller. A bus without an inverter is a normal state, not an exception.</summary>
        CanBusState State { get; }

        /// <summary>Hands one frame to the controller and returns at once; the frame's content is copied.</summary>
        SendResult Send(CanFrame frame);
    }
}
