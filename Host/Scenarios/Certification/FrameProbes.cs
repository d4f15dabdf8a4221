using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>Probes of how 0x351 to 0x35E are read.</summary>
    internal static class FrameProbes
    {
        private const int WaitingState = 1;

        /// <summary>52.00 V and +20.0 A on the wire, against registers 317 and 318.</summary>
        public static void Measurements(ProbeBench bench)
        {
            if (!bench.TryBegin(new ProbeConditions()))
            {
                return;
            }

            bench.Do("FAUL:VAL:VOLT 52 V", "FAUL:VAL:CURR 20 A");
            bench.Wait(4000);
            long volts = bench.Registers.Value(317) / 1000;
            long amps = bench.Registers.Value(318) / 1000;
            string evidence = ProbeBench.Text($"0x356 carried 5200 and +20.0 A; register 317 read {volts} V, 318 read {amps} A");
            switch (volts)
            {
                case 52: bench.Found("voltage-scale", "centivolt", evidence); break;
                case 520: bench.Found("voltage-scale", "decivolt", evidence); break;
                default: bench.Unknown("voltage-scale", evidence); break;
            }

            switch (amps)
            {
                case 20: bench.Found("current-sign", "charge", evidence, "derived"); break;
                case -20: bench.Found("current-sign", "discharge", evidence, "derived"); break;
                default: bench.Unknown("current-sign", evidence); break;
            }
        }

        /// <summary>A fresh inverter and a bank that leaves one frame out.</summary>
        public static void Mandatory(ProbeBench bench)
        {
            var needed = new List<string>();
            foreach (string id in new[] { "351", "355", "356", "359", "35C", "35E" })
            {
                if (!bench.TryBegin(new ProbeConditions { IsBankSilent = true }))
                {
                    return;
                }

                bench.Do($"FAUL:FRAM{id}:OMIT ON", "OUTP ON");
                bench.Wait(5000);
                if (bench.Registers.Word(59) == WaitingState)
                {
                    needed.Add(id);
                }
            }

            bench.Found("mandatory-frames", needed.Count == 0 ? "none" : string.Join(' ', needed), "register 59 stays 1 without them, 5 s after the bank speaks", "derived");
        }

        /// <summary>A SOC of 40 % in a frame of four bytes, then in one with a 29-bit identifier.</summary>
        public static void Lengths(ProbeBench bench)
        {
            if (!bench.TryBegin(new ProbeConditions()))
            {
                return;
            }

            bench.Do("BANK:DIAL:DLEN NAT", "FAUL:VAL:SOC 40");
            bench.Wait(4000);
            bool isTaken = bench.Registers.Value(316) == 40_000;
            bench.Found("strict-eight-bytes", !isTaken, ProbeBench.Text($"0x355 of four bytes with SOC 40 %: register 316 read {bench.Registers.Value(316) / 1000} %"));
            if (!bench.TryBegin(new ProbeConditions()))
            {
                return;
            }

            bench.Do("FAUL:FRAM355:EXT ON", "FAUL:VAL:SOC 45");
            bench.Wait(4000);
            bool isExtendedTaken = bench.Registers.Value(316) == 45_000;
            bench.Found("extended-ids-taken", isExtendedTaken, ProbeBench.Text($"0x355 with 29 bits and SOC 45 %: register 316 read {bench.Registers.Value(316) / 1000} %"));
        }
    }
}
