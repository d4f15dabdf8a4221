using BatterySim.Bms.Can;

namespace BatterySim.Bms.Protocol
{
    /// <summary>Where the schedule hands its frames: the recorder in front of the bus, or a fault in front of that.</summary>
    public interface IFrameOutput
    {
        /// <summary>Takes a frame that is due. Its content is copied.</summary>
        /// <param name="definition">Which frame of the bank it is, whatever was done to its bytes and identifier.</param>
        /// <param name="frame">What to send.</param>
        /// <param name="nowMilliseconds">Simulated time.</param>
        SendResult Send(FrameDefinition definition, CanFrame frame, long nowMilliseconds);
    }
}
