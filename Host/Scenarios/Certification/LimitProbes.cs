using System;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>Probes of CCL, DCL and the enables.</summary>
    internal static class LimitProbes
    {
        private const int LowVoltageFault = 56;
        private const int CommunicationFault = 58;
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
                bench.Unknown("faults-on-zero-ccl", "No charge current flowed before the step.");
                bench.Unknown("zero-ccl-ignored", "No charge current flowed before the step.");
                return;
            }

            bench.Do("FAUL:VAL:CCL 0 A");
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
                bench.Unknown("zero-dcl-ignored", "No discharge current flowed before the step.");
                return;
            }

            bench.Do("FAUL:VAL:DCL 0 A");
            bench.Wait(6000);
            bench.Found("zero-dcl-ignored", bench.IsDischarging, ProbeBench.Text($"{bench.CurrentMilliamps / 1000m:F1} A 6 s after DCL 0"));
        }

        /// <summary>CCL 90 A, then 40 A.</summary>
        public static void CclStep(ProbeBench bench)
        {
            if (!bench.TryBegin(Sunny))
            {
                return;
            }

            bench.Wait(8000);
            int before = bench.CurrentMilliamps;
            if (before < 45_000)
            {
                bench.Unknown("ccl-overshoot", ProbeBench.Text($"Only {before / 1000m:F1} A flowed; more than 45 A is needed."));
                bench.Unknown("ccl-reaction", "See ccl-overshoot.");
                return;
            }

            bench.Do("FAUL:VAL:CCL 40 A");
            int reaction = bench.WaitFor(() => bench.CurrentMilliamps < before - 5000, 20_000);
            bench.Wait(10_000);
            int after = bench.CurrentMilliamps;
            double overshoot = Math.Max(0, Math.Round((after - 40_000) / 400.0));
            bench.Found("ccl-overshoot", ProbeBench.Text($"{overshoot} %"), ProbeBench.Text($"{before / 1000m:F1} A, then {after / 1000m:F1} A at CCL 40 A"));
            bench.Found("ccl-reaction", reaction < 0 ? "none" : ProbeBench.Text($"{reaction} ms"), "from the command to the bank until the current fell by 5 A");
        }

        /// <summary>0x35C bits 7 and 6 withdrawn.</summary>
        public static void Enables(ProbeBench bench)
        {
            if (!bench.TryBegin(Sunny))
            {
                return;
            }

            bench.Wait(5000);
            bench.Do("FAUL:VAL:CEN 0");
            bench.Wait(6000);
            bench.Found("charge-enable-obeyed", !bench.IsCharging, ProbeBench.Text($"{bench.CurrentMilliamps / 1000m:F1} A 6 s after it was withdrawn"));
            if (bench.TryBegin(OffGrid))
            {
                bench.Do("FAUL:VAL:DEN 0");
                bench.Wait(6000);
                bench.Found("discharge-enable-obeyed", !bench.IsDischarging, ProbeBench.Text($"{bench.CurrentMilliamps / 1000m:F1} A 6 s after it was withdrawn"));
            }
        }

        /// <summary>DCL from 100 A up in steps of 10 A until F58.</summary>
        public static void HighDcl(ProbeBench bench)
        {
            if (!bench.TryBegin(new ProbeConditions()))
            {
                return;
            }

            if (bench.HasFault(CommunicationFault))
            {
                bench.Unknown("fault-dcl", "F58 was there at 90 A already.");
                return;
            }

            for (int amps = 100; amps <= 500; amps += 10)
            {
                bench.Do(ProbeBench.Text($"FAUL:VAL:DCL {amps} A"));
                bench.Wait(2500);
                if (bench.HasFault(CommunicationFault))
                {
                    bench.Found("fault-dcl", ProbeBench.Text($"{amps} A"), "F58 while every frame was sent; resolution 10 A");
                    return;
                }
            }

            bench.Found("fault-dcl", "0 A", "no fault up to DCL 500 A");
        }
    }
}
