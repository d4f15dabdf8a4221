using BatterySim.Bms.Can;

namespace BatterySim.Hardware
{
    /// <summary>A CAN controller of a board as the firmware sees it: a bus that has to be started and looked after.</summary>
    public interface ICanController : ICanBus
    {
        /// <summary>What it is, for the banner: the chip and how it is set.</summary>
        string Title { get; }

        /// <summary>True while it is on the bus.</summary>
        bool IsReady { get; }

        /// <summary>What is wrong, in a sentence with its remedy; null if nothing is known to be. It does not allocate.</summary>
        string Fault { get; }

        /// <summary>Starts the controller.</summary>
        void Start(long nowMilliseconds);

        /// <summary>Moves frames, looks after errors and tries a controller again that failed; called in every pass of the main loop.</summary>
        /// <param name="nowMilliseconds">Time; never goes back.</param>
        void Poll(long nowMilliseconds);
    }
}
