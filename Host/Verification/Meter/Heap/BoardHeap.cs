using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace BatterySim.Host.Verification.Meter.Heap
{
    /// <summary>What takes the heap of a board, bytes.</summary>
    public sealed class BoardHeap
    {
        /// <summary>What the firmware is to fit into.</summary>
        public const int BoardBytes = 100_000;

        // mscorlib 4020, Gpio 812, Runtime.Events 596, FileSystem 1172, Streams 856, Runtime.Native 404, as a device printed them when it loaded
        // them (versions of 2022); Spi, IO.Ports and Hardware.Esp32 are taken like the largest of the small ones.
        private const int LibraryTableBytes = 4020 + 812 + 596 + 1172 + 856 + 404 + (3 * 1172);

        // Objects of the libraries behind nine pins, SPI, serial line and clock, and what the interpreter keeps for itself: nobody weighed them.
        private const int AllowanceBytes = 6000;

        internal BoardHeap(IReadOnlyList<HeapShare> shares)
        {
            Shares = shares;
            string path = Path.Combine(Path.GetDirectoryName(typeof(BoardHeap).Assembly.Location)!, "firmware", "BatterySim.Firmware.dll");
            Firmware = new AssemblyTables(path);
            StackBytes = new CallDepth(path).DeepestOf("BatterySim.Program", "Main");
        }

        /// <summary>Objects, by kind.</summary>
        public IReadOnlyList<HeapShare> Shares { get; }

        /// <summary>The firmware's assembly.</summary>
        public AssemblyTables Firmware { get; }

        /// <summary>Objects that the running firmware holds.</summary>
        public int LiveBytes => Shares.Sum(share => share.Bytes);

        /// <summary>Tables of the firmware's and the libraries' assemblies, with static fields.</summary>
        public int TableBytes => Firmware.RamBytes + LibraryTableBytes;

        /// <summary>The deepest chain of calls that the code allows.</summary>
        public int StackBytes { get; }

        /// <summary>What was not weighed.</summary>
        public int UnweighedBytes { get; } = AllowanceBytes;

        /// <summary>All of it.</summary>
        public int TotalBytes => LiveBytes + TableBytes + StackBytes + UnweighedBytes;
    }
}
