using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace BatterySim.Host.Tests.Ports
{
    /// <summary>Both ends of a serial cable, as a pseudo terminal of the kernel has them: the path of a device, and its other end.</summary>
    internal sealed class PseudoTerminal : IDisposable
    {
        private const int ReadWriteNoTerminal = 2 | 0x100;

        private readonly FileStream _end;

        public PseudoTerminal()
        {
            int descriptor = posix_openpt(ReadWriteNoTerminal);
            var handle = new SafeFileHandle(descriptor, ownsHandle: true);
            byte[] name = new byte[64];
            if (descriptor < 0 || grantpt(handle) != 0 || unlockpt(handle) != 0 || ptsname_r(handle, name, name.Length) != 0)
            {
                throw new IOException("no pseudo terminal");
            }

            Path = Encoding.ASCII.GetString(name, 0, Array.IndexOf(name, (byte)0));
            _end = new FileStream(handle, FileAccess.ReadWrite, 0);
        }

        /// <summary>The device that a program opens.</summary>
        public string Path { get; }

        /// <summary>Says something at the other end.</summary>
        public void Say(string text) => _end.Write(Encoding.Latin1.GetBytes(text));

        /// <summary>Waits for as many characters as a text has.</summary>
        public string Read(int count)
        {
            byte[] received = new byte[count];
            _end.ReadExactly(received);
            return Encoding.Latin1.GetString(received);
        }

        /// <summary>Pulls the plug.</summary>
        public void Dispose() => _end.Dispose();

        [DllImport("libc", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int posix_openpt(int flags);

        [DllImport("libc", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int grantpt(SafeFileHandle handle);

        [DllImport("libc", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int unlockpt(SafeFileHandle handle);

        [DllImport("libc", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int ptsname_r(SafeFileHandle handle, byte[] name, nint length);
    }
}
