using System.Linq;
using BatterySim.Host.Modbus.Map;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>Probes of what it does when the battery falls silent.</summary>
    internal static class FaultProbes
    {
        private const int RecheckMilliseconds = 330_000;
        private const string NoFault = "no fault";

        /// <summary>Silence of 3, 9, 11 and 60 s, and the time until it goes on after the first that was too long.</summary>
        public static void Silence(ProbeBench bench)
        {
            if (!bench.TryBegin(new ProbeConditions { LoadWatts = 1000 }))
            {
                return;
            }

            int tolerated = 0;
            int faultedAt = -1;
            bool isStuck = false;
            foreach (int seconds in new[] { 3, 9, 11, 60 })
            {
                string name = ProbeBench.Text($"silence-{seconds}s");
                bench.BeginEvidence();
                if (isStuck)
                {
                    bench.Unknown(name, "The fault of the silence before was still there.");
                    continue;
                }

                bool isFed = bench.IsDischarging;
                int fault = Fall(bench, seconds, name, isFed);
                if (fault < 0)
                {
                    tolerated = seconds;
                }
                else if (faultedAt < 0)
                {
                    faultedAt = fault;
                    isStuck = !Recover(bench);
                }
            }

            bench.Found(
                "bms-err-stop", faultedAt >= 0, faultedAt < 0 ? "60 s of silence and no fault bit" : ProbeBench.Text($"a fault after {faultedAt} ms of silence"), "derived");
            bench.Found("silence-tolerated", ProbeBench.Text($"{tolerated} s"), "longest of 3, 9, 11 and 60 s without a fault");
            if (faultedAt < 0)
            {
                bench.Unknown("recovery-time", "There was no fault to recover from.");
                bench.Unknown("loss-fault-bits", "There was no fault.");
            }
        }

        /// <summary>A mandatory frame is left out, the others go on.</summary>
        public static void OneFrame(ProbeBench bench)
        {
            string? mandatory = bench.Known("mandatory-frames")?.Split(' ').FirstOrDefault(static id => id is not ("none" or "unknown"));
            if (bench.Known("bms-err-stop") != "on")
            {
                bench.Unmet(Why(bench), "watches-every-frame");
                return;
            }

            if (bench.Known("mandatory-frames") == "none")
            {
                bench.Unknown("watches-every-frame", "No frame is mandatory.");
                return;
            }

            if (bench.TryBegin(new ProbeConditions()))
            {
                // Which ones are mandatory takes a restart of the inverter to find out; of 0x351 every paper says so.
                mandatory ??= "351";
                bench.Do($"FAUL:FRAM{mandatory}:OMIT ON");
                bench.Wait(14_000);
                bench.Found("watches-every-frame", bench.HasAnyFault, $"0x{mandatory} left out for 14 s, the others sent");
            }
        }

        /// <summary>A silent bank at power-up; then it speaks.</summary>
        public static void EarlySilence(ProbeBench bench)
        {
            if (bench.Known("bms-err-stop") != "on")
            {
                bench.Unmet(Why(bench), "counts-from-power-up", "early-fault-stays");
                return;
            }

            if (!bench.TryBegin(new ProbeConditions { IsBankSilent = true }))
            {
                return;
            }

            bench.Wait(14_000);
            bool isEarly = bench.HasAnyFault;
            bench.Found("counts-from-power-up", isEarly, "14 s after power-up with a silent bank");
            if (!isEarly)
            {
                bench.Unknown("early-fault-stays", "There is no early fault.");
                return;
            }

            bench.Do("OUTP ON");
            int recovered = bench.WaitFor(() => !bench.HasAnyFault, RecheckMilliseconds);
            bench.Found("early-fault-stays", recovered < 0, recovered < 0 ? "still there 330 s after the bank spoke" : ProbeBench.Text($"gone after {recovered} ms"));
        }

        // Ms from the bank's last frame until the fault; -1 for none.
        private static int Fall(ProbeBench bench, int seconds, string name, bool isFed)
        {
            long start = bench.NowMilliseconds;
            bench.Do("OUTP OFF");
            int fault = bench.WaitFor(() => bench.HasAnyFault, seconds * 1000);
            fault = fault < 0 ? fault : (int)(start + fault - LastOfBank(bench));
            long amps = bench.CurrentMilliamps;
            string bits = SolArkFaultBits.Describe(bench.FaultBits);
            string state = ProbeBench.Text($"state {bench.Value(59)}, {amps / 1000m:F1} A");
            bench.Do("OUTP ON");
            if (fault < 0)
            {
                string goesOn = isFed && bench.IsDischarging ? "; it went on with the last values" : "";
                bench.Found(name, NoFault, ProbeBench.Text($"{seconds} s of silence: {state}{goesOn}"));
                bench.Wait(4000);
                return -1;
            }

            bench.Found(
                name,
                ProbeBench.Text($"fault after {fault / 1000m:0.0} s"),
                ProbeBench.Text($"{bits}; {state}"),
                "measured",
                ProbeBench.Text($"±{bench.ResolutionMilliseconds / 1000m:0.0} s"));
            bench.Found("loss-fault-bits", bits, ProbeBench.Text($"registers 103 to 106 after {fault} ms of silence"));
            return fault;
        }

        private static long LastOfBank(ProbeBench bench) =>
            bench.Frames.Last(static frame => ReplyProbes.IsOfBank(frame)).Microseconds / 1000;

        private static bool Recover(ProbeBench bench)
        {
            bench.BeginEvidence();
            int recovered = bench.WaitFor(() => !bench.HasAnyFault, RecheckMilliseconds);
            if (recovered < 0)
            {
                bench.Unknown("recovery-time", "The fault was still there after 330 s.");
                return false;
            }

            bench.Found(
                "recovery-time",
                ProbeBench.Text($"{(recovered + 500) / 1000} s"),
                "from the bank's first frame until the fault bit was gone",
                "measured",
                ProbeBench.Text($"±{(bench.ResolutionMilliseconds + 999) / 1000} s"));
            bench.Wait(4000);
            return true;
        }

        private static string Why(ProbeBench bench) =>
            bench.Known("bms-err-stop") == "off" ? "BMS_Err_Stop is off." : "The probe 'silence' tells whether BMS_Err_Stop is on; run it first.";
    }
}
