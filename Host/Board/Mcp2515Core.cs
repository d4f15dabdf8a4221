using System;
using System.Collections.Generic;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Virtual;

namespace BatterySim.Host.Board
{
    /// <summary>The CAN side of the chip: modes, sending, receiving, errors. Registers stand in <see cref="Registers"/>.</summary>
    internal sealed class Mcp2515Core
    {
        public const int ModeNormal = 0;
        public const int ModeSleep = 1;
        public const int ModeLoopback = 2;
        public const int ModeListenOnly = 3;
        public const int ModeConfiguration = 4;

        private const int BufferCount = 3;
        private const int NoBuffer = -1;
        private const int AbortAll = 0x10;
        private const int OneShot = 0x08;
        private const int Aborted = 0x40;
        private const int LostArbitration = 0x20;
        private const int Error = 0x10;
        private const int Request = 0x08;
        private const int MessageErrorFlag = 0x80;
        private const int WakeFlag = 0x40;
        private const int ErrorFlag = 0x20;
        private const int BusOffBit = 0x20;
        private const int ErrorStep = 8;

        // Without an acknowledge the counter stops where the node becomes passive.
        private const int PassiveAt = 128;

        // An error in the first bits of a frame: some bits, error flag, delimiter, interframe space.
        private const int ErrorAttemptMicroseconds = 40 * VirtualBus.BitMicroseconds;
        private const int BusOffMicroseconds = 128 * 11 * VirtualBus.BitMicroseconds;

        private readonly VirtualBus _bus;
        private readonly VirtualBusNode _node;
        private readonly int _crystalHertz;
        private readonly List<string> _violations;
        private readonly CanFrame _frame = new();
        private int _onWire = NoBuffer;
        private int _solo = NoBuffer;
        private long _handedMicroseconds;
        private long _soloEndMicroseconds;
        private long _settledMicroseconds;
        private long _busOffUntilMicroseconds;
        private int _receiveErrors;
        private int _lastErrorState;
        private bool _isWrongRate;
        private bool _isBusOff;

        public Mcp2515Core(VirtualBus bus, string name, int crystalHertz, List<string> violations)
        {
            _bus = bus;
            _crystalHertz = crystalHertz;
            _violations = violations;
            _node = bus.Attach(name, 1, 1);
            bus.Disconnect(_node);
            bus.FrameCompleted += OnFrameCompleted;
        }

        public byte[] Registers { get; } = new byte[Mcp2515Map.Size];

        /// <summary>Mode that the chip is in; it follows what was asked for when nothing is left to send.</summary>
        public int Mode { get; private set; } = ModeConfiguration;

        /// <summary>True while whatever this chip starts to send is destroyed.</summary>
        public bool IsDisturbed { get; set; }

        public int TransmitErrors => Math.Min(255, _node.TransmitErrorCount);

        public int ReceiveErrors => _receiveErrors;

        /// <summary>EFLG.</summary>
        public int ErrorState =>
            (Registers[Mcp2515Map.Eflg] & 0xC0)
            | (_isBusOff ? BusOffBit : 0)
            | (TransmitErrors >= 128 ? 0x10 : 0)
            | (_receiveErrors >= 128 ? 0x08 : 0)
            | (TransmitErrors >= 96 ? 0x04 : 0)
            | (_receiveErrors >= 96 ? 0x02 : 0)
            | (TransmitErrors >= 96 || _receiveErrors >= 96 ? 0x01 : 0);

        private bool IsConnectable => Mode == ModeNormal && !_isWrongRate && !IsDisturbed && !_isBusOff;

        private bool IsOneShot => (Registers[Mcp2515Map.CanCtrl] & OneShot) != 0;

        private bool IsAborting => (Registers[Mcp2515Map.CanCtrl] & AbortAll) != 0;

        public bool IsPending(int buffer) => (Registers[Mcp2515Map.TxCtrl(buffer)] & Request) != 0;

        public void Reset()
        {
            Withdraw();
            _solo = NoBuffer;
            foreach (Mcp2515Register register in Mcp2515Map.Registers)
            {
                Registers[register.Address] = register.ResetValue ?? Registers[register.Address];
            }

            _isBusOff = false;
            Enter(ModeConfiguration);
        }

        /// <summary>Does what time has brought: failed attempts, an ended test frame, the way back from bus-off, a mode that was asked for.</summary>
        public void Settle()
        {
            long now = _bus.NowMicroseconds;
            if (_isBusOff && !IsDisturbed && now >= _busOffUntilMicroseconds)
            {
                _isBusOff = false;
                ClearErrors();
            }

            Connect();
            if (Mode == ModeNormal && !IsConnectable)
            {
                FailAttempts(now);
            }
            else if (_solo != NoBuffer)
            {
                FailSolo(now);
            }
            else if (_onWire != NoBuffer && _node.IsAlone && now >= _handedMicroseconds + AttemptMicroseconds(_onWire))
            {
                FailOne(_onWire);
            }
            else if (Mode == ModeLoopback)
            {
                LoopBack(now);
            }

            _settledMicroseconds = now;
            int requested = Registers[Mcp2515Map.CanCtrl] >> 5;
            if (requested != Mode && !AnyPending())
            {
                Enter(requested);
            }

            int state = ErrorState;
            if (state != _lastErrorState)
            {
                Registers[Mcp2515Map.CanIntF] |= ErrorFlag;
                _lastErrorState = state;
            }
        }

        public void RequestToSend(int buffer)
        {
            int control = Mcp2515Map.TxCtrl(buffer);
            Registers[control] = (byte)((Registers[control] & 0x03) | Request);
            if (_onWire == NoBuffer)
            {
                _handedMicroseconds = _bus.NowMicroseconds;
            }

            Choose();
        }

        /// <summary>CANCTRL was written.</summary>
        public void OnControl()
        {
            if (!IsAborting)
            {
                return;
            }

            for (int buffer = 0; buffer < BufferCount; buffer++)
            {
                if (IsPending(buffer) && (buffer != _onWire || Withdraw()))
                {
                    Drop(buffer);
                }
            }
        }

        /// <summary>TXREQ was cleared by the board.</summary>
        public void Cancel(int buffer)
        {
            if (buffer == _onWire && !Withdraw())
            {
                return;
            }

            Registers[Mcp2515Map.TxCtrl(buffer)] &= 0x77;
            _solo = buffer == _solo ? NoBuffer : _solo;
            Choose();
        }

        private bool AnyPending() => IsPending(0) || IsPending(1) || IsPending(2);

        private void Enter(int mode)
        {
            if (Mode == ModeConfiguration && mode != ModeConfiguration)
            {
                CheckTiming();
            }

            Mode = mode;
            if (mode == ModeConfiguration)
            {
                ClearErrors();
                _lastErrorState = ErrorState;
            }

            Connect();
        }

        private void CheckTiming()
        {
            byte cnf1 = Registers[Mcp2515Map.Cnf1];
            byte cnf2 = Registers[Mcp2515Map.Cnf2];
            byte cnf3 = Registers[Mcp2515Map.Cnf3];
            foreach (string fault in Mcp2515BitTiming.Faults(cnf1, cnf2, cnf3))
            {
                _violations.Add(fault);
            }

            double rate = Mcp2515BitTiming.BitsPerSecond(cnf1, cnf2, cnf3, _crystalHertz);
            double bus = 1e6 / VirtualBus.BitMicroseconds;
            _isWrongRate = Math.Abs(rate - bus) > 0.005 * bus;
        }

        private void ClearErrors()
        {
            _node.ClearErrors();
            _receiveErrors = 0;
        }

        private void Connect()
        {
            if (IsConnectable == _node.IsConnected)
            {
                return;
            }

            if (_node.IsConnected)
            {
                Withdraw();
                _onWire = NoBuffer;
                _solo = NoBuffer;
                _bus.Disconnect(_node);
                if (_node.PendingCount > 0)
                {
                    _node.TryWithdraw();
                }
            }
            else
            {
                _bus.Connect(_node);
                Choose();
            }
        }

        // The highest priority goes first; of equal ones the highest number (data sheet 3.3).
        private void Choose()
        {
            int best = NoBuffer;
            for (int buffer = 0; buffer < BufferCount; buffer++)
            {
                if (IsPending(buffer) && (best == NoBuffer || Priority(buffer) >= Priority(best)))
                {
                    best = buffer;
                }
            }

            if (!_node.IsConnected || _solo != NoBuffer || best == NoBuffer || best == _onWire || (_onWire != NoBuffer && !Withdraw()))
            {
                return;
            }

            // The bus counts the endless attempts of a lone node together; a single one is kept here.
            if (IsOneShot && _node.IsAlone)
            {
                _solo = best;
                _handedMicroseconds = _soloEndMicroseconds > _settledMicroseconds ? _soloEndMicroseconds : _bus.NowMicroseconds;
                return;
            }

            ReadTransmit(best, _frame);
            _onWire = best;
            _handedMicroseconds = _bus.NowMicroseconds;
            _node.Send(_frame);
        }

        private int Priority(int buffer) => Registers[Mcp2515Map.TxCtrl(buffer)] & 0x03;

        private bool Withdraw()
        {
            if (_onWire == NoBuffer || !_node.TryWithdraw())
            {
                return false;
            }

            _onWire = NoBuffer;
            return true;
        }

        private void Drop(int buffer)
        {
            int control = Mcp2515Map.TxCtrl(buffer);
            Registers[control] = (byte)((Registers[control] & ~Request) | Aborted);
            _solo = buffer == _solo ? NoBuffer : _solo;
        }

        private long AttemptMicroseconds(int buffer)
        {
            ReadTransmit(buffer, _frame);
            return FrameBits.Count(_frame) * VirtualBus.BitMicroseconds;
        }

        private void FailOne(int buffer)
        {
            Registers[Mcp2515Map.TxCtrl(buffer)] |= Error;
            Registers[Mcp2515Map.CanIntF] |= MessageErrorFlag;
            if ((IsOneShot || IsAborting) && Withdraw())
            {
                Drop(buffer);
                Choose();
            }
        }

        private void FailSolo(long now)
        {
            while (_solo != NoBuffer && now >= _handedMicroseconds + AttemptMicroseconds(_solo))
            {
                int failed = _solo;
                _soloEndMicroseconds = _handedMicroseconds + AttemptMicroseconds(failed);
                _solo = NoBuffer;
                Registers[Mcp2515Map.TxCtrl(failed)] |= Error;
                Registers[Mcp2515Map.CanIntF] |= MessageErrorFlag;
                _node.AddTransmitErrors(_node.TransmitErrorCount < PassiveAt ? ErrorStep : 0);
                Drop(failed);
                Choose();
            }
        }

        private void FailAttempts(long now)
        {
            for (long time = _settledMicroseconds; time + ErrorAttemptMicroseconds <= now && !_isBusOff; time += ErrorAttemptMicroseconds)
            {
                int buffer = IsPending(2) ? 2 : IsPending(1) ? 1 : IsPending(0) ? 0 : NoBuffer;
                if (buffer == NoBuffer)
                {
                    return;
                }

                Registers[Mcp2515Map.TxCtrl(buffer)] |= Error;
                Registers[Mcp2515Map.CanIntF] |= MessageErrorFlag;
                _node.AddTransmitErrors(ErrorStep);
                if (IsOneShot || IsAborting)
                {
                    Drop(buffer);
                }

                if (_node.TransmitErrorCount > 255)
                {
                    _isBusOff = true;
                    _busOffUntilMicroseconds = now + BusOffMicroseconds;
                }
            }
        }

        private void LoopBack(long now)
        {
            int buffer = IsPending(2) ? 2 : IsPending(1) ? 1 : IsPending(0) ? 0 : NoBuffer;
            if (buffer != NoBuffer && now >= _handedMicroseconds + AttemptMicroseconds(buffer))
            {
                ReadTransmit(buffer, _frame);
                RecordSent(buffer);
                Receive(_frame);
            }
        }

        private void RecordSent(int buffer)
        {
            Registers[Mcp2515Map.TxCtrl(buffer)] &= 0x03;
            Registers[Mcp2515Map.CanIntF] |= (byte)(0x04 << buffer);
        }

        private void OnFrameCompleted(long microseconds, VirtualBusNode sender, CanFrame frame)
        {
            if (sender == _node)
            {
                int sent = _onWire;
                _onWire = NoBuffer;
                RecordSent(sent);
                OnControl();
                Choose();
                return;
            }

            while (_node.TryReceive(_frame))
            {
                // What counts is the event: it comes at the right time.
            }

            if (Mode == ModeSleep && (Registers[Mcp2515Map.CanIntE] & WakeFlag) != 0)
            {
                Registers[Mcp2515Map.CanIntF] |= WakeFlag;
                Registers[Mcp2515Map.CanCtrl] = (byte)((Registers[Mcp2515Map.CanCtrl] & 0x1F) | (ModeListenOnly << 5));
                Mode = ModeListenOnly;
            }
            else if ((Mode == ModeNormal || Mode == ModeListenOnly) && !_isBusOff)
            {
                OnReceived(microseconds, frame);
            }
        }

        private void OnReceived(long microseconds, CanFrame frame)
        {
            if (_isWrongRate || IsDisturbed)
            {
                _receiveErrors = Math.Min(135, _receiveErrors + 1);
                Registers[Mcp2515Map.CanIntF] |= MessageErrorFlag;
                return;
            }

            _receiveErrors = Math.Max(0, _receiveErrors - 1);
            long start = microseconds - ((FrameBits.Count(frame) - FrameBits.Interframe) * VirtualBus.BitMicroseconds);
            Receive(frame);
            if (_onWire != NoBuffer && _handedMicroseconds <= start)
            {
                int lost = _onWire;
                Registers[Mcp2515Map.TxCtrl(lost)] |= LostArbitration;
                if ((IsOneShot || IsAborting) && Withdraw())
                {
                    Drop(lost);
                    Choose();
                }
            }
        }

        private void Receive(CanFrame frame)
        {
            int hit = Mcp2515Acceptance.FilterHit(Registers, 0, frame);
            int flags = Registers[Mcp2515Map.CanIntF];
            bool isRolling = (Registers[Mcp2515Map.RxB0Ctrl] & 0x04) != 0;
            if (hit >= 0 && (flags & 1) == 0)
            {
                Store(0, hit, frame);
            }
            else if (hit >= 0 && !isRolling)
            {
                Registers[Mcp2515Map.Eflg] |= 0x40;
            }
            else
            {
                hit = hit >= 0 ? hit : Mcp2515Acceptance.FilterHit(Registers, 1, frame);
                if (hit >= 0 && (flags & 2) == 0)
                {
                    Store(1, hit, frame);
                }
                else if (hit >= 0)
                {
                    Registers[Mcp2515Map.Eflg] |= 0x80;
                }
            }
        }

        private void Store(int buffer, int hit, CanFrame frame)
        {
            int address = Mcp2515Map.RxSidh(buffer);
            uint top = frame.IsExtended ? frame.Id >> 18 : frame.Id;
            byte low = (byte)((top & 7) << 5);
            low |= frame.IsExtended ? (byte)(0x08 | ((frame.Id >> 16) & 3)) : frame.IsRemote ? (byte)0x10 : (byte)0;
            Registers[address] = (byte)(top >> 3);
            Registers[address + 1] = low;
            Registers[address + 2] = frame.IsExtended ? (byte)(frame.Id >> 8) : (byte)0;
            Registers[address + 3] = frame.IsExtended ? (byte)frame.Id : (byte)0;
            Registers[address + 4] = (byte)(frame.Length | (frame.IsExtended && frame.IsRemote ? 0x40 : 0));
            for (int index = 0; index < frame.Length && !frame.IsRemote; index++)
            {
                Registers[address + 5 + index] = frame.Data[index];
            }

            int control = address - 1;
            int kept = Registers[control] & Mcp2515Map.Writable(control);
            Registers[control] = (byte)(kept | (frame.IsRemote ? 0x08 : 0) | (buffer == 0 ? hit & 1 : hit & 7));
            Registers[Mcp2515Map.CanIntF] |= (byte)(1 << buffer);
        }

        private void ReadTransmit(int buffer, CanFrame frame)
        {
            int address = Mcp2515Map.TxCtrl(buffer) + 1;
            bool isExtended = (Registers[address + 1] & 0x08) != 0;
            uint id = ((uint)Registers[address] << 3) | ((uint)Registers[address + 1] >> 5);
            if (isExtended)
            {
                id = (id << 18) | ((uint)(Registers[address + 1] & 3) << 16) | ((uint)Registers[address + 2] << 8) | Registers[address + 3];
            }

            bool isRemote = (Registers[address + 4] & 0x40) != 0;
            frame.Begin(id, Registers[address + 4] & 0x0F, isExtended, isRemote);
            for (int index = 0; index < frame.Length && !isRemote; index++)
            {
                frame.Data[index] = Registers[address + 5 + index];
            }
        }
    }
}
