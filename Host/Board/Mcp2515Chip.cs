using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using BatterySim.Hardware;
using BatterySim.Host.Can.Virtual;

namespace BatterySim.Host.Board
{
    /// <summary>An MCP2515 with transceiver on a <see cref="VirtualBus"/>, register by register, after its data sheet DS20001801J.</summary>
    /// <remarks>
    /// It answers as the chip does and writes down whatever a driver does that the data sheet forbids or leaves undefined
    /// (<see cref="Violations"/>). Time is that of the bus.
    /// </remarks>
    public sealed class Mcp2515Chip : ISpiPort, IInputLine
    {
        private const int SpiHertzMax = 10_000_000;
        private const int ResetPeriods = 128;

        private readonly VirtualBus _bus;
        private readonly Mcp2515ChipOptions _options;
        private readonly List<string> _violations = [];
        private readonly Mcp2515Core _core;
        private long _readyMicroseconds;

        /// <summary>Solders a chip to a bus. It has just been powered up: in configuration mode, with malformed data in its memory.</summary>
        public Mcp2515Chip(VirtualBus bus, string name, Mcp2515ChipOptions options)
        {
            ArgumentNullException.ThrowIfNull(bus);
            ArgumentNullException.ThrowIfNull(options);
            _bus = bus;
            _options = options;
            _core = new Mcp2515Core(bus, name, options.CrystalHertz, _violations);
            for (int address = 0; address < Mcp2515Map.Size; address++)
            {
                _core.Registers[address] = (byte)((address * 0x35) ^ 0xA5);
            }

            _core.Reset();
        }

        /// <summary>What a driver did that the data sheet forbids, one sentence each.</summary>
        public IReadOnlyList<string> Violations => _violations;

        /// <summary>Number of SPI transfers.</summary>
        public long TransferCount { get; private set; }

        /// <summary>Byte that the board reads whatever the chip says; null for a sound wire. A chip without supply reads as 0x00 or 0xFF.</summary>
        public byte? StuckMiso { get; set; }

        /// <summary>What the board's SPI gets to feel in place of a transfer; null for a sound one.</summary>
        public Exception? Failure { get; set; }

        /// <summary>True while the bus wires are shorted: what the chip starts to send is destroyed, and it receives errors.</summary>
        public bool IsDisturbed
        {
            get => _core.IsDisturbed;
            set
            {
                _core.Settle();
                _core.IsDisturbed = value;
                _core.Settle();
            }
        }

        /// <summary>The INT pin: active while a flag stands that is enabled.</summary>
        public bool IsActive
        {
            get
            {
                _core.Settle();
                return (_core.Registers[Mcp2515Map.CanIntF] & _core.Registers[Mcp2515Map.CanIntE]) != 0;
            }
        }

        /// <summary>Takes the supply away for a moment: the chip forgets its settings.</summary>
        public void Brownout()
        {
            _core.Settle();
            _core.Reset();
        }

        /// <summary>Looks into a register without a transfer.</summary>
        public byte Peek(int address)
        {
            _core.Settle();
            return Read(address);
        }

        /// <inheritdoc/>
        public void Transfer(byte[] send, byte[] receive, int length)
        {
            ArgumentNullException.ThrowIfNull(send);
            ArgumentNullException.ThrowIfNull(receive);
            if (Failure is not null)
            {
                throw Failure;
            }

            TransferCount++;
            int before = _options.TransferMicroseconds / 2;
            _bus.AdvanceTo(_bus.NowMicroseconds + before);
            _core.Settle();
            Check(_options.SpiClockHertz <= SpiHertzMax, $"SPI clock of {_options.SpiClockHertz} Hz, above 10 MHz");
            Array.Clear(receive, 0, length);
            if (StuckMiso is byte stuck)
            {
                receive.AsSpan(0, length).Fill(stuck);
            }
            else if (_bus.NowMicroseconds < _readyMicroseconds)
            {
                _violations.Add("spoken to within 128 periods of the crystal after a reset");
            }
            else
            {
                Execute(send.AsSpan(0, length), receive.AsSpan(0, length));
                _core.Settle();
            }

            _bus.AdvanceTo(_bus.NowMicroseconds + _options.TransferMicroseconds - before);
        }

        private void Execute(ReadOnlySpan<byte> send, Span<byte> receive)
        {
            byte code = send[0];
            switch (code)
            {
                case 0xC0:
                    _core.Reset();
                    _readyMicroseconds = _bus.NowMicroseconds + (ResetPeriods * 1_000_000L / _options.CrystalHertz);
                    break;
                case 0x03:
                    if (Has(send, 3))
                    {
                        Stream(send[1], receive[2..]);
                    }

                    break;
                case 0x02:
                    WriteFrom(send);
                    break;
                case 0x05:
                    BitModify(send);
                    break;
                case 0xA0:
                    receive[1..].Fill(Status());
                    break;
                case 0xB0:
                    receive[1..].Fill(ReceiveStatus());
                    break;
                case 0x90 or 0x92 or 0x94 or 0x96:
                    ReadReceive(code, receive);
                    break;
                case >= 0x40 and <= 0x45:
                    LoadTransmit(code, send);
                    break;
                case >= 0x81 and <= 0x87:
                    RequestToSend(code & 7);
                    break;
                default:
                    _violations.Add($"instruction 0x{code:X2} does not exist");
                    break;
            }
        }

        private void Stream(int address, Span<byte> receive)
        {
            Check(address < Mcp2515Map.Size, $"address 0x{address:X2} does not exist");
            for (int index = 0; index < receive.Length; index++)
            {
                receive[index] = Read((address + index) & (Mcp2515Map.Size - 1));
            }
        }

        private byte Read(int address)
        {
            int canonical = Mcp2515Map.Canonical(address);
            return canonical switch
            {
                Mcp2515Map.CanStat => (byte)((_core.Mode << 5) | (InterruptCode() << 1)),
                Mcp2515Map.Tec => (byte)_core.TransmitErrors,
                Mcp2515Map.Rec => (byte)_core.ReceiveErrors,
                Mcp2515Map.Eflg => (byte)_core.ErrorState,
                _ => _core.Registers[canonical],
            };
        }

        // ICOD: error, wake-up, transmit 0 to 2, receive 0 and 1, in this order (data sheet, register 10-2).
        private int InterruptCode()
        {
            int standing = _core.Registers[Mcp2515Map.CanIntF] & _core.Registers[Mcp2515Map.CanIntE];
            ReadOnlySpan<byte> order = [0x20, 0x40, 0x04, 0x08, 0x10, 0x01, 0x02];
            for (int index = 0; index < order.Length; index++)
            {
                if ((standing & order[index]) != 0)
                {
                    return index + 1;
                }
            }

            return 0;
        }

        private void WriteFrom(ReadOnlySpan<byte> send)
        {
            if (!Has(send, 3))
            {
                return;
            }

            for (int index = 2; index < send.Length; index++)
            {
                Write(send[1] + index - 2, send[index]);
            }
        }

        private void BitModify(ReadOnlySpan<byte> send)
        {
            if (!Has(send, 4))
            {
                return;
            }

            int address = Mcp2515Map.Canonical(send[1]);
            byte mask = send[2];
            if (!Mcp2515Map.IsBitModifiable(address))
            {
                _violations.Add($"BIT MODIFY of 0x{address:X2}, which does not allow it");
                mask = 0xFF;
            }

            byte outside = (byte)(mask & ~Mcp2515Map.Writable(address));
            Check(outside == 0, $"BIT MODIFY of bits 0x{outside:X2} of 0x{address:X2}, which cannot be written");
            Write(address, (byte)((Read(address) & ~mask & Mcp2515Map.Writable(address)) | (send[3] & mask)));
        }

        private void Write(int rawAddress, byte value)
        {
            int address = Mcp2515Map.Canonical(rawAddress);
            byte writable = Mcp2515Map.Writable(address);
            Check(rawAddress < Mcp2515Map.Size, $"address 0x{rawAddress:X2} does not exist");
            Check(writable != 0, $"write to 0x{address:X2}, which can only be read");
            Check((value & ~writable) == 0, $"0x{value:X2} written to 0x{address:X2} sets bits that do not exist");
            if (Mcp2515Map.NeedsConfigurationMode(address) && _core.Mode != Mcp2515Core.ModeConfiguration)
            {
                _violations.Add($"write to 0x{address:X2} outside configuration mode");
                return;
            }

            int row = address >> 4;
            if (row is >= 3 and <= 5)
            {
                WriteTransmit(row - 3, address, value);
                return;
            }

            _core.Registers[address] = (byte)((_core.Registers[address] & ~writable) | (value & writable));
            if (address == Mcp2515Map.CanCtrl)
            {
                _core.OnControl();
            }
        }

        private void WriteTransmit(int buffer, int address, byte value)
        {
            bool isControl = address == Mcp2515Map.TxCtrl(buffer);
            bool isPending = _core.IsPending(buffer);
            bool requests = isControl && (value & 0x08) != 0;
            if (isControl && isPending && !requests)
            {
                _core.Cancel(buffer);
                return;
            }

            Check(!isPending, $"transmit buffer {buffer} changed while it is pending");
            Check(!requests, $"transmission of buffer {buffer} requested by a write, which may send it twice (errata DS80179, 5)");
            Check((address & 0x0F) != 5 || (value & 0x0F) <= 8, $"length of {value & 0x0F} bytes");
            _core.Registers[address] = isControl ? (byte)((_core.Registers[address] & 0x70) | (value & 0x03)) : value;
            if (requests)
            {
                _core.RequestToSend(buffer);
            }
        }

        private byte Status()
        {
            int flags = _core.Registers[Mcp2515Map.CanIntF];
            int status = flags & 3;
            for (int buffer = 0; buffer < 3; buffer++)
            {
                status |= _core.IsPending(buffer) ? 0x04 << (2 * buffer) : 0;
                status |= (flags & (0x04 << buffer)) != 0 ? 0x08 << (2 * buffer) : 0;
            }

            return (byte)status;
        }

        private byte ReceiveStatus()
        {
            int full = _core.Registers[Mcp2515Map.CanIntF] & 3;
            if (full == 0)
            {
                return 0;
            }

            int buffer = (full & 1) != 0 ? 0 : 1;
            int sidl = _core.Registers[Mcp2515Map.RxSidh(buffer) + 1];
            int control = _core.Registers[Mcp2515Map.RxSidh(buffer) - 1];
            int filter = buffer == 0 ? control & 1 : (control & 7) < 2 ? 6 + (control & 1) : control & 7;
            return (byte)((full << 6) | ((sidl & 0x08) << 1) | (control & 0x08) | filter);
        }

        private void ReadReceive(byte code, Span<byte> receive)
        {
            int buffer = (code >> 2) & 1;
            byte flag = (byte)(1 << buffer);
            Check((_core.Registers[Mcp2515Map.CanIntF] & flag) != 0, $"receive buffer {buffer} read while it is empty");
            Stream(Mcp2515Map.RxSidh(buffer) + ((code & 2) != 0 ? 5 : 0), receive[1..]);
            _core.Registers[Mcp2515Map.CanIntF] &= (byte)~flag;
        }

        private void LoadTransmit(byte code, ReadOnlySpan<byte> send)
        {
            if (!Has(send, 2))
            {
                return;
            }

            int buffer = (code & 7) >> 1;
            int address = Mcp2515Map.TxCtrl(buffer) + ((code & 1) != 0 ? 6 : 1);
            for (int index = 1; index < send.Length; index++)
            {
                Write(address + index - 1, send[index]);
            }
        }

        private void RequestToSend(int mask)
        {
            for (int buffer = 0; buffer < 3; buffer++)
            {
                if ((mask & (1 << buffer)) != 0)
                {
                    Check(!_core.IsPending(buffer), $"transmission of buffer {buffer} requested while it is pending");
                    Check(
                        _core.Mode is Mcp2515Core.ModeNormal or Mcp2515Core.ModeLoopback,
                        $"transmission of buffer {buffer} requested in mode {_core.Mode}");
                    _core.RequestToSend(buffer);
                }
            }
        }

        private bool Has(ReadOnlySpan<byte> send, int length)
        {
            Check(send.Length >= length, $"instruction 0x{send[0]:X2} cut off after {send.Length} bytes");
            return send.Length >= length;
        }

        private void Check(bool isRight, [InterpolatedStringHandlerArgument(nameof(isRight))] ref ViolationText violation)
        {
            if (!isRight)
            {
                _violations.Add(violation.Take());
            }
        }
    }
}
