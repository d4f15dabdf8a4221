using System;
using System.IO;
using System.IO.Ports;

namespace BatterySim.Host.Can.Ports.Serial
{
    /// <summary>A serial device through System.IO.Ports, which is what Windows offers.</summary>
    internal sealed class FrameworkSerialStream : SerialStream
    {
        private const int WriteTimeoutMilliseconds = 2000;

        private readonly SerialPort _port;

        private FrameworkSerialStream(SerialPort port)
        {
            _port = port;
        }

        public static FrameworkSerialStream Open(string path, int baudRate)
        {
            var port = new SerialPort(path, baudRate, Parity.None, 8, StopBits.One)
            {
                Handshake = Handshake.None,
                ReadTimeout = PollMilliseconds,
                WriteTimeout = WriteTimeoutMilliseconds,
            };
            try
            {
                port.Open();
                return new FrameworkSerialStream(port);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
            {
                port.Dispose();
                throw new CanPortException(ReasonOf(path, baudRate, problem));
            }
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            while (!IsDisposed)
            {
                try
                {
                    return _port.BaseStream.Read(buffer, offset, count);
                }
                catch (TimeoutException)
                {
                    // Nothing came: look whether the port was closed, and wait on.
                }
                catch (Exception problem) when (IsGone(problem))
                {
                    throw Gone(problem.Message, problem);
                }
            }

            return 0;
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            try
            {
                _port.BaseStream.Write(buffer, offset, count);
            }
            catch (Exception problem) when (problem is TimeoutException || IsGone(problem))
            {
                throw Refused(problem.Message, problem);
            }
        }

        protected override void CloseDevice() => _port.Dispose();

        // What System.IO.Ports throws once the adapter was pulled or the port closed.
        private static bool IsGone(Exception problem)
        {
            return problem is IOException or InvalidOperationException or UnauthorizedAccessException or OperationCanceledException;
        }

        private static string ReasonOf(string path, int baudRate, Exception problem)
        {
            return problem switch
            {
                FileNotFoundException => $"there is no device '{path}'; plug the adapter in and look for it in the Device Manager under Ports",
                UnauthorizedAccessException => $"'{path}' is in use by another program, or may not be opened; close that program first",
                ArgumentOutOfRangeException => $"{baudRate} baud is not a serial speed; usual ones are 115200, 460800, 921600 and 1000000",
                _ => $"'{path}' cannot be opened as a serial device: {problem.Message.TrimEnd('.')}",
            };
        }
    }
}
