using System;
using System.Diagnostics;
using System.IO;
using System.Runtime.CompilerServices;
using BatterySim.Bms.Can;
using BatterySim.Bms.Cells;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Can.Virtual;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>24 simulated hours with every frame and every answer: wall time, allocations, and how much of it is the bus.</summary>
    internal static class LongRun
    {
        private const int WarmUpSeconds = 600;
        private const int MeasuredSeconds = 24 * 3600;
        private const int FlipSeconds = 3600;

        public static int Run(string? profileName, TextWriter output, TextWriter error)
        {
            TwinOptions? options = BenchTwin.CreateOptions(profileName);
            if (options == null)
            {
                error.WriteLine($"bench: there is no profile '{profileName}'; there are {string.Join(", ", ProfileCatalogue.Names)}.");
                return 2;
            }

            var session = new TwinSession(options);
            long checksum = 0;
            session.Bus.FrameCompleted += (microseconds, _, frame) => checksum += microseconds ^ frame.Id ^ frame.Data[0];
            session.AdvanceTo(WarmUpSeconds * 1000L);

            // A table that the just-in-time compiler makes where it is first looked at, which on a board is at the start.
            RuntimeHelpers.RunClassConstructor(typeof(CellConditions).TypeHandle);
            long framesBefore = session.Bus.FrameCount;
            long repliesBefore = session.InverterFrameCount;

            long allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
            long started = Stopwatch.GetTimestamp();
            double processorBefore = ProcessorClock.Seconds;
            RunDay(session);
            double processorSeconds = ProcessorClock.Seconds - processorBefore;
            double wallSeconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            long allocated = GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;

            long frames = session.Bus.FrameCount - framesBefore;
            output.WriteLine($"bank                     {options.Bank.BatteryCount} x {options.Bank.Profile.Name}");
            output.WriteLine($"simulated                {MeasuredSeconds} s after {WarmUpSeconds} s of warm-up");
            output.WriteLine($"wall                     {wallSeconds:0.000} s");
            output.WriteLine($"processor                {processorSeconds:0.000} s");
            output.WriteLine($"simulated s per wall s   {MeasuredSeconds / wallSeconds:0}");
            output.WriteLine($"frames                   {frames}, of which 0x305: {session.InverterFrameCount - repliesBefore}");
            output.WriteLine($"allocated                {allocated} bytes, {(double)allocated / MeasuredSeconds:0.000} a simulated second");
            output.WriteLine($"bit counting alone       {TimeBitCounting(frames):0.000} s for as many frames");
            output.WriteLine($"checksum                 {checksum:X}");
            if (allocated > 0)
            {
                error.WriteLine($"bench: {allocated} bytes were allocated where none are allowed; run 'bdn *Second' to see which part does it.");
                return 1;
            }

            return 0;
        }

        // An hour of load, an hour of charging: the regulator and both directions are at work.
        private static void RunDay(TwinSession session)
        {
            long start = session.NowMilliseconds;
            for (int second = FlipSeconds; second <= MeasuredSeconds; second += FlipSeconds)
            {
                session.AdvanceTo(start + (second * 1000L));
                session.LoadWatts = -session.LoadWatts;
            }
        }

        private static double TimeBitCounting(long frames)
        {
            var frame = new CanFrame();
            long bits = 0;
            long started = Stopwatch.GetTimestamp();
            for (long index = 0; index < frames; index++)
            {
                frame.Begin(MeasurementsFrame.CanId, CanFrame.DataLengthMax);
                frame.PutU16(0, (int)index);
                bits += FrameBits.Count(frame);
            }

            double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            return bits > 0 ? seconds : 0;
        }
    }
}
