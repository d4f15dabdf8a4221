using System.Collections.Generic;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>Probes of how 0x351 to 0x35E are read.</summary>
    internal static class FrameProbes
    {
        private const int WaitingState = 1;

        // A field of each frame that a register shows, and the length that Pylontech's own batteries send.
        private static readonly (string Id, int Length, string Line, int Register, long Value)[] Lengths =
        [
            ("351", 6, "FAUL:VAL:CCL 80 A", 314, 80_000), ("355", 4, "FAUL:VAL:SOC 40", 316, 40_000), ("356", 6, "FAUL:VAL:VOLT 52 V", 317, 52_000),
        ];

        /// <summary>52.00 V and +20.0 A on the wire, against registers 317 and 318.</summary>
        public static void Measurements(ProbeBench bench)
        {
            if (!bench.TryBegin(new ProbeConditions()))
            {
                return;
            }

            bench.Do("FAUL:VAL:VOLT 52 V", "FAUL:VAL:CURR 20 A");
            bench.Wait(4000);
            long volts = bench.Value(317) / 1000;
            long amps = bench.Value(318) / 1000;
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
                if (bench.Value(59) == WaitingState)
                {
                    needed.Add(id);
                }
            }

            bench.Found("mandatory-frames", needed.Count == 0 ? "none" : string.Join(' ', needed), "register 59 stays 1 without them, 5 s after the bank speaks", "derived");
        }

        /// <summary>A changed field in a frame of native length, then SOC 45 % in one with a 29-bit identifier.</summary>
        public static void LengthsTaken(ProbeBench bench)
        {
            if (!bench.TryBegin(new ProbeConditions()))
            {
                return;
            }

            var taken = new List<string>();
            foreach ((string id, int length, string line, int register, long value) in Lengths)
            {
                bench.Do(ProbeBench.Text($"FAUL:FRAM{id}:LENG {length}"), line);
                bench.Wait(4000);
                bool isTaken = bench.Value(register) == value;
                if (isTaken)
                {
                    taken.Add(id);
                }

                if (id == "355")
                {
                    bench.Found("strict-eight-bytes", !isTaken, ProbeBench.Text($"0x355 of four bytes with SOC 40 %: register 316 read {bench.Value(316) / 1000} %"));
                }

                bench.Do($"FAUL:FRAM{id}:LENG OFF");
            }

            bench.Found("short-frames-taken", taken.Count == 0 ? "none" : string.Join(' ', taken), "0x351 of six bytes, 0x355 of four, 0x356 of six");
            if (!bench.TryBegin(new ProbeConditions()))
            {
                return;
            }

            bench.Do("FAUL:FRAM355:EXT ON", "FAUL:VAL:SOC 45");
            bench.Wait(4000);
            bool isExtendedTaken = bench.Value(316) == 45_000;
            bench.Found("extended-ids-taken", isExtendedTaken, ProbeBench.Text($"0x355 with 29 bits and SOC 45 %: register 316 read {bench.Value(316) / 1000} %"));
        }

        /// <summary>Names in 0x35E, known ones, an unknown one and none; SOC tells whether the frames are still taken.</summary>
        public static void Names(ProbeBench bench)
        {
            if (!bench.TryBegin(new ProbeConditions()))
            {
                return;
            }

            var refused = new List<string>();
            int soc = 61;
            foreach ((string name, string bytes) in new[]
            {
                ("PYLON", "50594C4F4E202020"), ("DEYE", "4445594520202020"), ("BYD", "4259442020202020"), ("DIYPYLON", "444959504C4F4E"),
                ("XYZ12345", "58595A3132333435"), ("eight zeros", "0000000000000000"),
            })
            {
                bench.Do($"FAUL:FRAM35E:BYT \"{bytes}\"", ProbeBench.Text($"FAUL:VAL:SOC {soc}"));
                bench.Wait(6000);
                bool isTaken = bench.Value(316) / 1000 == soc || bench.Value(184) / 1000 == soc;
                if (!isTaken || bench.HasAnyFault || bench.IsWarning)
                {
                    refused.Add(name);
                }

                soc++;
            }

            const string Evidence = "PYLON, DEYE, BYD, DIYPYLON, XYZ12345, eight zeros, 6 s each: SOC in registers 316 and 184, faults, W31";
            bench.Found("names-refused", refused.Count == 0 ? "none" : string.Join(", ", refused), Evidence, "derived");
        }
    }
}
