using System;
using BatterySim.Bms.Protocol.Frames;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>Probes of CVL and of voltages that cannot be.</summary>
    internal static class VoltageProbes
    {
        private const int DelayMillisecondsMax = 62_000;
        private const uint Limits = LimitsFrame.CanId;
        private const int LoadPower = 178;
        private const int LoadMilliwattsMin = 500_000;
        private static readonly ProbeConditions Balanced = new() { LoadWatts = 2000, SolarWatts = 2000 };
        private static readonly ProbeConditions Sunny = new() { SolarWatts = 4000 };

        /// <summary>House and sun in balance, so that nothing flows unless the inverter wants the bank down.</summary>
        public static void CvlBelow(ProbeBench bench)
        {
            if (!bench.TryBegin(Balanced))
            {
                return;
            }

            if (bench.IsCharging || bench.IsDischarging || bench.Value(LoadPower) < LoadMilliwattsMin)
            {
                string seen = ProbeBench.Text($"{bench.CurrentMilliamps / 1000m:F1} A flowed and the house took {bench.Value(LoadPower) / 1000} W before the step");
                bench.Unmet($"{seen}; a house of 500 W or more and a sun of the same power are needed.", "exports-above-cvl", "export-margin");
                return;
            }

            if (!Exports(bench, 3000))
            {
                bench.Found("exports-above-cvl", false, "no discharge with CVL 3 V below the bank");
                bench.Unknown("export-margin", "It does not discharge a bank above CVL.");
                return;
            }

            bench.Found("exports-above-cvl", true, "it discharges with CVL 3 V below the bank");
            for (int margin = 100; margin <= 3000; margin += 100)
            {
                if (Exports(bench, margin))
                {
                    // CVL comes in steps of 0.1 V: it was above the margin before this step and below it now.
                    bench.Found("export-margin", ProbeBench.Text($"{margin - 100} mV"), ProbeBench.Text($"it discharges {margin} mV above CVL, not {margin - 100} mV"));
                    return;
                }
            }
        }

        /// <summary>CVL 0.1 V until W31, at most a minute.</summary>
        public static void Warnings(ProbeBench bench)
        {
            if (!bench.TryBegin(new ProbeConditions()))
            {
                return;
            }

            if (bench.IsWarning)
            {
                bench.Unknown("warns-of-impossible", "W31 is there without any impossible value.");
                bench.Unknown("warning-delay", "W31 is there without any impossible value.");
                return;
            }

            int frames = bench.Frames.Count;
            bench.Do("FAUL:VAL:CVL 0.1 V");
            int seen = bench.WaitFor(() => bench.Value(312) == 100, 5000);
            int delay = bench.WaitFor(() => bench.IsWarning, DelayMillisecondsMax);
            string evidence = ProbeBench.Text($"CVL 0.1 V, in register 312 after {seen} ms; {(delay < 0 ? "no W31 in 62 s" : $"W31 {delay} ms later")}; {bench.Frames.Count - frames} frames");
            bench.Found("warns-of-impossible", delay >= 0, evidence, "derived");
            if (delay < 0)
            {
                bench.Unknown("warning-delay", evidence);
            }
            else
            {
                string spread = ProbeBench.Text($"±{bench.ResolutionMilliseconds / 1000m:0.0} s");
                bench.Found("warning-delay", ProbeBench.Text($"{Math.Round(delay / 1000.0)} s"), evidence, "derived", spread);
            }
        }

        /// <summary>CVL steps down from 46 V while charging: below the least that it takes for possible the charge goes on.</summary>
        public static void ImpossibleCvl(ProbeBench bench)
        {
            if (!bench.TryBegin(Sunny))
            {
                return;
            }

            bench.Wait(5000);
            bool isCharging = bench.IsCharging;
            bool keeps = isCharging && Keeps(bench, 100);
            if (!isCharging)
            {
                bench.Unmet("No charge current flowed; sun or grid charge is needed.", "impossible-cvl-keeps-limits", "cvl-min");
                return;
            }

            bench.Found("impossible-cvl-keeps-limits", keeps, keeps ? "the charge goes on with CVL 0.1 V" : "the charge stops with CVL 0.1 V");
            bool warns = bench.Known("warns-of-impossible") == "on";
            if (!keeps && !warns)
            {
                bench.Unknown("cvl-min", "Neither limits nor W31 show what it takes for impossible.");
                return;
            }

            for (int volts = 48; volts >= 20; volts--)
            {
                if (keeps ? Keeps(bench, volts * 1000) : Warns(bench, ProbeBench.Text($"FAUL:VAL:CVL {volts} V"), "FAUL:VAL:CVL OFF"))
                {
                    bench.Found("cvl-min", ProbeBench.Text($"{volts + 1} V"), ProbeBench.Text($"CVL {volts} V counts as impossible, {volts + 1} V does not"));
                    return;
                }
            }
        }

        /// <summary>Voltages in 0x356, halving the interval in which W31 begins.</summary>
        public static void VoltageWindow(ProbeBench bench)
        {
            if (bench.Known("warns-of-impossible") != "on")
            {
                bench.Unknown("voltage-min", "It gives no W31.");
                bench.Unknown("voltage-max", "It gives no W31.");
                return;
            }

            if (bench.TryBegin(new ProbeConditions()))
            {
                Bisect(bench, "voltage-min", 48, 1);
                Bisect(bench, "voltage-max", 58, 300);
            }
        }

        /// <summary>Absorption V and Float V set to 52.0 V by hand, below the bank's voltage, with sun.</summary>
        public static void OwnVoltages(ProbeBench bench)
        {
            if (!bench.TryBegin(Sunny))
            {
                return;
            }

            bench.Wait(5000);
            if (!bench.IsCharging)
            {
                bench.Unmet("No charge current flowed without them; sun or grid charge is needed.", "own-voltages-count");
                return;
            }

            if (bench.TryBegin(Sunny with { OwnVoltageMillivolts = 50_000 }))
            {
                bench.Wait(8000);
                bench.Found(
                    "own-voltages-count", !bench.IsCharging, ProbeBench.Text($"{bench.CurrentMilliamps / 1000m:F1} A with own voltages of 50 V and a bank above that"));
            }
        }

        /// <summary>CVL up to 56.8 V and down to 55.2 V, as registers 202 and 312 follow; then down to the bank's voltage while it charges.</summary>
        public static void CvlStep(ProbeBench bench)
        {
            if (!bench.TryBegin(Sunny))
            {
                return;
            }

            int[] up = new int[ProbeBench.Repetitions];
            int[] down = new int[ProbeBench.Repetitions];
            for (int round = 0; round < up.Length; round++)
            {
                down[round] = bench.React("FAUL:VAL:CVL 55.2 V", Limits, () => Follows(bench, 55_200), 10_000);
                up[round] = bench.React("FAUL:VAL:CVL 56.8 V", Limits, () => Follows(bench, 56_800), 10_000);
            }

            bench.FoundReaction("cvl-up-reaction", up, "from the 0x351 with CVL 56.8 V until register 202 or 312 had it");
            bench.FoundReaction("cvl-down-reaction", down, "from the 0x351 with CVL 55.2 V until register 202 or 312 had it");
            bench.BeginEvidence();
            bench.Wait(4000);
            int before = bench.CurrentMilliamps;
            if (before < 10_000)
            {
                bench.Unmet(ProbeBench.Text($"Only {before / 1000m:F1} A of charge flowed; sun or grid charge of 2 kW is needed."), "cvl-limits-charge");
                return;
            }

            // The voltage that the terminals have without the charge: a charge goes on only if CVL is not obeyed.
            bench.Do("FAUL:VAL:CCL 0 A");
            bench.Wait(6000);
            long rest = bench.Value(183) / 100 * 100;
            bench.Do(ProbeBench.Text($"FAUL:VAL:CVL {rest / 1000m} V"), "FAUL:VAL:CCL 90 A");
            bench.Wait(8000);
            int after = bench.CurrentMilliamps;
            string evidence = ProbeBench.Text($"{before / 1000m:F1} A with CVL 56.8 V, {after / 1000m:F1} A with CVL {rest / 1000m} V, the bank's voltage at rest");
            bench.Found("cvl-limits-charge", after < before / 2, evidence);
        }

        private static bool Follows(ProbeBench bench, long millivolts) => bench.Value(202) == millivolts || bench.Value(312) == millivolts;

        // CVL so far below the voltage at the terminals that 0.1 V less would not be; the bank rests before and after.
        private static bool Exports(ProbeBench bench, int margin)
        {
            bench.Do("FAUL:VAL:CVL OFF");
            bench.Wait(4000);
            long rest = bench.Value(183);
            long cvl = (rest - margin + 99) / 100 * 100;
            bench.Do(ProbeBench.Text($"FAUL:VAL:CVL {cvl / 1000m} V"));
            bench.Wait(4000);
            bool exports = bench.IsDischarging;
            bench.Do("FAUL:VAL:CVL OFF");
            bench.Wait(2000);
            return exports;
        }

        private static bool Keeps(ProbeBench bench, int millivolts)
        {
            bench.Do("FAUL:VAL:CVL OFF");
            bench.Wait(6000);
            bench.Do(ProbeBench.Text($"FAUL:VAL:CVL {millivolts / 1000m} V"));
            bench.Wait(4000);
            bool keeps = bench.IsCharging;
            bench.Do("FAUL:VAL:CVL OFF");
            return keeps;
        }

        private static bool Warns(ProbeBench bench, string line, string undo)
        {
            int delay = int.TryParse((bench.Known("warning-delay") ?? "5 s").Split(' ')[0], out int seconds) ? seconds * 1000 : 5000;
            bench.Do(undo);
            bench.Wait(3000);
            bench.Do(line);
            bench.Wait(delay + 3000);
            bool warns = bench.IsWarning;
            bench.Do(undo);
            return warns;
        }

        // Between a voltage without and one with W31, in whole volts.
        private static void Bisect(ProbeBench bench, string name, int good, int bad)
        {
            if (!Warns(bench, ProbeBench.Text($"FAUL:VAL:VOLT {bad} V"), "FAUL:VAL:VOLT OFF"))
            {
                bench.Unknown(name, ProbeBench.Text($"no W31 at {bad} V"));
                return;
            }

            while (Math.Abs(good - bad) > 1)
            {
                int middle = (good + bad) / 2;
                if (Warns(bench, ProbeBench.Text($"FAUL:VAL:VOLT {middle} V"), "FAUL:VAL:VOLT OFF"))
                {
                    bad = middle;
                }
                else
                {
                    good = middle;
                }
            }

            bench.Found(name, ProbeBench.Text($"{good} V"), ProbeBench.Text($"W31 at {bad} V, none at {good} V"), "derived");
        }
    }
}
