using System;
using System.Globalization;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Modbus.Map;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>Probes of CCL, DCL and the enables.</summary>
    internal static class LimitProbes
    {
        private const int LowVoltageFault = 56;
        private const uint Limits = LimitsFrame.CanId;
        private const uint Requests = RequestsFrame.CanId;
        private const string NoCharge = "No charge current flowed before the step; sun or grid charge of 5 kW is needed.";
        private const string NoDischarge = "No discharge current flowed before the step; a house that takes 2 kW from the battery is needed.";
        private static readonly ProbeConditions Sunny = new() { SolarWatts = 8000 };
        private static readonly ProbeConditions OffGrid = new() { HasGrid = false, LoadWatts = 2000 };

        /// <summary>CCL 90 A, then 0.</summary>
        public static void ZeroCcl(ProbeBench bench)
        {
            if (!bench.TryBegin(Sunny))
            {
                return;
            }

            bench.Wait(8000);
            if (!bench.IsCharging)
            {
                bench.Unmet(NoCharge, "faults-on-zero-ccl", "zero-ccl-ignored", "zero-ccl-reaction");
                return;
            }

            int reaction = bench.React("FAUL:VAL:CCL 0 A", Limits, () => !bench.IsCharging, 8000);
            bench.FoundReaction("zero-ccl-reaction", [reaction], "from the 0x351 with CCL 0 until less than 3 A flowed");
            bench.Wait(8000);
            bool isFaulted = bench.HasFault(LowVoltageFault);
            string evidence = ProbeBench.Text($"{bench.CurrentMilliamps / 1000m:F1} A, fault F56 {(isFaulted ? "there" : "not there")} 8 s after CCL 0");
            bench.Found("faults-on-zero-ccl", isFaulted, evidence);
            if (isFaulted)
            {
                bench.Unknown("zero-ccl-ignored", "The fault stops the current.");
            }
            else
            {
                bench.Found("zero-ccl-ignored", bench.IsCharging, evidence);
            }
        }

        /// <summary>Off-grid with a house, DCL 0.</summary>
        public static void ZeroDcl(ProbeBench bench)
        {
            if (!bench.TryBegin(OffGrid))
            {
                return;
            }

            if (!bench.IsDischarging)
            {
                bench.Unmet(NoDischarge, "zero-dcl-ignored", "zero-dcl-reaction");
                return;
            }

            int reaction = bench.React("FAUL:VAL:DCL 0 A", Limits, () => !bench.IsDischarging, 6000);
            bench.FoundReaction("zero-dcl-reaction", [reaction], "from the 0x351 with DCL 0 until less than 3 A flowed");
            bench.Wait(6000);
            bench.Found("zero-dcl-ignored", bench.IsDischarging, ProbeBench.Text($"{bench.CurrentMilliamps / 1000m:F1} A 6 s after DCL 0"));
        }

        /// <summary>CCL 90 A, then 40 A, several times.</summary>
        public static void CclStep(ProbeBench bench)
        {
            if (bench.TryBegin(Sunny))
            {
                Step(bench, "CCL", 40, 45_000, static bench => bench.CurrentMilliamps);
            }
        }

        /// <summary>A house of 2 kW; DCL 90 A, then 20 A, several times.</summary>
        public static void DclStep(ProbeBench bench)
        {
            if (bench.TryBegin(new ProbeConditions { LoadWatts = 2000 }))
            {
                Step(bench, "DCL", 20, 25_000, static bench => -bench.CurrentMilliamps);
            }
        }

        /// <summary>0x35C bits 7 and 6 withdrawn, each under its own conditions: what one lacks the other need not.</summary>
        public static void Enables(ProbeBench bench)
        {
            if (bench.TryBegin(Sunny))
            {
                bench.Wait(5000);
                WithdrawChargeEnable(bench);
            }

            bench.BeginEvidence();
            if (bench.TryBegin(OffGrid))
            {
                WithdrawDischargeEnable(bench);
            }
        }

        /// <summary>DCL from 100 A up in steps of 10 A until F58.</summary>
        public static void HighDcl(ProbeBench bench)
        {
            if (!bench.TryBegin(new ProbeConditions()))
            {
                return;
            }

            if (bench.HasAnyFault)
            {
                bench.Unmet("A fault was there at 90 A already.", "fault-dcl");
                return;
            }

            for (int amps = 100; amps <= 500; amps += 10)
            {
                bench.Do(ProbeBench.Text($"FAUL:VAL:DCL {amps} A"));
                bench.Wait(2500);
                if (bench.HasAnyFault)
                {
                    string fault = SolArkFaultBits.Describe(bench.FaultBits);
                    bench.Found("fault-dcl", ProbeBench.Text($"{amps} A"), $"{fault} while every frame was sent; resolution 10 A");
                    return;
                }
            }

            bench.Found("fault-dcl", "0 A", "no fault up to DCL 500 A");
        }

        // The same for both limits: what flows is well above the new limit before it, and is counted positive in its own direction.
        private static void WithdrawChargeEnable(ProbeBench bench)
        {
            if (!bench.IsCharging)
            {
                bench.Unmet(NoCharge, "charge-enable-obeyed", "charge-enable-reaction");
                return;
            }

            int reaction = bench.React("FAUL:VAL:CEN 0", Requests, () => !bench.IsCharging, 6000);
            bench.FoundReaction("charge-enable-reaction", [reaction], "from the 0x35C without bit 7 until less than 3 A flowed");
            bench.Wait(6000);
            bench.Found("charge-enable-obeyed", !bench.IsCharging, ProbeBench.Text($"{bench.CurrentMilliamps / 1000m:F1} A 6 s after it was withdrawn"));
        }

        private static void WithdrawDischargeEnable(ProbeBench bench)
        {
            if (!bench.IsDischarging)
            {
                bench.Unmet(NoDischarge, "discharge-enable-obeyed", "discharge-enable-reaction");
                return;
            }

            int reaction = bench.React("FAUL:VAL:DEN 0", Requests, () => !bench.IsDischarging, 6000);
            bench.FoundReaction("discharge-enable-reaction", [reaction], "from the 0x35C without bit 6 until less than 3 A flowed");
            bench.Wait(6000);
            bench.Found("discharge-enable-obeyed", !bench.IsDischarging, ProbeBench.Text($"{bench.CurrentMilliamps / 1000m:F1} A 6 s after it was withdrawn"));
        }

        private static void Step(ProbeBench bench, string limit, int amps, int leastMilliamps, Func<ProbeBench, int> flowing)
        {
            string name = limit.ToLowerInvariant();
            int[] reactions = new int[ProbeBench.Repetitions];
            int before = 0;
            int after = 0;
            for (int round = 0; round < reactions.Length; round++)
            {
                bench.Do($"FAUL:VAL:{limit} 90 A");
                bench.Wait(8000);
                before = flowing(bench);
                if (before < leastMilliamps)
                {
                    string needed = ProbeBench.Text($"Only {before / 1000m:F1} A flowed; more than {leastMilliamps / 1000} A is needed.");
                    bench.Unmet(needed, $"{name}-overshoot", $"{name}-reaction");
                    return;
                }

                int start = before;
                reactions[round] = bench.React(
                    string.Create(CultureInfo.InvariantCulture, $"FAUL:VAL:{limit} {amps} A"), Limits, () => flowing(bench) < start - 5000, 20_000);
                bench.Wait(10_000);
                after = flowing(bench);
            }

            double overshoot = Math.Max(0, Math.Round((after - (amps * 1000)) / (amps * 10.0)));
            string evidence = ProbeBench.Text($"{before / 1000m:F1} A, then {after / 1000m:F1} A at {limit} {amps} A");
            bench.Found($"{name}-overshoot", ProbeBench.Text($"{overshoot} %"), evidence);
            bench.FoundReaction($"{name}-reaction", reactions, $"from the 0x351 with {limit} {amps} A until the current fell by 5 A");
        }
    }
}
