using System.Device.Gpio;
using BatterySim.Hardware.Boards;
#if DEVICE_CAN
using BatterySim.Hardware.DeviceCan;
#else
using BatterySim.Hardware.Mcp2515;
using nanoFramework.Hardware.Esp32;
#endif

namespace BatterySim.Hardware.Nano
{
    /// <summary>Opens the CAN controller that this firmware is built for: property CanController of the project file.</summary>
    public static class BoardCanController
    {
#if DEVICE_CAN
        /// <summary>The controller in the processor.</summary>
        public static ICanController Open(GpioController gpio, IMonotonicClock clock)
        {
            DeviceCanSettings settings = new DeviceCanSettings();
            settings.ClockHertz = BoardPins.CanClockHertz;
            return new DeviceCanController(settings, clock);
        }
#else
        private const int SpiBus = 1;

        // Half of what the chip takes: a module on jumper wires is slower than a printed circuit.
        private const int SpiHertz = 5000000;

        /// <summary>The MCP2515 on SPI bus 1.</summary>
        public static ICanController Open(GpioController gpio, IMonotonicClock clock)
        {
            Configuration.SetPinFunction(BoardPins.SpiMosi, DeviceFunction.SPI1_MOSI);
            Configuration.SetPinFunction(BoardPins.SpiMiso, DeviceFunction.SPI1_MISO);
            Configuration.SetPinFunction(BoardPins.SpiClock, DeviceFunction.SPI1_CLOCK);
            Mcp2515Settings settings = new Mcp2515Settings();
#if CRYSTAL_16MHZ
            settings.CrystalHertz = 16000000;
#endif
            ISpiPort port = new SpiDevicePort(SpiBus, BoardPins.CanSelect, SpiHertz);
            return new Mcp2515CanBus(port, settings, OpenInterrupt(gpio, BoardPins.CanInterrupt));
        }

        // Null where the wire is not there. A parameter, since a condition on a constant would be code that some boards never reach.
        private static IInputLine OpenInterrupt(GpioController gpio, int pin)
        {
            return pin == PinNumber.NotWired ? null : new GpioInputLine(gpio.OpenPin(pin, PinMode.InputPullUp));
        }
#endif
    }
}
