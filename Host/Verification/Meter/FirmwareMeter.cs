using System;
using System.Collections.Generic;
using BatterySim.Host.Board;
using BatterySim.Host.Verification.Meter.Heap;

namespace BatterySim.Host.Verification.Meter
{
    /// <summary>Measures the whole firmware, from its main loop down to the chip's registers.</summary>
    public static class FirmwareMeter
    {
        internal const string CoreName = "BatterySim.Bms";
        internal const string HardwareName = "BatterySim.Hardware";

        /// <summary>Counts the instructions of the main loop's passes.</summary>
        /// <param name="batteries">Batteries, 1 to 16.</param>
        /// <param name="cadence">broadcast, poll or both.</param>
        /// <param name="seconds">Simulated seconds after the first minute.</param>
        public static PassReport MeasurePasses(int batteries, string cadence, int seconds)
        {
            var context = new InstrumentedContext(CoreName, HardwareName);
            var result = (long[])context.Call(typeof(FirmwareWorkload), nameof(FirmwareWorkload.Run), batteries, cadence, seconds);
            return new PassReport(result[0], result[1], result[2], result[3], result[4], result[5]);
        }

        /// <summary>Weighs what the running firmware holds.</summary>
        /// <param name="batteries">Batteries, 1 to 16.</param>
        /// <param name="deployment">Whose tables and calls: one of <see cref="FirmwareAssemblies"/>.</param>
        public static BoardHeap MeasureHeap(int batteries, string deployment = FirmwareAssemblies.Mcp2515) =>
            new(WeighObjects(FirmwareWorkload.Start(batteries, "broadcast")), deployment);

        /// <summary>What the firmware of a session holds, by kind.</summary>
        public static IReadOnlyList<HeapShare> WeighObjects(BoardSession session)
        {
            ArgumentNullException.ThrowIfNull(session);
            return LiveHeap.Weigh([typeof(Bms.Simulator).Assembly, session.Firmware.GetType().Assembly], session.Firmware);
        }
    }
}
