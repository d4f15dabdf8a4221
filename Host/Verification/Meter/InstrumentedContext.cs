using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;

namespace BatterySim.Host.Verification.Meter
{
    /// <summary>Loads the assemblies of this repository a second time, some of them instrumented.</summary>
    internal sealed class InstrumentedContext : AssemblyLoadContext
    {
        private const string OwnPrefix = "BatterySim.";

        private readonly string _folder;
        private readonly HashSet<string> _instrumented;
        private readonly Func<string, MemoryStream> _instrumenter;

        public InstrumentedContext(params string[] instrumented)
            : this(IlInstrumenter.Instrument, instrumented)
        {
        }

        public InstrumentedContext(Func<string, MemoryStream> instrumenter, params string[] instrumented)
            : base("instrumented")
        {
            _instrumenter = instrumenter;
            _folder = Path.GetDirectoryName(typeof(InstrumentedContext).Assembly.Location)!;
            _instrumented = [.. instrumented];
        }

        /// <summary>Calls a public static method of this assembly inside the context.</summary>
        public object Call(Type type, string method, params object[] arguments)
        {
            Assembly meter = LoadFromAssemblyPath(typeof(InstrumentedContext).Assembly.Location);
            return meter.GetType(type.FullName!)!.GetMethod(method)!.Invoke(null, arguments)!;
        }

        /// <summary>The static counters of an instrumented assembly.</summary>
        public FieldInfo[] CountersOf(string assemblyName) =>
            Assemblies.Single(assembly => string.Equals(assembly.GetName().Name, assemblyName, StringComparison.Ordinal))
                .GetType(IlInstrumenter.CounterTypeName)!.GetFields();

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            string name = assemblyName.Name!;
            string path = Path.Combine(_folder, name + ".dll");
            if (_instrumented.Contains(name))
            {
                using MemoryStream instrumented = _instrumenter(path);
                return LoadFromStream(instrumented);
            }

            return name.StartsWith(OwnPrefix, StringComparison.Ordinal) && File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
