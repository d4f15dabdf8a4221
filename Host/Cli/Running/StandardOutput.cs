using System;
using System.IO;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>Standard output that notices when nobody reads it any more.</summary>
    /// <remarks>.NET's own swallows a broken pipe, so that 'batterysim run | head' would run indefinitely.</remarks>
    internal static class StandardOutput
    {
        private const int UnixHandle = 1;

        /// <summary>Opens it.</summary>
        public static TextWriter Open()
        {
            if (!Console.IsOutputRedirected || OperatingSystem.IsWindows())
            {
                return Console.Out;
            }

            // A file may be shared with other programs, which only the console's own stream respects; and nobody closes it from the far end.
            FileStream stream = new(new SafeFileHandle(UnixHandle, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            if (stream.CanSeek)
            {
                return Console.Out;
            }

            return new StreamWriter(new PipeStream(stream), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
        }
    }
}
