using System;
using System.Runtime.InteropServices;

namespace BatterySim.Host.Cli.View
{
    /// <summary>Stops this process as a shell's Ctrl+Z does; it goes on with SIGCONT. Not on Windows, which has no such thing.</summary>
    internal static class ProcessSuspension
    {
        // Linux has 19; macOS and the BSDs have 17.
        private static int StopSignal => OperatingSystem.IsLinux() ? 19 : 17;

        /// <summary>Stops at once; returns when the process goes on.</summary>
        public static void Suspend() => _ = Kill(Environment.ProcessId, StopSignal);

        [DllImport("libc", EntryPoint = "kill")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int Kill(int process, int signal);
    }
}
