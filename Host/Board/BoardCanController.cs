namespace BatterySim.Host.Board
{
    /// <summary>Which CAN controller a simulated board has: build property CanController of the firmware.</summary>
    public enum BoardCanController
    {
        /// <summary>An MCP2515 on SPI.</summary>
        Mcp2515,

        /// <summary>The controller inside the ESP32, through nanoFramework.Device.Can and the component of docs/firmware-twai.md.</summary>
        DeviceCan,
    }
}
