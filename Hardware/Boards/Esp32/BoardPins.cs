namespace BatterySim.Hardware.Boards
{
    /// <summary>Classic ESP32 on a DevKit with 30 or 38 pins.</summary>
    /// <remarks>
    /// Kept free: 6 to 11 (flash), 1 and 3 (COM1, the debugger), 16 and 17 (PSRAM on WROVER), 12 and 15 (strapping), and 34 to 39, which
    /// have no pull-ups and no output. 5 and 2 are strapping pins that this wiring leaves at their levels: chip select idles high and the
    /// RUN LED pulls down.
    /// </remarks>
    public static class BoardPins
    {
        /// <summary>Name for the banner.</summary>
        public const string BoardName = "ESP32 DevKit";

        /// <summary>SPI clock to the MCP2515.</summary>
        public const int SpiClock = 18;

        /// <summary>SPI data from the MCP2515 (SO).</summary>
        public const int SpiMiso = 19;

        /// <summary>SPI data to the MCP2515 (SI).</summary>
        public const int SpiMosi = 23;

        /// <summary>Chip select of the MCP2515.</summary>
        public const int CanSelect = 5;

        /// <summary>INT of the MCP2515.</summary>
        public const int CanInterrupt = 4;

        /// <summary>Clock of the built-in CAN controller (TWAI), Hz, as a firmware that serves it is to take it; no stock firmware does.</summary>
        public const int CanClockHertz = 80000000;

        /// <summary>Address switch 1, counts 1; internal pull-up.</summary>
        public const int Dip1 = 32;

        /// <summary>Address switch 2, counts 2; internal pull-up.</summary>
        public const int Dip2 = 33;

        /// <summary>Address switch 3, counts 4; internal pull-up.</summary>
        public const int Dip3 = 25;

        /// <summary>Address switch 4, counts 8; internal pull-up.</summary>
        public const int Dip4 = 26;

        /// <summary>RST button; internal pull-up.</summary>
        public const int Reset = 27;

        /// <summary>Breaker switch, to ground for OFF; internal pull-up.</summary>
        public const int Breaker = 14;

        /// <summary>RUN LED: the blue one that stands on most boards.</summary>
        public const int RunLed = 2;

        /// <summary>ALM LED.</summary>
        public const int AlarmLed = 13;

        /// <summary>False: the LEDs hang between their pins and ground.</summary>
        public const bool LedsAreActiveLow = false;

        /// <summary>Serial port of the console; COM1 belongs to the debugger.</summary>
        public const string ConsolePort = "COM2";

        /// <summary>Console, from the board.</summary>
        public const int ConsoleTransmit = 22;

        /// <summary>Console, to the board.</summary>
        public const int ConsoleReceive = 21;

        /// <summary>Drive for settings: the one inside, in flash.</summary>
        public const string DriveRoot = "I:\\";
    }
}
