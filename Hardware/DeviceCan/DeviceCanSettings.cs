#if DEVICE_CAN
namespace BatterySim.Hardware.DeviceCan
{
    /// <summary>Which built-in CAN controller is used and how it is clocked.</summary>
    public sealed class DeviceCanSettings
    {
        /// <summary>Name of the controller: CAN1, CAN2 or CAN3.</summary>
        public string ControllerId = "CAN1";

        /// <summary>Clock of the controller, Hz. On an STM32 this is PCLK1.</summary>
        /// <remarks>42 MHz on an F407 at 168 MHz; assumed from their highest clocks: 45 MHz on an F429, 54 MHz on an F769 Discovery.</remarks>
        public int ClockHertz = 45000000;

        /// <summary>Bit rate of the bus, bit/s. Sol-Ark speaks 500 kbit/s.</summary>
        public int BitsPerSecond = 500000;

        /// <summary>What is wrong with these settings, as a sentence; null if nothing is.</summary>
        public string FindProblem()
        {
            return new CanBitTiming(ClockHertz, BitsPerSecond, DeviceCanBus.PrescalerMax).IsValid
                ? null
                : "The CAN controller cannot make this bit rate from its clock; set ClockHertz to the PCLK1 of your board.";
        }
    }
}
#endif
