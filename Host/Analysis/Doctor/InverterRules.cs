using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BatterySim.Host.Analysis.Doctor
{
    /// <summary>Rules about the inverter that a battery is meant for (<c>--for</c>); without one they find nothing.</summary>
    internal static class InverterRules
    {
        private const int DecisPerAmp = 10;

        public static Evidence? Length(BusSurvey bus)
        {
            if (bus.Inverter?.FrameLength is not InverterFact<int> fact)
            {
                return null;
            }

            List<string> shorter =
            [
                .. new uint[] { 0x351, 0x355, 0x356, 0x359, 0x35C, 0x35E }
                    .Where(id => bus.Find(id)?.Lengths.Any(length => length < fact.Value) == true).Select(TimingRules.Name),
            ];
            return shorter.Count == 0 ? null : new Evidence($"{string.Join(", ", shorter)} shorter than {fact.Value} bytes; {Said(bus, fact)}");
        }

        public static Evidence? Current(BusSurvey bus)
        {
            int? most = bus.Bank.LargestDeciamps;
            return bus.Inverter?.CurrentMaxAmps is InverterFact<int> fact && most > fact.Value * DecisPerAmp
                ? new Evidence(string.Create(CultureInfo.InvariantCulture, $"a limit of {most / 10.0:0.0} A; {Said(bus, fact)}"))
                : null;
        }

        public static Evidence? NeededIds(BusSurvey bus)
        {
            if (bus.Inverter?.NeededIds is not InverterFact<IReadOnlyList<uint>> fact || !bus.HasBattery || !bus.Ids.Any(static id => id.Count > 1))
            {
                return null;
            }

            string[] missing = [.. fact.Value.Where(id => !bus.Has(id)).Select(TimingRules.Name)];
            return missing.Length == 0 ? null : new Evidence($"{string.Join(", ", missing)} never came; {Said(bus, fact)}");
        }

        public static Evidence? LimitsLate(BusSurvey bus)
        {
            return bus.Inverter?.LimitsSeconds is InverterFact<int> fact && bus.HasTimes && bus.Find(0x351) is IdStatistics limits
                && limits.GapMicroseconds > fact.Value * 1_000_000L
                ? new Evidence($"0x351 did not come for {TimingRules.Seconds(limits.GapMicroseconds)}; {Said(bus, fact)}", limits.GapAtMicroseconds)
                : null;
        }

        public static Evidence? ZeroLimit(BusSurvey bus)
        {
            return bus.Inverter?.ZeroLimit is InverterFact<bool> fact && bus.Bank.LimitZero.Frame is Bms.Can.CanFrame frame
                ? new Evidence($"a current limit of 0 A; {Said(bus, fact)}", bus.Bank.LimitZero.FirstMicroseconds, frame)
                : null;
        }

        public static Evidence? Requests(BusSurvey bus)
        {
            return bus.Inverter?.RequestBits is InverterFact<int> fact && (bus.Bank.RequestBitsSeen & fact.Value) != 0
                ? new Evidence($"0x35C asked with bits 0x{bus.Bank.RequestBitsSeen & fact.Value:X2}; {Said(bus, fact)}")
                : null;
        }

        public static Evidence? Cvl(BusSurvey bus)
        {
            return bus.Inverter?.CvlMaxDecivolts is InverterFact<int> fact && bus.Bank.LastCvl > fact.Value
                ? new Evidence(string.Create(CultureInfo.InvariantCulture, $"CVL {bus.Bank.LastCvl / 10.0:0.0} V; {Said(bus, fact)}"))
                : null;
        }

        private static string Said<T>(BusSurvey bus, InverterFact<T> fact) => $"{bus.Inverter!.Title} {fact.Text} ({fact.Source}, {fact.Provenance})";
    }
}
