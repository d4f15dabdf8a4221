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
            parts.DipPins = new IInputPin[AddressSwitches.Count];
            for (int index = 0; index < AddressSwitches.Count; index++)
            {
                parts.DipPins[index] = new GpioInputPin(gpio, BoardPins.Dip[index]);
            }

            parts.ResetPin = OpenInput(gpio, BoardPins.Reset);
            parts.BreakerPin = OpenInput(gpio, BoardPins.Breaker);
            parts.RunPin = new GpioOutputPin(gpio, BoardPins.RunLamp);
            parts.AlarmPin = new GpioOutputPin(gpio, BoardPins.AlarmLamp);
            parts.LampsAreActiveLow = BoardPins.LampsAreActiveLow;
            parts.Serial = new UartLine();
            parts.Drive = new InternalDrive();
            parts.Clock = new ElapsedClock(new TickClock());
            parts.Control = new BoardControl();
            parts.Memory = new FreeMemory();
            parts.Can = CanRoad.Open(gpio, parts.Clock);
            return parts;
        }

        private static IInputPin OpenInput(GpioController gpio, int number)
        {
            if (number == BoardPins.None)
            {
                return new FixedInputPin(true);
            }

            return new GpioInputPin(gpio, number);
        }
    }
}
