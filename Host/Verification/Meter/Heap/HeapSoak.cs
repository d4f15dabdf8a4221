using System;
using System.Collections.Generic;
using BatterySim.Bms;
using BatterySim.Bms.Stack;
using BatterySim.Host.Board;

namespace BatterySim.Host.Verification.Meter.Heap
{
    /// <summary>A board that is told one console line after the other, on a heap of a given size.</summary>
    public static class HeapSoak
    {
        private const string Profile = "generic-16s-100";
        private const int LineMilliseconds = 250;
        private const int SettingMilliseconds = 1500;
        private const int StartMilliseconds = 30_000;

        /// <summary>Runs the lines on a board with a heap, and with all the memory of the desktop.</summary>
        /// <param name="batteries">Batteries, master included; a line that changes the bank is followed by one that builds it anew.</param>
        /// <param name="heapBytes">Heap of the board, tables and calls included.</param>
        /// <param name="lines">Console lines, without their ends.</param>
        /// <param name="rounds">How often; memory is measured at every moment of the first round.</param>
        public static HeapSoakReport Run(int batteries, int heapBytes, IReadOnlyList<string> lines, int rounds)
        {
            BoardHeap heap = FirmwareMeter.MeasureHeap(batteries);
            int literals = 0;
            foreach (HeapShare share in heap.Shares)
            {
                literals += share.Kind == "text in flash" ? share.Bytes : 0;
            }

            int capacity = heapBytes - heap.TableBytes - heap.StackBytes - heap.UnweighedBytes - literals;
            var context = new InstrumentedContext(AllocationInstrumenter.Instrument, FirmwareMeter.CoreName, FirmwareMeter.HardwareName);
            var limited = (long[])context.Call(typeof(HeapSoak), nameof(Play), batteries, capacity, lines, rounds);
            var unlimited = (long[])context.Call(typeof(HeapSoak), nameof(Play), batteries, HeapModel.Unlimited, lines, rounds);
            bool isEqual = limited[4] == unlimited[4] && limited[5] == unlimited[5] && limited[6] == unlimited[6];
            string worst = limited[2] < 0 ? "" : lines[(int)limited[2]];
            return new HeapSoakReport((int)limited[0], (int)limited[1], worst, (int)limited[3], isEqual, limited[6]);
        }

        /// <summary>Plays the lines; called inside the context that holds the instrumented assemblies.</summary>
        /// <returns>Lowest free, largest need, its line, failures, sums over frames and characters, number of frames.</returns>
        public static long[] Play(int batteries, int capacityBytes, IReadOnlyList<string> lines, int rounds)
        {
            ArgumentNullException.ThrowIfNull(lines);
            HeapModel.Start(capacityBytes);
            var session = new BoardSession(0) { Memory = new ModelMemory() };
            var sums = new SoakSums(session);
            foreach (string line in new[] { "board:prof " + Profile, $"board:foll {batteries - 1}", "board:wake on", "board:save", "board:rest" })
            {
                Say(session, line, SettingMilliseconds);
            }

            session.Advance(StartMilliseconds);
            int largest = 0;
            int largestLine = -1;
            for (int turn = 0; turn < rounds * lines.Count; turn++)
            {
                int index = turn % lines.Count;
                HeapModel.IsSampling = turn < lines.Count;
                int before = HeapModel.IsSampling ? HeapModel.BeginMoment() : 0;
                Say(session, lines[index], LineMilliseconds);
                int lowest = HeapModel.MomentLowestFreeBytes;

                // A line that builds a smaller or a larger bank needs what it takes beyond the larger of the two.
                int need = HeapModel.IsSampling ? Math.Min(before, HeapModel.MeasureFreeBytes()) - lowest : 0;
                largestLine = need > largest ? index : largestLine;
                largest = Math.Max(largest, need);
                if (!HasBank(session, batteries))
                {
                    Say(session, $"BANK:PROF {Profile},{batteries}", LineMilliseconds);
                }

                sums.RecordText();
            }

            long[] result = [HeapModel.LowestFreeBytes, largest, largestLine, HeapModel.FailureCount, sums.OfFrames, sums.OfText, sums.Frames];
            HeapModel.Stop();
            return result;
        }

        // A method of its own: a variable would keep the bank alive while another one is built in its place.
        private static bool HasBank(BoardSession session, int batteries)
        {
            BatteryBank bank = session.Firmware.Bank.Simulator.Bank;
            return bank.Count == batteries && bank.Profile.Name == Profile;
        }

        private static void Say(BoardSession session, string line, int milliseconds)
        {
            session.Serial.Type(line + "\r");
            session.Advance(milliseconds);
        }

        private sealed class ModelMemory : IFreeMemory
        {
            public int MeasureBytes() => HeapModel.MeasureFreeBytes();
        }

        // Sums in place of the frames and characters themselves: thousands of lines would be compared in memory otherwise.
        private sealed class SoakSums
        {
            private readonly BoardSession _session;

            public SoakSums(BoardSession session)
            {
                _session = session;
                session.Bus.FrameCompleted += (_, _, frame) =>
                {
                    Frames++;
                    OfFrames = unchecked((OfFrames * 31) + frame.Id + ((long)frame.Length << 32));
                    for (int index = 0; index < frame.Length; index++)
                    {
                        OfFrames = unchecked((OfFrames * 31) + frame.Data[index]);
                    }
                };
            }

            public long Frames { get; private set; }

            public long OfFrames { get; private set; } = 1;

            public long OfText { get; private set; } = 1;

            public void RecordText()
            {
                foreach (char character in _session.Serial.ConsumeOutput())
                {
                    OfText = unchecked((OfText * 31) + character);
                }
            }
        }
    }
}
