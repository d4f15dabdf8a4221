using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Modbus.Map;
using BatterySim.Host.Modbus.Observing;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>Runs the probes, each once and in their order.</summary>
    public static class Certifier
    {
        private const string EarlierRun = "; in an earlier run";

        /// <summary>The probes in their order.</summary>
        public static IReadOnlyList<ProbeInfo> Probes { get; } =
            [.. CertificationProbes.All.Select(static probe => new ProbeInfo(probe.Name, probe.Title, probe.Seconds, probe.Needs))];

        /// <summary>Names of the probes in their order.</summary>
        public static IReadOnlyList<string> ProbeNames { get; } = [.. CertificationProbes.All.Select(static probe => probe.Name)];

        /// <summary>Certifies a virtual Sol-Ark of which nothing but registers and frames is looked at.</summary>
        /// <param name="createSettings">Its settings and quirks.</param>
        /// <param name="order">What is to be done.</param>
        public static CertificationRecord RunVirtual(Func<Inverter.InverterSettings> createSettings, CertificationOrder order)
        {
            using var bench = new VirtualCertificationBench(createSettings);
            bench.Begin(new ProbeConditions());
            InverterReading reading = bench.Read();
            return Run(bench, RecordOf(reading, "virtual", SettingsOf(reading)), order);
        }

        /// <summary>Certifies the inverter of a bench, in real time.</summary>
        /// <param name="bench">The bench; the bank is given back as it was found.</param>
        /// <param name="order">What is to be done.</param>
        /// <exception cref="Running.StandException">A port is gone, or the inverter fell silent.</exception>
        public static CertificationRecord RunBench(CertificationBench bench, CertificationOrder order)
        {
            ArgumentNullException.ThrowIfNull(bench);
            ArgumentNullException.ThrowIfNull(order);
            InverterFacts facts = bench.Observer.Facts!;
            CertifiedSetting[] settings = [.. facts.Settings.Select(static pair => SettingOf(pair.Key, pair.Value))];
            string model = facts.Model.Length > 0 ? facts.Model : CertifiedProperty.Unknown;
            var record = new CertificationRecord(CertificationRecord.SchemaVersion, model, facts.Firmware, bench.Name, settings, []);
            using LiveCertificationBench live = bench.Open(order.Stop);
            return Run(live, record, order);
        }

        private static CertificationRecord Run(ICertificationBench bench, CertificationRecord record, CertificationOrder order)
        {
            var results = new List<ProbeResult>();
            string? Known(string name) =>
                results.SelectMany(static result => result.Properties).FirstOrDefault(property => property.Name == name)?.Value;

            CertificationProbe[] due = [.. CertificationProbes.All.Where(probe => IsDue(probe, order))];
            var clock = new RemainingTime(due);
            foreach (CertificationProbe probe in CertificationProbes.All)
            {
                if (order.Earlier?.Probes.FirstOrDefault(result => result.Name == probe.Name) is ProbeResult before && !due.Contains(probe))
                {
                    results.Add(before);
                }
                else if (due.Contains(probe) && !order.Stop.IsCancellationRequested)
                {
                    order.Begin(clock.Start(probe));
                    var hands = new ProbeBench(bench, probe, Known);
                    try
                    {
                        probe.Run(hands);
                    }
                    catch (OperationCanceledException) when (order.Stop.IsCancellationRequested)
                    {
                        continue;
                    }

                    results.Add(Complete(hands.Result(), order.Earlier?.Probes.FirstOrDefault(result => result.Name == probe.Name)));
                    order.End(results[^1], record with { Probes = [.. results, .. LaterOnes(order, results)] });
                }
            }

            return record with { Probes = results };
        }

        // A probe with two conditions that are never there at once comes to its end in two runs.
        private static ProbeResult Complete(ProbeResult result, ProbeResult? earlier)
        {
            CertifiedProperty[] known = [.. result.Properties.Select(property => Complete(property, earlier))];
            bool isComplete = result.IsComplete || Array.TrueForAll(known, static property => property.Value != CertifiedProperty.Unknown);
            return result with { Properties = known, IsComplete = isComplete };
        }

        private static CertifiedProperty Complete(CertifiedProperty property, ProbeResult? earlier)
        {
            CertifiedProperty? before = earlier?.Properties.FirstOrDefault(one => one.Name == property.Name);
            if (property.Value != CertifiedProperty.Unknown || before is null or { Value: CertifiedProperty.Unknown })
            {
                return property;
            }

            string evidence = before.Evidence.Replace(EarlierRun, "", StringComparison.Ordinal) + EarlierRun;
            return before with { Evidence = evidence, FromMilliseconds = 0, ToMilliseconds = 0 };
        }

        // What an earlier run found and this one has not come to yet must not be lost with an interruption.
        private static IEnumerable<ProbeResult> LaterOnes(CertificationOrder order, List<ProbeResult> results) =>
            (order.Earlier?.Probes ?? []).Where(earlier => results.TrueForAll(result => result.Name != earlier.Name));

        private static bool IsDue(CertificationProbe probe, CertificationOrder order)
        {
            bool isAsked = order.Probes.Count == 0 || order.Probes.Contains(probe.Name);
            return isAsked && order.Earlier?.Probes.FirstOrDefault(result => result.Name == probe.Name) is not { IsComplete: true };
        }

        private static CertificationRecord RecordOf(InverterReading reading, string stand, IReadOnlyList<CertifiedSetting> settings)
        {
            long watts = reading.Value(16) / 1000;
            string model = ProbeBench.Text($"{watts / 1000}K");
            return new CertificationRecord(
                CertificationRecord.SchemaVersion, model, SolArkRegisters.Firmware(reading.Word), stand, settings, []);
        }

        // 201 to 203 follow the battery in closed loop and are not settings while they do.
        private static CertifiedSetting[] SettingsOf(InverterReading reading) =>
        [
            .. SolArkRegisters.Rows.Where(static row => row.Group == RegisterGroup.Setting && row.Address is < 201 or > 203)
                .Select(row => SettingOf(row.Address, reading.Word(row.Address))),
        ];

        private static CertifiedSetting SettingOf(int address, ushort word)
        {
            RegisterRow row = SolArkRegisters.Find(address)!;
            return new CertifiedSetting(address, row.Name, word, row.Format(row.Decode(_ => word)));
        }
    }
}
