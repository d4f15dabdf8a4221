using System;
using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Hardware;
using BatterySim.Hardware.DeviceCan;
using BatterySim.Hardware.Mcp2515;
using BatterySim.Host.Can.Virtual;
using BatterySim.Host.DeviceCan;
using BatterySim.Host.Inverter;

namespace BatterySim.Host.Board
{
    /// <summary>A board with the whole firmware, a CAN controller and a virtual Sol-Ark at the other end of the cable, in simulated time.</summary>
    /// <remarks>
    /// The firmware is what a board runs, from <see cref="Firmware"/> down to the registers of an MCP2515 or the
    /// native calls for an ESP32's own controller; pins, serial line, drive and clock are
    /// simulated. Bus and inverter move every millisecond, the firmware goes round its loop every 10 ms.
    /// </remarks>
    public sealed class BoardSession : IBoardControl
    {
        private const int MicrosecondsPerMillisecond = 1000;
        private const string BoardNode = "board";

        private readonly BoardTicks _ticks = new();
        private readonly VirtualBusNode _inverterNode;
        private readonly CanFrame _received = new();
        private readonly Mcp2515Chip? _chip;
        private readonly Esp32Twai? _twai;
        private readonly BoardPin[] _dip = [new(), new(), new(), new()];
        private Firmware _firmware = null!;
        private bool _isRestarting;

        /// <summary>Wires everything up and switches the board on.</summary>
        /// <param name="dip">Position of the address switches, 0 to 15.</param>
        /// <param name="startTick">What the board's tick counter shows at power-up.</param>
        /// <param name="can">The CAN controller that the board has and its firmware is built for.</param>
        public BoardSession(int dip, int startTick = 0, BoardCanController can = BoardCanController.Mcp2515)
        {
            Bus = new VirtualBus();
            if (can == BoardCanController.DeviceCan)
            {
                _twai = new Esp32Twai(Bus, BoardNode);
            }
            else
            {
                _chip = new Mcp2515Chip(Bus, BoardNode, new Mcp2515ChipOptions());
            }

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

        /// <summary>The MCP2515. InvalidOperationException: this board has none.</summary>
        public Mcp2515Chip Chip => _chip ?? throw new InvalidOperationException("this board has no MCP2515");

        /// <summary>The ESP32's own controller. InvalidOperationException: this board does not use it.</summary>
        public Esp32Twai Twai => _twai ?? throw new InvalidOperationException("this board uses an MCP2515");

        /// <summary>True while CAN-H and CAN-L are shorted at the board: what it starts to send is destroyed.</summary>
        public bool IsCanShorted
        {
            get => _twai?.IsDisturbed ?? Chip.IsDisturbed;
            set
            {
                if (_twai is not null)
                {
                    _twai.IsDisturbed = value;
                }
                else
                {
                    Chip.IsDisturbed = value;
                }
            }
        }

        /// <summary>True while the cable joins board and inverter.</summary>
        public bool IsCanPlugged
        {
            get => _inverterNode.IsConnected;
            set
            {
                if (value)
                {
                    Bus.Connect(_inverterNode);
                }
                else
                {
                    Bus.Disconnect(_inverterNode);
                }
            }
        }

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
            var clock = new ElapsedClock(_ticks);
            var parts = new FirmwareParts
            {
                BoardName = "a simulated board",
                DipPins = _dip,
                ResetPin = Reset,
                BreakerPin = Breaker,
                RunPin = RunLed,
                AlarmPin = AlarmLed,
                Can = OpenCan(clock),
                Serial = Serial,
                Drive = Drive,
                Clock = clock,
                Control = this,
                Memory = Memory,
            };
            _firmware = new Firmware(parts);
            _firmware.Start();
        }

        private ICanController OpenCan(IMonotonicClock clock)
        {
            if (_twai is null)
            {
                return new Mcp2515CanBus(Chip, new Mcp2515Settings(), Chip);
            }

            // The chip of a board is not reset with the processor, a controller inside it is.
            _twai.Reset();
            var settings = new DeviceCanSettings { ClockHertz = Esp32Twai.ClockHertz };
            DeviceCanFirmware.Install(settings.ControllerId, _twai);
            return new DeviceCanController(settings, clock);
        }
    }
}
