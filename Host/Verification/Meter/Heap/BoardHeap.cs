using System.Collections.Generic;
using System.Linq;

namespace BatterySim.Host.Verification.Meter.Heap
{
    /// <summary>What takes the heap of a board, bytes.</summary>
    public sealed class BoardHeap
    {
        /// <summary>What the firmware is to fit into.</summary>
        public const int BoardBytes = 100_000;

        // Read off the interpreter's 32-bit Linux build (nf-interpreter a3e8139a1) with the firmware of aff412a and sixteen batteries: tables of all
        // eleven assemblies 17,368 bytes, of which the firmware's own are reckoned at 8,234; debugging information of an ESP32_REV3 image 3,044;
        // in all 94,060. What is neither object, table nor call is the rest.
        private const int LibraryTableBytes = 17_368 - 8_234;
        private const int DebuggingBytes = 3_044;
        private const int InterpreterBytes = 94_060 - 65_628 - 17_368 - DebuggingBytes - 6_696;

        internal BoardHeap(IReadOnlyList<HeapShare> shares, string deployment)
        {
            Shares = shares;
            Firmware = FirmwareAssemblies.TablesOf(deployment);
            DeepestChain = new CallDepth(FirmwareAssemblies.PathsOf(deployment)).ChainFrom("BatterySim.Program", "Main");
        }

        /// <summary>Objects, by kind.</summary>
        public IReadOnlyList<HeapShare> Shares { get; }

        /// <summary>The firmware's assemblies.</summary>
        public IReadOnlyList<AssemblyTables> Firmware { get; }

        /// <summary>Objects that the running firmware holds.</summary>
        public int LiveBytes => Shares.Sum(share => share.Bytes);

        /// <summary>Tables of the firmware's and the libraries' assemblies, with static fields and debugging information.</summary>
        public int TableBytes => Firmware.Sum(assembly => assembly.RamBytes) + LibraryTableBytes + DebuggingBytes;

        /// <summary>The deepest chain of calls that the code allows, outermost first.</summary>
        public IReadOnlyList<CallFrame> DeepestChain { get; }

        /// <summary>What that chain takes.</summary>
        public int StackBytes => DeepestChain.Sum(frame => frame.Bytes);

        /// <summary>What the interpreter and the libraries hold besides, measured as the rest of the whole.</summary>
        public int UnweighedBytes { get; } = InterpreterBytes;

        /// <summary>All of it.</summary>
        public int TotalBytes => LiveBytes + TableBytes + StackBytes + UnweighedBytes;
    }
}
