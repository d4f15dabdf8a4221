using System.Collections.Generic;
using System.Linq;

namespace BatterySim.Host.Analysis.Doctor
{
    /// <summary>The inverters of <c>--for</c>. Only what is public is here: a make that is missing has nothing that a rule could use.</summary>
    public static class InverterTargets
    {
        private static readonly InverterFact<int> SolArkLength = new(8, "recognizes frames of 8 bytes only, says its document; real ones accept shorter frames", "Sol-Ark CAN V1.3", "documented");

        private static readonly InverterFact<bool> DeyeZero = new(true, "ignores a limit of 0 A off grid and obeys SOC alone", "Battery-Emulator #873, #1534", "field");

        /// <summary>All of them, in the order of the documentation.</summary>
        public static IReadOnlyList<InverterTarget> All { get; } =
        [
            new("sol-ark", "Sol-Ark, any model")
            {
                FrameLength = SolArkLength,
            },
            new("sol-ark-5k", "Sol-Ark 5K")
            {
                FrameLength = SolArkLength,
                CurrentMaxAmps = new(120, "takes up to 120 A", "virtual inverter, docs/inverter.md", "assumed"),
            },
            new("sol-ark-8k", "Sol-Ark 8K")
            {
                FrameLength = SolArkLength,
                CurrentMaxAmps = new(185, "takes up to 185 A", "range of Sunsynk's single-phase inverters", "assumed"),
            },
            new("sol-ark-12k", "Sol-Ark 12K")
            {
                FrameLength = SolArkLength,
                CurrentMaxAmps = new(185, "takes up to 185 A", "Sol-Ark 12K manual p. 42; Discover 805-0038", "documented"),
            },
            new("sol-ark-15k", "Sol-Ark 15K")
            {
                FrameLength = SolArkLength,
                CurrentMaxAmps = new(275, "takes up to 275 A", "Sol-Ark 15K manual p. 21", "documented"),
            },
            new("deye", "Deye, Sunsynk") { ZeroLimit = DeyeZero },
            new("victron", "Victron GX")
            {
                NeededIds = new([0x351, 0x355, 0x356, 0x35A], "needs 0x351, 0x355, 0x356 and 0x35A", "Safiery manual; diyBMS", "field"),
                LimitsSeconds = new(3, "drops a battery whose 0x351 does not come for 3 s", "Safiery manual; diyBMS", "field"),
            },
            new("sofar", "Sofar") { ZeroLimit = new(true, "ignores a limit of 0 A; 0.1 A is obeyed", "diyBMSv4ESP32, quirks of inverters", "field") },
            new("solis", "Solis")
            {
                ZeroLimit = new(true, "was reported to raise a BMS error at CCL 0 with a healthy battery", "Battery-Emulator #2919", "field"),
                RequestBits = new(0x38, "ignores the requests of 0x35C", "YamBMS", "field"),
            },
            new("luxpower", "LuxPower") { RequestBits = new(0x08, "charges from the grid with 500 W on a full-charge request", "ant0nkr PR #109", "field") },
            new("eg4", "EG4 6000XP") { RequestBits = new(0x08, "acts on bit 4 of 0x35C and not on bit 3", "sijones/DiyBatteryBMS #51", "field") },
            new("imeon", "Imeon") { CvlMaxDecivolts = new(532, "ends charging near 53 V, which a battery of 15 cells needs (53.2 V) and one of 16 does not reach", "Imeon users; battery notes", "field") },
        ];

        /// <summary>Names of all.</summary>
        public static string[] Names => [.. All.Select(static target => target.Name)];

        /// <summary>The inverter of a name; null if there is none.</summary>
        public static InverterTarget? Find(string name) => All.FirstOrDefault(target => target.Name == name);

        /// <summary>What is known of each, one fact a row: inverter, fact, source, provenance.</summary>
        public static IEnumerable<(string Name, string Text, string Source, string Provenance)> Facts()
        {
            foreach (InverterTarget target in All)
            {
                foreach ((string text, string source, string provenance) in FactsOf(target))
                {
                    yield return (target.Name, text, source, provenance);
                }
            }
        }

        private static IEnumerable<(string Text, string Source, string Provenance)> FactsOf(InverterTarget target)
        {
            static IEnumerable<(string, string, string)> One<T>(InverterFact<T>? fact) =>
                fact is null ? [] : [(fact.Text, fact.Source, fact.Provenance)];
            return One(target.FrameLength).Concat(One(target.CurrentMaxAmps)).Concat(One(target.NeededIds)).Concat(One(target.LimitsSeconds))
                .Concat(One(target.ZeroLimit)).Concat(One(target.RequestBits)).Concat(One(target.CvlMaxDecivolts));
        }
    }
}
