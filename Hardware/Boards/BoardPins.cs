#if BOARD_ESP32S3
using Pins = BatterySim.Hardware.Boards.Esp32S3Pins;
#elif BOARD_ESP32C3
using Pins = BatterySim.Hardware.Boards.Esp32C3Pins;
#elif BOARD_STM32F769
using Pins = BatterySim.Hardware.Boards.Stm32F769Pins;
#else
using Pins = BatterySim.Hardware.Boards.Esp32Pins;
#endif

namespace BatterySim.Hardware.Boards
{
    /// <summary>The pins of the board that this firmware is built for: property Board of the project file.</summary>
    public static class BoardPins
    {
        /// <summary>Stands for a pin that is not wired.</summary>
        public const int None = -1;

        /// <summary>Name for the banner.</summary>
        public const string BoardName = Pins.BoardName;

        /// <summary>SPI clock.</summary>
        public const int SpiClock = Pins.SpiClock;

        /// <summary>SPI data from the MCP2515.</summary>
        public const int SpiMiso = Pins.SpiMiso;

        /// <summary>SPI data to the MCP2515.</summary>
        public const int SpiMosi = Pins.SpiMosi;

        /// <summary>Chip select of the MCP2515.</summary>
        public const int CanSelect = Pins.CanSelect;

        /// <summary>INT of the MCP2515.</summary>
        public const int CanInterrupt = Pins.CanInterrupt;

        /// <summary>Clock of the built-in CAN controller, Hz.</summary>
        public const int CanClockHertz = Pins.CanClockHertz;

        /// <summary>Address switches 1 to 4.</summary>
        public static readonly int[] Dip = { Pins.Dip1, Pins.Dip2, Pins.Dip3, Pins.Dip4 };

        /// <summary>RST button.</summary>
        public const int Reset = Pins.Reset;

        /// <summary>Breaker switch.</summary>
        public const int Breaker = Pins.Breaker;

        /// <summary>RUN lamp.</summary>
        public const int RunLamp = Pins.RunLamp;

        /// <summary>ALM lamp.</summary>
        public const int AlarmLamp = Pins.AlarmLamp;

        /// <summary>True where the lamps hang between 3.3 V and their pins.</summary>
        public const bool LampsAreActiveLow = Pins.LampsAreActiveLow;

        /// <summary>Serial port of the console.</summary>
        public const string ConsolePort = Pins.ConsolePort;

        /// <summary>Console, from the board.</summary>
        public const int ConsoleTransmit = Pins.ConsoleTransmit;

        /// <summary>Console, to the board.</summary>
        public const int ConsoleReceive = Pins.ConsoleReceive;

        /// <summary>Drive for settings.</summary>
        public const string DriveRoot = Pins.DriveRoot;
    }
}
