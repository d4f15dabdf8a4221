using System.Collections.Generic;
using BatterySim.Host.Modbus.Map;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>Probes of values that no battery has.</summary>
    internal static class ValueProbes
    {
        // What is sent, the register that would show it, and the raw value there if it were taken as it is.
        private static readonly (string Property, string Line, string Undo, int Register, long Taken)[] Impossible =
        [
            ("impossible-soc", "FAUL:VAL:SOC 150", "FAUL:VAL:SOC OFF", 316, 150_000),
            ("impossible-temperature", "FAUL:VAL:TEMP -150", "FAUL:VAL:TEMP OFF", 319, -150_000),
            ("impossible-current", "FAUL:VAL:CURR 3000 A", "FAUL:VAL:CURR OFF", 318, 3_000_000),
            ("negative-ccl", "FAUL:VAL:CCL -10 A", "FAUL:VAL:CCL 90 A", 314, -10_000),
            ("negative-dcl", "FAUL:VAL:DCL -10 A", "FAUL:VAL:DCL 90 A", 315, -10_000),
            ("no-modules", "FAUL:VAL:MOD 0", "FAUL:VAL:MOD OFF", 0, 0),
        ];

        /// <summary>Each impossible value alone, while the battery is charged.</summary>
        public static void ImpossibleValues(ProbeBench bench)
        {
            if (!bench.TryBegin(new ProbeConditions { SolarWatts = 8000 }))
            {
                return;
            }

            bench.Wait(6000);
            foreach ((string property, string line, string undo, int register, long taken) in Impossible)
            {
                bench.BeginEvidence();
                bool wasCharging = bench.IsCharging;
                bench.Do(line);
                bench.Wait(8000);
                var effects = new List<string>();
                if (register != 0)
                {
                    effects.Add(bench.Value(register) == taken ? "taken as it is" : $"register {register} reads {bench.Registers.Text(register)}");
                }

                AddEffects(bench, wasCharging, effects);
                bench.Found(property, effects.Count == 0 ? "nothing" : string.Join(", ", effects), ProbeBench.Text($"{line} for 8 s: {bench.CurrentMilliamps / 1000m:F1} A"), "derived");
                bench.Do(undo);
                bench.Wait(5000);
            }
        }

        /// <summary>-10.0 degrees in 0x356, while the battery is charged.</summary>
        public static void NegativeTemperature(ProbeBench bench)
        {
            if (!bench.TryBegin(new ProbeConditions { SolarWatts = 8000 }))
            {
                return;
            }

            bench.Wait(6000);
            bool wasCharging = bench.IsCharging;
            bench.Do("FAUL:VAL:TEMP -10");
            bench.Wait(6000);
            long block = bench.Value(319);
            long battery = bench.Value(182);
            string evidence = ProbeBench.Text($"0x356 carried -10.0 C; register 319 read {block / 1000m:F1} C, 182 read {battery / 1000m:F1} C");
            bool isRead = block == -10_000 || battery is -10_000 or -110_000;
            bench.Found("negative-temperature", isRead ? "read as negative" : ProbeBench.Text($"read as {battery / 1000m:F1} C"), evidence);
            if (wasCharging)
            {
                bench.Found("charges-below-zero", bench.IsCharging, ProbeBench.Text($"{bench.CurrentMilliamps / 1000m:F1} A at -10.0 C, CCL as before"));
            }
            else
            {
                bench.Unmet("No charge current flowed; sun or grid charge is needed.", "charges-below-zero");
            }
        }

        private static void AddEffects(ProbeBench bench, bool wasCharging, List<string> effects)
        {
            if (wasCharging && !bench.IsCharging)
            {
                effects.Add("stops charging");
            }

            if (bench.IsWarning)
            {
                effects.Add("W31");
            }

            if (bench.HasAnyFault)
            {
                effects.Add(SolArkFaultBits.Describe(bench.FaultBits));
            }
        }
    }
}
