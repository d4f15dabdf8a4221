using System;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace BatterySim.Host.Can.Ports.Serial
{
    /// <summary>A serial device under Linux or macOS: raw, eight bits, no parity, no handshake, for one user at a time.</summary>
    internal sealed class PosixSerialStream : SerialStream
    {
        private const int LockExclusiveNow = 2 | 4;
        private const int ApplyNow = 0;

        // More than any system's struct termios.
        private const int SettingsLength = 256;

        private static readonly (int Rate, nuint Code)[] LinuxRates =
        [
            (9600, 0x0D), (19200, 0x0E), (38400, 0x0F), (57600, 0x1001), (115200, 0x1002), (230400, 0x1003), (460800, 0x1004),
            (500000, 0x1005), (921600, 0x1007), (1000000, 0x1008), (2000000, 0x100B), (3000000, 0x100D),
        ];

        private readonly SafeFileHandle _device;

        private PosixSerialStream(SafeFileHandle device)
        {
            _device = device;
        }

        public static PosixSerialStream Open(string path, int baudRate)
        {
            bool isMac = OperatingSystem.IsMacOS();
            int openReadWriteNoTerminal = 2 | (isMac ? 0x20000 | 4 : 0x100 | 0x800);
            int descriptor = Posix.open(path, openReadWriteNoTerminal);
            if (descriptor < 0)
            {
                throw new CanPortException(ReasonOf(path, Marshal.GetLastPInvokeError()));
            }

            var device = new SafeFileHandle(descriptor, ownsHandle: true);
            try
            {
                Configure(device, path, baudRate, isMac);
                return new PosixSerialStream(device);
            }
            catch
            {
                device.Dispose();
                throw;
            }
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            try
            {
                while (!IsDisposed)
                {
                    if (!Posix.WaitReadable(_device, PollMilliseconds))
                    {
                        continue;
                    }

                    nint read = Posix.read(_device, ref buffer[offset], count);
                    if (read >= 0)
                    {
                        return (int)read;
                    }

                    if (!IsTransient(Marshal.GetLastPInvokeError()))
                    {
                        throw Gone(Posix.LastErrorText());
                    }
                }
            }
            catch (ObjectDisposedException)
            {
                // Closed between the look at the flag and the call.
            }

            return 0;
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            // The device is not waited for longer than the driver's buffer takes to empty.
            const int AttemptsMax = 2000;
            int attempts = 0;
            while (!buffer.IsEmpty)
            {
                nint written = Posix.write(_device, in buffer[0], buffer.Length);
                if (written > 0)
                {
                    buffer = buffer[(int)written..];
                    continue;
                }

                if (!IsTransient(Marshal.GetLastPInvokeError()) || ++attempts > AttemptsMax)
                {
                    throw Refused(Posix.LastErrorText());
                }

                System.Threading.Thread.Sleep(1);
            }
        }

        protected override void CloseDevice() => _device.Dispose();

        private static void Configure(SafeFileHandle device, string path, int baudRate, bool isMac)
        {
            byte[] settings = new byte[SettingsLength];
            if (Posix.tcgetattr(device, settings) < 0)
            {
                throw new CanPortException($"'{path}' is not a serial device");
            }

            if (Posix.flock(device, LockExclusiveNow) < 0)
            {
                throw new CanPortException($"'{path}' is in use by another program; close that first");
            }

            Posix.cfmakeraw(settings);
            SetLocal(settings, isMac);
            nuint code = isMac ? (nuint)baudRate : CodeOf(baudRate);
            if (Posix.cfsetspeed(settings, code) < 0 || Posix.tcsetattr(device, ApplyNow, settings) < 0)
            {
                throw new CanPortException($"'{path}' cannot be set to {baudRate} baud: {Posix.LastErrorText()}");
            }
        }

        // c_cflag is the third field; CLOCAL and CREAD: modem lines do not matter, and we read.
        private static void SetLocal(byte[] settings, bool isMac)
        {
            if (isMac)
            {
                BitConverter.TryWriteBytes(settings.AsSpan(16), BitConverter.ToUInt64(settings, 16) | 0x8800);
            }
            else
            {
                BitConverter.TryWriteBytes(settings.AsSpan(8), BitConverter.ToUInt32(settings, 8) | 0x880);
            }
        }

        private static nuint CodeOf(int baudRate)
        {
            foreach ((int rate, nuint code) in LinuxRates)
            {
                if (rate == baudRate)
                {
                    return code;
                }
            }

            throw new CanPortException($"{baudRate} baud is not a serial speed; usual ones are 115200, 460800, 921600 and 1000000", isPermanent: true);
        }

        private static string ReasonOf(string path, int error)
        {
            return error switch
            {
                2 or 6 or 19 => $"there is no device '{path}'; plug the adapter in and look for it with 'ls /dev/tty*'",
                13 => $"'{path}' may not be opened; add yourself to its group (often dialout) and log in again",
                16 => $"'{path}' is in use by another program; close that first",
                _ => $"'{path}' cannot be opened: {Posix.LastErrorText()}",
            };
        }

        // EINTR, EAGAIN (Linux, macOS).
        private static bool IsTransient(int error) => error is Posix.ErrorInterrupted or 11 or 35;
    }
}
