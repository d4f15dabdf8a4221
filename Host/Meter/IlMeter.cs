using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;

namespace BatterySim.Host.Meter
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
            string folder = Path.GetDirectoryName(typeof(IlMeter).Assembly.Location)!;
            var context = new InstrumentedContext(folder);
            Assembly meter = context.LoadFromAssemblyPath(typeof(IlMeter).Assembly.Location);
            MethodInfo run = meter.GetType(typeof(IlWorkload).FullName!)!.GetMethod(nameof(IlWorkload.Run))!;
            var result = (long[])run.Invoke(null, [profile, batteryCount, seconds])!;
            return new IlReport(result[0], result[1], result[2], result[3], ReadMethods(context, IlWorkload.WarmUpSeconds + seconds));
        }

        // Every method has its own counter, named after it; the minute of warming up is in it.
        private static List<IlMethodCost> ReadMethods(AssemblyLoadContext context, int seconds)
        {
            Assembly core = context.Assemblies.Single(assembly => string.Equals(assembly.GetName().Name, CoreName, StringComparison.Ordinal));
            return core.GetType(IlInstrumenter.CounterTypeName)!.GetFields()
                .Where(field => field.Name is not (IlInstrumenter.ExecutedFieldName or IlInstrumenter.WeightedFieldName))
                .Select(field => new IlMethodCost(field.Name, (long)field.GetValue(null)! / seconds))
                .Where(cost => cost.WeightedPerSecond > 0)
                .OrderByDescending(cost => cost.WeightedPerSecond)
                .ToList();
        }

        private sealed class InstrumentedContext(string folder) : AssemblyLoadContext("instrumented")
        {
            protected override Assembly? Load(AssemblyName assemblyName)
            {
                if (!string.Equals(assemblyName.Name, CoreName, StringComparison.Ordinal))
                {
                    return null;
                }

                using MemoryStream core = IlInstrumenter.Instrument(Path.Combine(folder, CoreName + ".dll"));
                return LoadFromStream(core);
            }
        }
    }
}
