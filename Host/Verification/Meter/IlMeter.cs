using System.Collections.Generic;
using System.Linq;

namespace BatterySim.Host.Verification.Meter
{
    /// <summary>Runs <see cref="IlWorkload"/> against an instrumented copy of the core and reads its counters.</summary>
    public static class IlMeter
    {
        private const string CoreName = "BatterySim.Bms";

        /// <summary>Measures a bank in service.</summary>
        /// <param name="batteryCount">Batteries, 1 to 16.</param>
        /// <param name="profile">Name of the profile.</param>
        /// <param name="seconds">Simulated seconds after a minute of warming up.</param>
        public static IlReport Measure(string profile, int batteryCount, int seconds)
        {
            var context = new InstrumentedContext(CoreName);
            var result = (long[])context.Call(typeof(IlWorkload), nameof(IlWorkload.Run), profile, batteryCount, seconds);
            return new IlReport(result[0], result[1], result[2], result[3], ReadMethods(context, IlWorkload.WarmUpSeconds + seconds));
        }

        // Every method has its own counter, named after it; the minute of warming up is in it.
        private static List<IlMethodCost> ReadMethods(InstrumentedContext context, int seconds)
        {
            return context.CountersOf(CoreName)
                .Where(field => field.Name is not (IlInstrumenter.ExecutedFieldName or IlInstrumenter.WeightedFieldName))
                .Select(field => new IlMethodCost(field.Name, (long)field.GetValue(null)! / seconds))
                .Where(cost => cost.WeightedPerSecond > 0)
                .OrderByDescending(cost => cost.WeightedPerSecond)
                .ToList();
        }
    }
}
