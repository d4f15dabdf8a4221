using System.Linq;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>Probes of what it does when the battery falls silent.</summary>
    internal static class FaultProbes
    {
        private const int CommunicationFault = 58;
        private const int RecheckMilliseconds = 330_000;

        /// <summary>Silence of 3, 9 and 11 s, then the time until it goes on.</summary>
        public static void Silence(ProbeBench bench)
        {
            if (!bench.TryBegin(new ProbeConditions { LoadWatts = 1000 }))
            {
                return;
            }

            int tolerated = 0;
            foreach (int seconds in new[] { 3, 9 })
            {
                bench.Do("OUTP OFF");
                bench.Wait(seconds * 1000);
                tolerated = bench.HasFault(CommunicationFault) ? tolerated : seconds;
                bench.Do("OUTP ON");
                bench.Wait(4000);
            }

            bench.Do("OUTP OFF");
            int faulted = bench.WaitFor(() => bench.HasFault(CommunicationFault), 60_000);
            bench.Found("bms-err-stop", faulted >= 0, faulted < 0 ? "60 s of silence and no fault bit" : ProbeBench.Text($"bit 57 after {faulted} ms of silence"), "derived");
            if (faulted < 0)
            {
                bench.Found("silence-tolerated", "60 s", "no fault in 60 s");
                bench.Unknown("recovery-time", "There was no fault to recover from.");
                return;
            }

            bench.Found("silence-tolerated", ProbeBench.Text($"{tolerated} s"), ProbeBench.Text($"no fault after {tolerated} s, a fault after {faulted} ms"));
            bench.Do("OUTP ON");
            int recovered = bench.WaitFor(() => !bench.HasFault(CommunicationFault), RecheckMilliseconds);
            if (recovered < 0)
            {
                bench.Unknown("recovery-time", "The fault was still there after 330 s.");
            }
            else
            {
                bench.Found("recovery-time", ProbeBench.Text($"{(recovered + 500) / 1000} s"), "from the bank's first frame until the fault bit was gone");
            }
        }

        /// <summary>A mandatory frame is left out, the others go on.</summary>
        public static void OneFrame(ProbeBench bench)
        {
            string? mandatory = bench.Known("mandatory-frames")?.Split(' ').FirstOrDefault(static id => id is not ("none" or "unknown"));
            if (mandatory == null || bench.Known("bms-err-stop") != "on")
            {
                bench.Unknown("watches-every-frame", mandatory == null ? "No frame is known to be mandatory." : "BMS_Err_Stop is off.");
                return;
            }

            if (bench.TryBegin(new ProbeConditions()))
            {
                bench.Do($"FAUL:FRAM{mandatory}:OMIT ON");
                bench.Wait(14_000);
                bench.Found("watches-every-frame", bench.HasFault(CommunicationFault), $"0x{mandatory} left out for 14 s, the others sent");
            }
        }

        /// <summary>A silent bank at power-up; then it speaks.</summary>
        public static void EarlySilence(ProbeBench bench)
        {
            if (bench.Known("bms-err-stop") != "on")
            {
                bench.Unknown("counts-from-power-up", "BMS_Err_Stop is off.");
                bench.Unknown("early-fault-stays", "BMS_Err_Stop is off.");
                return;
            }

            if (!bench.TryBegin(new ProbeConditions { IsBankSilent = true }))
            {
                return;
            }

            bench.Wait(14_000);
            bool isEarly = bench.HasFault(CommunicationFault);
            bench.Found("counts-from-power-up", isEarly, "14 s after power-up with a silent bank");
            if (!isEarly)
            {
                bench.Unknown("early-fault-stays", "There is no early fault.");
                return;
            }

            bench.Do("OUTP ON");
            int recovered = bench.WaitFor(() => !bench.HasFault(CommunicationFault), RecheckMilliseconds);
            bench.Found("early-fault-stays", recovered < 0, recovered < 0 ? "still there 330 s after the bank spoke" : ProbeBench.Text($"gone after {recovered} ms"));
        }
    }
}
