using System;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>Probes of 0x35C requests and of SOC.</summary>
    internal static class SocProbes
    {
        private const int LevelMargin = 3;

        /// <summary>Bits 4, 5 and 3, each alone, with a grid and nothing else that charges.</summary>
        public static void ForceCharge(ProbeBench bench)
        {
            if (!bench.TryBegin(new ProbeConditions()))
            {
                return;
            }

            if (bench.IsCharging)
            {
                bench.Unmet("The battery is charged without a request; this probe needs a grid, no sun and no Grid Charge.", "force-charge-bit", "full-charge-power");
                return;
            }

            bool isBit4 = Charges(bench, "FLOW");
            bool isBit5 = Charges(bench, "FHIG");
            string evidence = $"bit 4 alone: {(isBit4 ? "charges" : "nothing")}; bit 5 alone: {(isBit5 ? "charges" : "nothing")}";
            string? value = (isBit4, isBit5) switch { (true, true) => "both", (true, false) => "4", (false, true) => "5", _ => null };
            if (value == null)
            {
                bench.Unknown("force-charge-bit", evidence);
            }
            else
            {
                bench.Found("force-charge-bit", value, evidence);
            }

            bench.Do("FAUL:VAL:FULL 1");
            bench.Wait(10_000);
            long watts = -bench.Value(190) / 1000;
            bench.Do("FAUL:VAL:FULL OFF");
            bench.Found("full-charge-power", ProbeBench.Text($"{Math.Round(Math.Max(0, watts) / 10.0) * 10} W"), ProbeBench.Text($"{watts} W into the battery with bit 3"));
        }

        /// <summary>SOC of 35 % while the bank is at 60 %; then below the shutdown level, off-grid.</summary>
        public static void Soc(ProbeBench bench)
        {
            if (!bench.TryBegin(new ProbeConditions { HasGrid = false, LoadWatts = 2000 }))
            {
                return;
            }

            bool isFeeding = bench.IsDischarging;
            bench.Do("FAUL:VAL:SOC 35");
            bench.Wait(4000);
            long soc = bench.Value(184) / 1000;
            bench.Found("own-soc", Math.Abs(soc - 35) > 1, ProbeBench.Text($"0x355 carried 35 %; register 184 read {soc} %"));
            if (!isFeeding)
            {
                bench.Unmet("No discharge current flowed before the step; a house that takes 2 kW from the battery is needed.", "shutdown-obeyed");
                return;
            }

            bench.Do(ProbeBench.Text($"FAUL:VAL:SOC {Math.Max(1, (bench.Value(217) / 1000) - 2)}"));
            bench.Wait(6000);
            bench.Found("shutdown-obeyed", !bench.IsDischarging, ProbeBench.Text($"{bench.CurrentMilliamps / 1000m:F1} A with SOC below the shutdown level"));
        }

        /// <summary>SOC down to the level at which the battery stops feeding the house, then up to that at which it feeds again.</summary>
        public static void Levels(ProbeBench bench)
        {
            if (!bench.TryBegin(new ProbeConditions { LoadWatts = 2000 }))
            {
                return;
            }

            long shutdown = bench.Value(217) / 1000;
            long restart = bench.Value(218) / 1000;
            if (!bench.IsDischarging)
            {
                bench.Unmet("No discharge current flowed; a house that takes 500 W or more from the battery is needed.", "shutdown-level", "restart-level");
                return;
            }

            int? stops = FirstLevel(bench, shutdown + LevelMargin, -1, (2 * LevelMargin) + 1, static bench => !bench.IsDischarging);
            string evidence = ProbeBench.Text($"SOC in 0x355 in steps of 1 %, 5 s each; register 217 has {shutdown} %, 218 has {restart} %");
            if (stops is not int level)
            {
                bench.Unknown("shutdown-level", $"It still discharged {LevelMargin} % below register 217; {evidence}.");
                bench.Unknown("restart-level", "There was no shutdown.");
                return;
            }

            bench.Found("shutdown-level", ProbeBench.Text($"{level} %"), evidence);
            bench.BeginEvidence();
            int? feeds = FirstLevel(bench, restart - LevelMargin, 1, (2 * LevelMargin) + 1, static bench => bench.IsDischarging);
            if (feeds is int again)
            {
                bool isBelow = again == restart - LevelMargin;
                bench.Found("restart-level", ProbeBench.Text($"{again} %"), isBelow ? evidence + "; it may be lower" : evidence);
            }
            else
            {
                bench.Unknown("restart-level", $"It fed nothing {LevelMargin} % above register 218; {evidence}.");
            }
        }

        private static int? FirstLevel(ProbeBench bench, long from, int step, int count, Predicate<ProbeBench> isSo)
        {
            for (int index = 0; index < count; index++)
            {
                int soc = (int)Math.Clamp(from + (index * step), 0, 100);
                bench.Do(ProbeBench.Text($"FAUL:VAL:SOC {soc}"));
                bench.Wait(5000);
                if (isSo(bench))
                {
                    return soc;
                }
            }

            return null;
        }

        private static bool Charges(ProbeBench bench, string bit)
        {
            bench.Do($"FAUL:VAL:{bit} 1");
            bench.Wait(6000);
            bool charges = bench.IsCharging;
            bench.Do($"FAUL:VAL:{bit} OFF");
            bench.Wait(4000);
            return charges;
        }
    }
}
