using System.Device.Gpio;
using BatterySim.Hardware.Boards;

namespace BatterySim.Hardware.Nano
{
    /// <summary>Opens the devices of the board that this firmware is built for.</summary>
    public static class BoardParts
    {
        /// <summary>Every device, opened.</summary>
        public static FirmwareParts Open()
        {
            GpioController gpio = new GpioController();
            FirmwareParts parts = new FirmwareParts();
            parts.BoardName = BoardPins.BoardName;
            parts.DipPins = new IInputPin[]
            {
                new GpioInputPin(gpio, BoardPins.Dip1),
                new GpioInputPin(gpio, BoardPins.Dip2),
                new GpioInputPin(gpio, BoardPins.Dip3),
                new GpioInputPin(gpio, BoardPins.Dip4),
            };
            parts.ResetPin = OpenInput(gpio, BoardPins.Reset);
            parts.BreakerPin = OpenInput(gpio, BoardPins.Breaker);
            parts.RunPin = new GpioOutputPin(gpio, BoardPins.RunLed);
            parts.AlarmPin = new GpioOutputPin(gpio, BoardPins.AlarmLed);
            parts.LedsAreActiveLow = BoardPins.LedsAreActiveLow;
            parts.Serial = new UartLine();
            parts.Drive = new InternalDrive();
            parts.Clock = new ElapsedClock(new TickClock());
            parts.Control = new BoardControl();
            parts.Memory = new FreeMemory();
            parts.Can = BoardCanController.Open(gpio, parts.Clock);
            return parts;
        }

        private static IInputPin OpenInput(GpioController gpio, int number)
        {
            if (number == PinNumber.NotWired)
            {
                return new FixedInputPin(true);
            }

            return new GpioInputPin(gpio, number);
        }
    }
}
