using BatterySim.Bms.Can;

namespace BatterySim.Hardware.Mcp2515
{
    /// <summary>The SPI instructions of the MCP2515, one method each (data sheet DS20001801J, section 12).</summary>
    public sealed class Mcp2515Instructions
    {
        /// <summary>Most bytes that one <see cref="Read(byte, int)"/> takes.</summary>
        public const int ReadMax = 20;

        private const byte ResetCode = 0xC0;
        private const byte ReadCode = 0x03;
        private const byte WriteCode = 0x02;
        private const byte BitModifyCode = 0x05;
        private const byte ReadStatusCode = 0xA0;
        private const byte RequestToSendCode = 0x80;
        private const byte LoadTransmitCode = 0x40;
        private const byte ReadReceiveCode = 0x90;

        private const int HeaderBytes = 5;
        private const int ReceiveBytes = HeaderBytes + CanFrame.DataLengthMax;

        private readonly ISpiPort _port;
        private readonly byte[] _send = new byte[ReadMax + 2];
        private readonly byte[] _receive = new byte[ReadMax + 2];

        /// <summary>Speaks to the chip behind a port: mode 0, at most 10 MHz.</summary>
        public Mcp2515Instructions(ISpiPort port)
        {
            _port = port;
        }

        /// <summary>RESET (12.2): as after power-up, in configuration mode. The chip must be left alone for 128 periods of its crystal.</summary>
        public void Reset()
        {
            _send[0] = ResetCode;
            _port.Transfer(_send, _receive, 1);
        }

        /// <summary>READ (12.3) of one register.</summary>
        public byte Read(byte address)
        {
            return Read(address, 1)[2];
        }

        /// <summary>READ (12.3) of registers that follow each other. The first stands at index 2 of what is returned, valid until the next instruction.</summary>
        /// <param name="address">First register.</param>
        /// <param name="count">1 to <see cref="ReadMax"/>.</param>
        public byte[] Read(byte address, int count)
        {
            _send[0] = ReadCode;
            _send[1] = address;
            _port.Transfer(_send, _receive, 2 + count);
            return _receive;
        }

        /// <summary>WRITE (12.5) of one register.</summary>
        public void Write(byte address, byte value)
        {
            _send[0] = WriteCode;
            _send[1] = address;
            _send[2] = value;
            _port.Transfer(_send, _receive, 3);
        }

        /// <summary>WRITE (12.5) of the four registers of a mask or filter; configuration mode only.</summary>
        /// <param name="address">SIDH of the mask or filter.</param>
        /// <param name="standardId">Identifier bits 28 to 18, 0 to 0x7FF; the others are 0.</param>
        /// <param name="isExtended">True for a filter of 29-bit frames.</param>
        public void WriteFilter(byte address, int standardId, bool isExtended)
        {
            byte[] send = _send;
            send[0] = WriteCode;
            send[1] = address;
            send[2] = (byte)(standardId >> 3);
            send[3] = (byte)(((standardId & 7) << 5) | (isExtended ? Mcp2515Registers.Extended : 0));
            send[4] = 0;
            send[5] = 0;
            _port.Transfer(send, _receive, 6);
        }

        /// <summary>BIT MODIFY (12.10): changes the bits that are 1 in <paramref name="mask"/>. For some registers only: see section 11.</summary>
        public void BitModify(byte address, byte mask, byte value)
        {
            _send[0] = BitModifyCode;
            _send[1] = address;
            _send[2] = mask;
            _send[3] = value;
            _port.Transfer(_send, _receive, 4);
        }

        /// <summary>READ STATUS (12.8): the bits of <see cref="Mcp2515Registers.StatusReceived0"/> and its neighbours.</summary>
        public int ReadStatus()
        {
            _send[0] = ReadStatusCode;
            _send[1] = 0;
            _port.Transfer(_send, _receive, 2);
            return _receive[1];
        }

        /// <summary>REQUEST-TO-SEND (12.7). Not by WRITE to TXBnCTRL, which may send a frame twice (silicon errata DS80179, item 5).</summary>
        /// <param name="buffer">0 to 2.</param>
        public void RequestToSend(int buffer)
        {
            _send[0] = (byte)(RequestToSendCode | (1 << buffer));
            _port.Transfer(_send, _receive, 1);
        }

        /// <summary>LOAD TX BUFFER (12.6) from TXBnSIDH on: identifier, length and data in one transfer.</summary>
        /// <param name="buffer">0 to 2; not pending.</param>
        /// <param name="frame">Left as it is.</param>
        public void LoadTransmit(int buffer, CanFrame frame)
        {
            byte[] send = _send;
            uint id = frame.Id;
            int length = frame.Length;
            send[0] = (byte)(LoadTransmitCode | (buffer << 1)); // 0, 2, 4: at SIDH of buffer 0, 1, 2
            if (frame.IsExtended)
            {
                send[1] = (byte)(id >> 21);                                                                 // SIDH  id 28:21
                send[2] = (byte)((int)((id >> 13) & 0xE0) | Mcp2515Registers.Extended | (int)((id >> 16) & 3)); // SIDL  id 20:18, 17:16
                send[3] = (byte)((id >> 8) & 0xFF);                                                         // EID8  id 15:8
                send[4] = (byte)(id & 0xFF);                                                                // EID0  id 7:0
            }
            else
            {
                send[1] = (byte)(id >> 3);          // SIDH  id 10:3
                send[2] = (byte)((id & 7) << 5);    // SIDL  id 2:0
                send[3] = 0;
                send[4] = 0;
            }

            send[5] = (byte)(length | (frame.IsRemote ? Mcp2515Registers.RemoteRequest : 0));
            byte[] data = frame.Data;
            int dataBytes = frame.IsRemote ? 0 : length;
            for (int index = 0; index < dataBytes; index++)
            {
                send[6 + index] = data[index];
            }

            _port.Transfer(send, _receive, 1 + HeaderBytes + dataBytes);
        }

        /// <summary>READ RX BUFFER (12.4) from RXBnSIDH on; frees the buffer when it ends.</summary>
        /// <param name="buffer">0 or 1; full.</param>
        /// <param name="frame">Takes the frame.</param>
        public void ReadReceive(int buffer, CanFrame frame)
        {
            byte[] receive = _receive;
            _send[0] = (byte)(ReadReceiveCode | (buffer << 2)); // 0, 4: at SIDH of buffer 0, 1
            _port.Transfer(_send, receive, 1 + ReceiveBytes);
            int high = receive[1];
            int low = receive[2];
            int control = receive[5];
            bool isExtended = (low & Mcp2515Registers.Extended) != 0;
            uint id = (uint)((high << 3) | (low >> 5));
            if (isExtended)
            {
                id = (id << 18) | (uint)((low & 3) << 16) | (uint)(receive[3] << 8) | receive[4];
            }

            // A remote frame is told in SIDL if it has 11 bits, in DLC if it has 29.
            bool isRemote = isExtended ? (control & Mcp2515Registers.RemoteRequest) != 0 : (low & Mcp2515Registers.StandardRemote) != 0;
            frame.Begin(id, control & Mcp2515Registers.LengthMask, isExtended, isRemote);
            if (isRemote)
            {
                return;
            }

            byte[] data = frame.Data;
            int length = frame.Length;
            for (int index = 0; index < length; index++)
            {
                data[index] = receive[1 + HeaderBytes + index];
            }
        }
    }
}
