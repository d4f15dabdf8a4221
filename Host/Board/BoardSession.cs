using System;
using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Hardware;
using BatterySim.Hardware.Mcp2515;
using BatterySim.Host.Can.Virtual;
using BatterySim.Host.Inverter;

namespace BatterySim.Host.Board
{
    /// <summary>A board with the whole firmware, an MCP2515 and a virtual Sol-Ark at the other end of the cable, in simulated time.</summary>
    /// <remarks>
    /// The firmware is what a board runs, from <see cref="Firmware"/> down to the chip's registers; pins, serial line, drive and clock are
    /// simulated. Bus and inverter move every millisecond, the firmware goes round its loop every 10 ms.
    /// </remarks>
    public sealed class BoardSession : IBoardControl
    {
        private const int MicrosecondsPerMillisecond = 1000;

        private readonly BoardTicks _ticks = new();
        private readonly VirtualBusNode _inverterNode;
        private readonly CanFrame _received = new();
        private readonly BoardPin[] _dip = [new(), new(), new(), new()];
        private Firmware _firmware = null!;
        private bool _isRestarting;

        /// <summary>Wires everything up and switches the board on.</summary>
        /// <param name="dip">Position of the address switches, 0 to 15.</param>
        /// <param name="startTick">What the board's tick counter shows at power-up.</param>
        public BoardSession(int dip, int startTick = 0)
        {
            Bus = new VirtualBus();
            Chip = new Mcp2515Chip(Bus, "board", new Mcp2515ChipOptions());
            _inverterNode = Bus.Attach("inverter");
            Inverter = new VirtualSolArk(new InverterSettings(), _inverterNode);
            _ticks.TickMilliseconds = startTick;
            Dip = dip;
            PowerUp();
        }

        /// <summary>Raised before each pass of the firmware's main loop.</summary>
        public event Action? PassBegins;

        /// <summary>Raised after each pass of the firmware's main loop.</summary>
        public event Action? PassEnds;

        /// <summary>The CAN cable.</summary>
        public VirtualBus Bus { get; }

        /// <summary>The CAN controller.</summary>
        public Mcp2515Chip Chip { get; }

        /// <summary>The inverter's place on the bus.</summary>
        public VirtualBusNode InverterNode => _inverterNode;

        /// <summary>The inverter.</summary>
        public VirtualSolArk Inverter { get; }

        /// <summary>The firmware; another one after a restart.</summary>
        public Firmware Firmware => _firmware;

        /// <summary>The serial console.</summary>
        public BoardSerial Serial { get; } = new();

        /// <summary>The board's files.</summary>
        public MemoryDrive Drive { get; } = new();

        /// <summary>Tells the firmware how much memory is left, from the next start on; null for enough in any case.</summary>
        public IFreeMemory? Memory { get; set; }

        /// <summary>RST button: low while it is pressed.</summary>
        public BoardPin Reset { get; } = new();

        /// <summary>Breaker switch: low for OFF.</summary>
        public BoardPin Breaker { get; } = new();

        /// <summary>RUN LED.</summary>
        public BoardPin RunLed { get; } = new();

        /// <summary>ALM LED.</summary>
        public BoardPin AlarmLed { get; } = new();

        /// <summary>Restarts of the board since it was made.</summary>
        public int RestartCount { get; private set; }

        /// <summary>Simulated time, ms.</summary>
        public long NowMilliseconds { get; private set; }

        /// <summary>Position of the address switches, 0 to 15.</summary>
        public int Dip
        {
            get
            {
                int value = 0;
                for (int index = 0; index < _dip.Length; index++)
                {
                    value |= _dip[index].IsHigh ? 0 : 1 << index;
                }

                return value;
            }

            set
            {
                for (int index = 0; index < _dip.Length; index++)
                {
                    _dip[index].IsHigh = (value >> index & 1) == 0;
                }
            }
        }

        /// <summary>Lets time pass.</summary>
        public void Advance(int milliseconds)
        {
            for (int count = 0; count < milliseconds; count++)
            {
                NowMilliseconds++;
                _ticks.TickMilliseconds = unchecked(_ticks.TickMilliseconds + 1);
                Bus.AdvanceTo(NowMilliseconds * MicrosecondsPerMillisecond);
                MoveInverter();
                if (NowMilliseconds % Firmware.PassMilliseconds == 0)
                {
                    MoveFirmware();
                }

                if (_isRestarting)
                {
                    _isRestarting = false;
                    RestartCount++;
                    PowerUp();
                }
            }
        }

        /// <summary>Presses RST, holds it and lets it go.</summary>
        public void PressReset(int milliseconds)
        {
            Reset.IsHigh = false;
            Advance(milliseconds);
            Reset.IsHigh = true;
            Advance(2 * DebouncedInput.RestMilliseconds);
        }

        /// <inheritdoc/>
        public void Restart()
        {
            _isRestarting = true;
        }

        private void MoveFirmware()
        {
            PassBegins?.Invoke();
            bool hasToTalk = _firmware.Pass();
            PassEnds?.Invoke();
            if (hasToTalk)
            {
                _firmware.Talk();
            }
        }

        private void MoveInverter()
        {
            Inverter.TerminalMillivolts = _firmware.Bank.Simulator.Bank.VoltageMillivolts;
            Inverter.Advance(1);
            while (_inverterNode.TryReceive(_received))
            {
                Inverter.Receive(_received);
            }

            _firmware.Bank.Simulator.SetCurrent(Inverter.CurrentMilliamps);
        }

        private void PowerUp()
        {
            // A board's memory is empty when it starts.
            _firmware = null!;
            var settings = new Mcp2515Settings();
            var parts = new FirmwareParts
            {
                BoardName = "a simulated board",
                DipPins = _dip,
                ResetPin = Reset,
                BreakerPin = Breaker,
                RunPin = RunLed,
                AlarmPin = AlarmLed,
                Can = new Mcp2515CanBus(Chip, settings, Chip),
                Serial = Serial,
                Drive = Drive,
                Clock = new ElapsedClock(_ticks),
                Control = this,
                Memory = Memory,
            };
            _firmware = new Firmware(parts);
            _firmware.Start();
        }
    }
}
