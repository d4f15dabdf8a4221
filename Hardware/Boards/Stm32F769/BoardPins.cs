namespace BatterySim.Hardware.Boards
{
    /// <summary>ST 32F769IDISCOVERY, the board whose stock firmware has CAN: build it with CanController=DeviceCan.</summary>
    /// <remarks>
    /// A pin's number is 16 times its port (A is 0) plus its place in it. CAN1 is fixed by the firmware: TX PB9 (D14), RX PB8 (D15); so is the
    /// console, COM6: TX PC6 (D1), RX PC7 (D0). All pins stand on the Arduino connectors, and every one used
    /// has a pull-up. Pins, clock and ports were read in the board files of nanoFramework's own firmware (nf-interpreter, July 2026); never tried.
    /// </remarks>
    public static class BoardPins
    {
        /// <summary>Name for the banner.</summary>
        public const string BoardName = "32F769IDISCOVERY";

        /// <summary>Not wired.</summary>
        public const int SpiClock = PinNumber.NotWired;

        /// <summary>Not wired.</summary>
        public const int SpiMiso = PinNumber.NotWired;

        /// <summary>Not wired.</summary>
        public const int SpiMosi = PinNumber.NotWired;

        /// <summary>Not wired.</summary>
        public const int CanSelect = PinNumber.NotWired;

        /// <summary>Not wired.</summary>
        public const int CanInterrupt = PinNumber.NotWired;

        /// <summary>Clock of the built-in CAN controller (PCLK1), Hz.</summary>
        public const int CanClockHertz = 54000000;

        /// <summary>Address switch 1, counts 1; PJ1, D2.</summary>
        public const int Dip1 = 145;

        /// <summary>Address switch 2, counts 2; PF6, D3.</summary>
        public const int Dip2 = 86;

        /// <summary>Address switch 3, counts 4; PJ0, D4.</summary>
        public const int Dip3 = 144;

        /// <summary>Address switch 4, counts 8; PC8, D5.</summary>
        public const int Dip4 = 40;

        /// <summary>RST button; PJ3, D7.</summary>
        public const int Reset = 147;

        /// <summary>Breaker switch, to ground for OFF; PJ4, D8.</summary>
        public const int Breaker = 148;

        /// <summary>RUN LED: the board's green LD2, PJ5.</summary>
        public const int RunLed = 149;

        /// <summary>ALM LED: the board's red LD1, PJ13.</summary>
        public const int AlarmLed = 157;

        /// <summary>False: the LEDs light when their pins are high.</summary>
        public const bool LedsAreActiveLow = false;

        /// <summary>Serial port of the console.</summary>
        public const string ConsolePort = "COM6";

        /// <summary>Console, from the board: fixed by the firmware.</summary>
        public const int ConsoleTransmit = PinNumber.NotWired;

        /// <summary>Console, to the board: fixed by the firmware.</summary>
        public const int ConsoleReceive = PinNumber.NotWired;

        /// <summary>Drive for settings: the SD card, since this board's firmware has no drive inside.</summary>
        public const string DriveRoot = "D:\\";
    }
}
