namespace BatterySim.Hardware.Boards
{
    /// <summary>ESP32-S3-DevKitC-1.</summary>
    /// <remarks>
    /// Kept free: 26 to 37 (flash and octal PSRAM), 0, 3, 45 and 46 (strapping), 19 and 20 (USB), 39 to 42 (JTAG), 43 and 44 (COM1).
    /// Every pin used has a pull-up. The LED on the board is an addressable one and stays dark.
    /// </remarks>
    public static class BoardPins
    {
        /// <summary>Name for the banner.</summary>
        public const string BoardName = "ESP32-S3 DevKitC-1";

        /// <summary>SPI clock to the MCP2515.</summary>
        public const int SpiClock = 12;

        /// <summary>SPI data from the MCP2515 (SO).</summary>
        public const int SpiMiso = 13;

        /// <summary>SPI data to the MCP2515 (SI).</summary>
        public const int SpiMosi = 11;

        /// <summary>Chip select of the MCP2515.</summary>
        public const int CanSelect = 10;

        /// <summary>INT of the MCP2515.</summary>
        public const int CanInterrupt = 9;

        /// <summary>Clock of the built-in CAN controller (TWAI), Hz, as a firmware that serves it is to take it; no stock firmware does.</summary>
        public const int CanClockHertz = 80000000;

        /// <summary>Address switch 1, counts 1; internal pull-up.</summary>
        public const int Dip1 = 4;

        /// <summary>Address switch 2, counts 2; internal pull-up.</summary>
        public const int Dip2 = 5;

        /// <summary>Address switch 3, counts 4; internal pull-up.</summary>
        public const int Dip3 = 6;

        /// <summary>Address switch 4, counts 8; internal pull-up.</summary>
        public const int Dip4 = 7;

        /// <summary>RST button; internal pull-up.</summary>
        public const int Reset = 15;

        /// <summary>Breaker switch, to ground for OFF; internal pull-up.</summary>
        public const int Breaker = 16;

        /// <summary>RUN LED.</summary>
        public const int RunLed = 17;

        /// <summary>ALM LED.</summary>
        public const int AlarmLed = 18;

        /// <summary>False: the LEDs hang between their pins and ground.</summary>
        public const bool LedsAreActiveLow = false;

        /// <summary>Serial port of the console; COM1 belongs to the debugger.</summary>
        public const string ConsolePort = "COM2";

        /// <summary>Console, from the board.</summary>
        public const int ConsoleTransmit = 1;

        /// <summary>Console, to the board.</summary>
        public const int ConsoleReceive = 2;

        /// <summary>Drive for settings: the one inside, in flash.</summary>
        public const string DriveRoot = "I:\\";
    }
}
