using BatterySim.Bms;

namespace BatterySim.Hardware
{
    /// <summary>The devices that a firmware is put together from.</summary>
    public sealed class FirmwareParts
    {
        /// <summary>Name of the board, for the banner.</summary>
        public string BoardName;

        /// <summary>Address switches 1 to 4, contacts to ground.</summary>
        public IInputPin[] DipPins;

        /// <summary>RST button, a contact to ground.</summary>
        public IInputPin ResetPin;

        /// <summary>Breaker: high or open is ON, ground is OFF, so that a board without this switch has its breaker on.</summary>
        public IInputPin BreakerPin;

        /// <summary>Green LED.</summary>
        public IOutputPin RunPin;

        /// <summary>Red LED.</summary>
        public IOutputPin AlarmPin;

        /// <summary>True where the LEDs hang between 3.3 V and their pins.</summary>
        public bool LedsAreActiveLow;

        /// <summary>CAN controller.</summary>
        public ICanController Can;

        /// <summary>Serial console.</summary>
        public ISerialLine Serial;

        /// <summary>Where settings lie.</summary>
        public IFileDrive Drive;

        /// <summary>The board's clock.</summary>
        public ElapsedClock Clock;

        /// <summary>Tells how much memory is left; null where there is enough in any case, as on a PC.</summary>
        public IFreeMemory Memory;

        /// <summary>The board itself.</summary>
        public IBoardControl Control;
    }
}
