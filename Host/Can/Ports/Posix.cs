using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>The few calls of the C library that .NET has no API for: devices, CAN sockets, serial settings.</summary>
    internal static class Posix
    {
        public const int ErrorInterrupted = 4;
        public const int ErrorNoDevice = 19;
        public const int ErrorNetworkDown = 100;
        public const int ErrorNoBufferSpace = 105;
        public const int ErrorNotSupported = 97;

        private const string Library = "libc";
        private const short PollIn = 1;
        private const short PollFailed = 8 | 16 | 32;

        /// <summary>Waits until there is something to read or the handle is dead.</summary>
        /// <returns>False when the time is over.</returns>
        public static bool WaitReadable(SafeFileHandle handle, int milliseconds)
        {
            var request = new PollRequest { Descriptor = (int)handle.DangerousGetHandle(), Events = PollIn };
            return poll(ref request, 1, milliseconds) > 0 && (request.Returned & (PollIn | PollFailed)) != 0;
        }

        /// <summary>The last error in words.</summary>
        public static string LastErrorText() => Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());

        [DllImport(Library, SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

        [DllImport(Library, SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int socket(int domain, int type, int protocol);

        [DllImport(Library, SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int bind(SafeFileHandle socket, byte[] address, int length);

        [DllImport(Library, SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int setsockopt(SafeFileHandle socket, int level, int option, byte[] value, int length);

        [DllImport(Library, SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int ioctl(SafeFileHandle handle, nuint request, byte[] argument);

        [DllImport(Library, SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int flock(SafeFileHandle handle, int operation);

        [DllImport(Library, SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern nint read(SafeFileHandle handle, ref byte buffer, nint count);

        [DllImport(Library, SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern nint write(SafeFileHandle handle, ref readonly byte buffer, nint count);

        [DllImport(Library, SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int tcgetattr(SafeFileHandle handle, byte[] settings);

        [DllImport(Library, SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int tcsetattr(SafeFileHandle handle, int when, byte[] settings);

        [DllImport(Library)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern void cfmakeraw(byte[] settings);

        [DllImport(Library, SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int cfsetspeed(byte[] settings, nuint speed);

        [DllImport(Library, SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int poll(ref PollRequest request, nuint count, int milliseconds);

        [StructLayout(LayoutKind.Sequential)]
        private struct PollRequest
        {
            public int Descriptor;
            public short Events;
            public short Returned;
        }
    }
}
