namespace BatterySim.Hardware.Boards
{
    /// <summary>ESP32-C3-DevKitM-1, or another C3 board that is flashed through a UART bridge.</summary>
    /// <remarks>
    /// The chip has too few pins for everything: INT of the MCP2515 stays open (the driver polls) and there is no breaker switch (always on).
    /// The console takes the two USB pins, so a board that is flashed over its own USB needs other ones. RST is the BOOT button: pressed
    /// while power comes on it starts the loader instead. 2, 8 and 9 are strapping pins that must be high at power-up, which the LEDs
    /// between 3.3 V and their pins and the button's pull-up keep them. Kept free: 11 to 17 (flash), 20 and 21 (COM1).
    /// </remarks>
    public static class BoardPins
    {
        /// <summary>Name for the banner.</summary>
        public const string BoardName = "ESP32-C3 DevKitM-1";

        /// <summary>SPI clock to the MCP2515.</summary>
        public const int SpiClock = 6;

        /// <summary>SPI data from the MCP2515 (SO).</summary>
        public const int SpiMiso = 5;

        /// <summary>SPI data to the MCP2515 (SI).</summary>
        public const int SpiMosi = 7;

        /// <summary>Chip select of the MCP2515.</summary>
        public const int CanSelect = 10;

        /// <summary>Not wired.</summary>
        public const int CanInterrupt = PinNumber.NotWired;

        /// <summary>Clock of the built-in CAN controller (TWAI), Hz, as a firmware that serves it is to take it; no stock firmware does.</summary>
        public const int CanClockHertz = 80000000;

        /// <summary>Address switch 1, counts 1; internal pull-up.</summary>
        public const int Dip1 = 0;

        /// <summary>Address switch 2, counts 2; internal pull-up.</summary>
        public const int Dip2 = 1;

        /// <summary>Address switch 3, counts 4; internal pull-up.</summary>
        public const int Dip3 = 3;

        /// <summary>Address switch 4, counts 8; internal pull-up.</summary>
        public const int Dip4 = 4;

        /// <summary>RST button: BOOT, which has a resistor on the board.</summary>
        public const int Reset = 9;

        /// <summary>Not wired: always on.</summary>
        public const int Breaker = PinNumber.NotWired;

        /// <summary>RUN LED.</summary>
        public const int RunLed = 8;

        /// <summary>ALM LED.</summary>
        public const int AlarmLed = 2;

        /// <summary>True: the LEDs hang between 3.3 V and their pins.</summary>
        public const bool LedsAreActiveLow = true;

        /// <summary>Serial port of the console; COM1 belongs to the debugger.</summary>
        public const string ConsolePort = "COM2";

        /// <summary>Console, from the board.</summary>
        public const int ConsoleTransmit = 19;

        /// <summary>Console, to the board.</summary>
        public const int ConsoleReceive = 18;

        /// <summary>Drive for settings: the one inside, in flash.</summary>
        public const string DriveRoot = "I:\\";
    }
}
