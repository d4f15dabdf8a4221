namespace BatterySim.Bms.Can
{
    /// <summary>A CAN controller, real or simulated, that the bank both sends to and receives from.</summary>
    public interface ICanBus : ICanSender
    {
        /// <summary>Copies the oldest received frame into <paramref name="frame"/>; false if there is none.</summary>
        bool TryReceive(CanFrame frame);
    }
}
