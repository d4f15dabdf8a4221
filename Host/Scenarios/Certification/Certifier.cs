using System;
using System.Collections.Generic;
using System.Threading;
using BatterySim.Host.Modbus.Map;
using BatterySim.Host.Modbus.Observing;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>Runs the probes, each once and in their order.</summary>
    public static class Certifier
    {
        /// <summary>Names of the probes in their order.</summary>
        public static IReadOnlyList<string> ProbeNames => [.. Names()];

        /// <summary>Certifies a virtual Sol-Ark of which nothing but registers and frames is looked at.</summary>
        /// <param name="createSettings">Its settings and quirks.</param>
        /// <param name="probes">Names of the probes; empty for all.</param>
        /// <param name="done">Results of an earlier, interrupted run: these probes are not run again.</param>
        /// <param name="tell">Called with each result.</param>
        /// <param name="stop">Ends it after the probe at work.</param>
        public static CertificationRecord RunVirtual(
            Func<Inverter.InverterSettings> createSettings,
            IReadOnlyCollection<string> probes,
            IReadOnlyList<ProbeResult> done,
            Action<ProbeResult> tell,
            CancellationToken stop)
        {
            using var bench = new VirtualCertificationBench(createSettings);
            return Run(bench, "virtual", probes, done, tell, stop);
        }

        internal static CertificationRecord Run(
            ICertificationBench bench,
            string stand,
            IReadOnlyCollection<string> probes,
            IReadOnlyList<ProbeResult> done,
            Action<ProbeResult> tell,
            CancellationToken stop)
        {
            var results = new List<ProbeResult>();
            string? Known(string name)
            {
                foreach (ProbeResult result in results)
                {
                    foreach (CertifiedProperty property in result.Properties)
                    {
                        if (property.Name == name)
                        {
                            return property.Value;
                        }
                    }
                }

                return null;
            }

            bench.Begin(new ProbeConditions());
            InverterReading reading = bench.Read();
            foreach (CertificationProbe probe in CertificationProbes.All)
            {
                ProbeResult? before = FindDone(done, probe.Name);
                if (before != null)
                {
                    results.Add(before);
                }
                else if (!stop.IsCancellationRequested && (probes.Count == 0 || Contains(probes, probe.Name)))
                {
                    var hands = new ProbeBench(bench, probe, Known);
                    probe.Run(hands);
                    results.Add(hands.Result());
                    tell(results[^1]);
                }
            }

            long watts = SolArkRegisters.Find(16)!.Decode(reading.Word) / 1000;
            string model = ProbeBench.Text($"{watts / 1000}K");
            return new CertificationRecord(CertificationRecord.SchemaVersion, model, SolArkRegisters.Firmware(reading.Word), stand, results);
        }

        private static ProbeResult? FindDone(IReadOnlyList<ProbeResult> done, string name)
        {
            foreach (ProbeResult result in done)
            {
                if (result.Name == name)
                {
                    return result;
                }
            }

            return null;
        }

        private static bool Contains(IReadOnlyCollection<string> names, string name)
        {
            foreach (string known in names)
            {
                if (known == name)
                {
                    return true;
                }
            }

            return false;
        }

        private static IEnumerable<string> Names()
        {
            foreach (CertificationProbe probe in CertificationProbes.All)
            {
                yield return probe.Name;
            }
        }
    }
}
