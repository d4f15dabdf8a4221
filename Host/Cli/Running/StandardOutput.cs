using System;
using System.IO;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>Standard output that notices when nobody reads it any more.</summary>
    /// <remarks>.NET's own swallows a broken pipe, so that 'batterysim run | head' would run for ever.</remarks>
    internal static class StandardOutput
    {
        private const int UnixHandle = 1;
        private const int BrokenPipe = 32;

        /// <summary>Opens it.</summary>
        public static TextWriter Open()
        {
            if (!Console.IsOutputRedirected || OperatingSystem.IsWindows())
            {
                return Console.Out;
            }

            FileStream stream = new(new SafeFileHandle(UnixHandle, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
        }

        /// <summary>True if the reader has gone, which is its right and nothing to complain about.</summary>
        public static bool IsClosedBy(IOException problem) => problem.HResult == BrokenPipe || problem.InnerException is IOException { HResult: BrokenPipe };
    }
}
