using System.IO;
using System.Linq;
using BatterySim.Host.Verification.Meter;
using BatterySim.Host.Verification.Meter.Heap;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>What the firmware costs a board: heap, flash and instructions of its main loop.</summary>
    internal static class BoardRun
    {
        private const int KindsShown = 15;
        private const int MeasuredSeconds = 120;

        private static readonly int[] Sizes = [1, 4, 16];

        public static int Run(TextWriter output)
        {
            output.WriteLine($"heap in bytes, of {BoardHeap.BoardBytes}");
            output.WriteLine("batteries    objects   tables   calls   not weighed    total     room");
            BoardHeap? last = null;
            foreach (int size in Sizes)
            {
                BoardHeap heap = FirmwareMeter.MeasureHeap(size);
                last = heap;
                output.WriteLine(
                    $"{size,9}   {heap.LiveBytes,8}  {heap.TableBytes,7}  {heap.StackBytes,6}   {heap.UnweighedBytes,11}  {heap.TotalBytes,7}"
                    + $"  {BoardHeap.BoardBytes - heap.TotalBytes,7}");
            }

            output.WriteLine();
            output.WriteLine("objects of the largest bank");
            foreach (HeapShare share in last!.Shares.Take(KindsShown))
            {
                output.WriteLine($"{share.Bytes,9}  {share.Count,5}   {share.Kind}");
            }

            output.WriteLine();
            output.WriteLine("deepest chain of calls");
            foreach (CallFrame frame in last.DeepestChain)
            {
                output.WriteLine($"{frame.Bytes,9}   {frame.Method}");
            }

            output.WriteLine();
            output.WriteLine("assembly            types  methods  fields  byte code  strings  about in flash  tables on the heap");
            foreach (AssemblyTables assembly in last.Firmware)
            {
                output.WriteLine(
                    $"{assembly.Name,-18}  {assembly.Types,5}  {assembly.Methods,7}  {assembly.Fields,6}  {assembly.ByteCodeBytes,9}  {assembly.StringBytes,7}"
                    + $"  {assembly.FlashBytes,14}  {assembly.RamBytes,18}");
            }

            output.WriteLine();
            output.WriteLine("instructions of the main loop, and the same with the extra cost of calls");
            output.WriteLine("batteries  cadence     a second  weighted   idle pass  weighted   worst pass  weighted");
            foreach (int size in Sizes)
            {
                foreach (string cadence in new[] { "broadcast", "poll" })
                {
                    PassReport report = FirmwareMeter.MeasurePasses(size, cadence, MeasuredSeconds);
                    output.WriteLine(
                        $"{size,9}  {cadence,-10}  {report.PerSecond,8}  {report.WeightedPerSecond,8}   {report.IdlePass,9}  {report.WeightedIdlePass,8}"
                        + $"   {report.WorstPass,10}  {report.WeightedWorstPass,8}");
                }
            }

            return 0;
        }
    }
}
