using System.Collections.Generic;
using BatterySim.Host.Modbus.Map;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>Probes of 0x359: each protection and each alarm bit alone, while the battery is charged.</summary>
    internal static class AlarmProbes
    {
        private const int AlarmRegister = 322;
        private const int ProtectionRegister = 323;

        /// <summary>Names of the bits as properties end with them, and their numbers for the instrument.</summary>
        public static IReadOnlyList<(string Name, int Bit)> Bits { get; } =
        [
            ("over-voltage", 1), ("under-voltage", 2), ("over-temperature", 4), ("under-temperature", 8), ("discharge-over-current", 16),
            ("charge-over-current", 32), ("system", 64),
        ];

        /// <summary>Properties of protections or alarms.</summary>
        public static IReadOnlyList<(string Name, string Standard)> Properties(string kind)
        {
            var properties = new List<(string, string)>();
            foreach ((string name, _) in Bits)
            {
                properties.Add(($"{kind}-{name}", ""));
            }

            return properties;
        }

        /// <summary>Protections, bytes 0 and 1.</summary>
        public static void Protections(ProbeBench bench) => Run(bench, "protection", "FAUL:VAL:PROT", ProtectionRegister);

        /// <summary>Alarms, bytes 2 and 3.</summary>
        public static void Alarms(ProbeBench bench) => Run(bench, "alarm", "FAUL:VAL:ALAR", AlarmRegister);

        private static void Run(ProbeBench bench, string kind, string header, int register)
        {
            if (!bench.TryBegin(new ProbeConditions { SolarWatts = 8000 }))
            {
                return;
            }

            bench.Wait(6000);
            foreach ((string name, int bit) in Bits)
            {
                bench.BeginEvidence();
                Effects before = Effects.Of(bench, register);
                bench.Do(ProbeBench.Text($"{header} {bit}"));
                bench.Wait(5000);
                Effects after = Effects.Of(bench, register);
                bench.Do($"{header} OFF");
                string value = after.Since(before, register);
                string flowing = before.IsCharging ? "" : "; no charge flowed, so that an effect on it could not be seen";
                bench.Found($"{kind}-{name}", value, ProbeBench.Text($"5 s after the bit: {after.CurrentMilliamps / 1000m:F1} A{flowing}"), "derived");
                bench.Wait(4000);
            }
        }

        private sealed record Effects(bool IsCharging, int CurrentMilliamps, bool IsWarning, ulong Faults, long State, ushort Word)
        {
            public static Effects Of(ProbeBench bench, int register) => new(
                bench.IsCharging, bench.CurrentMilliamps, bench.IsWarning, bench.FaultBits, bench.Value(59), bench.Registers.Word(register));

            public string Since(Effects before, int register)
            {
                var effects = new List<string>();
                if (Word != before.Word)
                {
                    effects.Add(ProbeBench.Text($"shown in register {register} as 0x{Word:X4}"));
                }

                if (before.IsCharging && !IsCharging)
                {
                    effects.Add("stops charging");
                }

                if (IsWarning && !before.IsWarning)
                {
                    effects.Add("W31");
                }

                if (Faults != before.Faults)
                {
                    effects.Add(SolArkFaultBits.Describe(Faults));
                }

                if (State != before.State)
                {
                    effects.Add(ProbeBench.Text($"state {State}"));
                }

                return effects.Count == 0 ? "nothing" : string.Join(", ", effects);
            }
        }
    }
}
