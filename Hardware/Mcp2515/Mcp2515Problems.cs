namespace BatterySim.Hardware.Mcp2515
{
    /// <summary>What the start-up test can find, in sentences for the console: made once, so that a fault costs no memory.</summary>
    public static class Mcp2515Problems
    {
        /// <summary>Nothing drives MISO high.</summary>
        public const string AllZeros =
            "The MCP2515 does not answer, every byte reads 0x00; check its supply, the MISO wire and the chip-select pin.";

        /// <summary>Nothing drives MISO low.</summary>
        public const string AllOnes =
            "The MCP2515 does not answer, every byte reads 0xFF; check its supply, the MISO wire and the chip-select pin.";

        /// <summary>Something answers, but not as the chip does after a reset.</summary>
        public const string NoConfigurationMode =
            "The MCP2515 is not in configuration mode after its reset; check the MOSI and SCK wires and the chip-select pin.";

        /// <summary>A register does not hold what was written.</summary>
        public const string NotKept =
            "The MCP2515 does not keep what is written to it; check the MOSI and SCK wires and use a slower SPI clock.";

        /// <summary>The test frame did not come back.</summary>
        public const string NoLoopback =
            "The MCP2515 does not receive its own test frame; check its crystal and its supply.";

        /// <summary>The chip stays out of normal mode.</summary>
        public const string NoNormalMode =
            "The MCP2515 does not join the bus; check that CAN-H and CAN-L are not shorted and that the transceiver has its supply.";

        /// <summary>The settings are gone while running.</summary>
        public const string Lost =
            "The MCP2515 stopped answering or lost its settings; check its supply and its wires.";
    }
}
