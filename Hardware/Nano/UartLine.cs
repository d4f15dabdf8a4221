using System.IO.Ports;
using BatterySim.Hardware.Boards;
#if !BOARD_STM32F769
using nanoFramework.Hardware.Esp32;
#endif

namespace BatterySim.Hardware.Nano
{
    /// <summary>The console's serial port at 115,200 baud, 8N1.</summary>
    public sealed class UartLine : ISerialLine
    {
        private const int BaudRate = 115200;
        private const int TimeoutMilliseconds = 50;

        private readonly SerialPort _port;

        /// <summary>Opens the port.</summary>
        public UartLine()
        {
#if !BOARD_STM32F769
            Configuration.SetPinFunction(BoardPins.ConsoleTransmit, DeviceFunction.COM2_TX);
            Configuration.SetPinFunction(BoardPins.ConsoleReceive, DeviceFunction.COM2_RX);
#endif
            _port = new SerialPort(BoardPins.ConsolePort, BaudRate);
            _port.ReadTimeout = TimeoutMilliseconds;
            _port.WriteTimeout = TimeoutMilliseconds;
            _port.Open();
        }

        /// <inheritdoc/>
        public int Read(byte[] buffer)
        {
            int waiting = _port.BytesToRead;
            return waiting == 0 ? 0 : _port.Read(buffer, 0, waiting < buffer.Length ? waiting : buffer.Length);
        }

        /// <inheritdoc/>
        public void Write(byte[] buffer, int offset, int count)
        {
            _port.Write(buffer, offset, count);
        }
    }
}
