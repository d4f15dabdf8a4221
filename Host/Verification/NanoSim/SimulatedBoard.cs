using System;
using System.Collections.Generic;

namespace BatterySim.Host.Verification.NanoSim
{
    /// <summary>What stands behind nanoFramework's device libraries on this thread: the wires of a board.</summary>
    /// <remarks>The libraries are reached through static members, so the board in use belongs to the thread. A test makes its own.</remarks>
    public sealed class SimulatedBoard
    {
        [ThreadStatic]
        private static SimulatedBoard? _current;

        private readonly Dictionary<(int BusId, int ChipSelect), SpiExchange> _spi = [];
        private readonly Dictionary<int, SimulatedPin> _pins = [];

        /// <summary>The board in use on this thread; one without anything on it if none was made.</summary>
        public static SimulatedBoard Current
        {
            get => _current ??= new SimulatedBoard();
            set => _current = value;
        }

        /// <summary>Solders a device to an SPI bus.</summary>
        /// <param name="busId">Number of the bus.</param>
        /// <param name="chipSelect">GPIO of its chip-select wire.</param>
        /// <param name="exchange">What the device does with a transfer.</param>
        public void AttachSpi(int busId, int chipSelect, SpiExchange exchange) => _spi[(busId, chipSelect)] = exchange;

        /// <summary>A GPIO, made on first use.</summary>
        public SimulatedPin Pin(int number)
        {
            if (!_pins.TryGetValue(number, out SimulatedPin? pin))
            {
                pin = new SimulatedPin();
                _pins.Add(number, pin);
            }

            return pin;
        }

        // A bus without a device: nothing drives the wire, the board's pull-up does.
        internal SpiExchange Spi(int busId, int chipSelect) =>
            _spi.GetValueOrDefault((busId, chipSelect), static (_, receive) => receive.Fill(0xFF));
    }
}
