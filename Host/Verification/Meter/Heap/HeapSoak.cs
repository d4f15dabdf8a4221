using System;
using System.Collections.Generic;
using BatterySim.Bms;
using BatterySim.Host.Board;

namespace BatterySim.Host.Verification.Meter.Heap
{
    /// <summary>A board with a bank of sixteen that is told one console line after the other, on a heap of a given size.</summary>
    public static class HeapSoak
    {
        private const int LineMilliseconds = 1500;
        private const int StartMilliseconds = 30_000;

        /// <summary>Runs the lines on a board with a heap, and with all the memory of the desktop.</summary>
        /// <param name="batteries">Batteries, master included.</param>
        /// <param name="heapBytes">Heap of the board, tables and calls included.</param>
        /// <param name="lines">Console lines, without their ends.</param>
        public static HeapSoakReport Run(int batteries, int heapBytes, IReadOnlyList<string> lines)
        {
            BoardHeap heap = FirmwareMeter.MeasureHeap(batteries);
            int literals = 0;
            foreach (HeapShare share in heap.Shares)
            {
                literals += share.Kind == "text in flash" ? share.Bytes : 0;
            }

            int capacity = heapBytes - heap.TableBytes - heap.StackBytes - heap.UnweighedBytes - literals;
            var context = new InstrumentedContext(AllocationInstrumenter.Instrument, FirmwareMeter.CoreName, FirmwareMeter.HardwareName);
            object limited = context.Call(typeof(HeapSoak), nameof(Play), batteries, capacity, lines);
            object unlimited = context.Call(typeof(HeapSoak), nameof(Play), batteries, int.MaxValue, lines);
            long[] one = (long[])limited;
            long[] other = (long[])unlimited;
            bool isEqual = one[4] == other[4] && one[5] == other[5];
            return new HeapSoakReport((int)one[0], (int)one[1], (int)one[2], (int)one[3], isEqual, one[6]);
        }

        /// <summary>Plays the lines; called inside the context that holds the instrumented assemblies.</summary>
        /// <returns>Lowest free, largest moment, line of the largest moment, failures, sums over frames and characters, number of frames.</returns>
        public static long[] Play(int batteries, int capacityBytes, IReadOnlyList<string> lines)
        {
            ArgumentNullException.ThrowIfNull(lines);
            HeapModel.Start(capacityBytes);
            var session = new BoardSession(0) { Memory = new ModelMemory() };
            long frameSum = 1;
            long frames = 0;
            session.Bus.FrameCompleted += (_, _, frame) =>
            {
                frames++;
                frameSum = unchecked((frameSum * 31) + frame.Id + ((long)frame.Length << 32));
                for (int index = 0; index < frame.Length; index++)
                {
                    frameSum = unchecked((frameSum * 31) + frame.Data[index]);
                }
            };
            string[] settings = ["board:prof generic-16s-100", $"board:foll {batteries - 1}", "board:wake on", "board:save", "board:rest"];
            foreach (string line in settings)
            {
                session.Serial.Type(line + "\r");
                session.Advance(LineMilliseconds);
            }

            session.Advance(StartMilliseconds);
            HeapModel.ForgetMoments();
            long textSum = 1;
            int largest = 0;
            int largestLine = -1;
            for (int index = 0; index < lines.Count; index++)
            {
                int before = HeapModel.LargestMomentBytes;
                HeapModel.BeginMoment();
                session.Serial.Type(lines[index] + "\r");
                session.Advance(LineMilliseconds);
                HeapModel.MeasureFreeBytes();
                largestLine = HeapModel.LargestMomentBytes > before ? index : largestLine;
                largest = HeapModel.LargestMomentBytes;
                foreach (char character in session.Serial.ConsumeOutput())
                {
                    textSum = unchecked((textSum * 31) + character);
                }
            }

            long[] result = [HeapModel.LowestFreeBytes, largest, largestLine, HeapModel.FailureCount, frameSum, textSum, frames];
            HeapModel.Stop();
            return result;
        }

        private sealed class ModelMemory : IFreeMemory
        {
            public int MeasureBytes() => HeapModel.MeasureFreeBytes();
        }
    }
}
