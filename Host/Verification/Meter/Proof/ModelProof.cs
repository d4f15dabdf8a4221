using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace BatterySim.Host.Verification.Meter.Proof
{
    /// <summary>The model of a battery against published points: measured anew at each call, in some seconds.</summary>
    public static class ModelProof
    {
        private const string Gotion = "Gotion IFP28148115A, Q/GX 030-2019, appendix A.4";
        private const string Trezor = "Trezor fuel gauge, JYHPFL333838";
        private const string Discover = "Discover 950-0025: 10 milliohms for 100 Ah";
        private const string Product = "sok-sk48v100";

        // mV a cell at rest at -10, 0, 25 and 45 degrees Celsius.
        private static readonly (int Soc, int[] Millivolts)[] AtRest =
        [
            (0, [3227, 3175, 2928, 2732]), (10, [3259, 3230, 3210, 3201]), (20, [3270, 3264, 3253, 3242]), (50, [3280, 3282, 3290, 3296]),
            (60, [3292, 3293, 3310, 3301]), (75, [3309, 3318, 3328, 3331]), (95, [3320, 3319, 3329, 3331]), (100, [3361, 3335, 3375, 3334]),
        ];

        private static readonly int[] RestDegrees = [-10, 0, 25, 45];

        // mV a cell on the branch of charge at 27.5 degrees and on that of discharge at 25, what the current drops taken out.
        private static readonly (double Soc, int Millivolts)[] Charging =
            [(50, 3327), (80, 3362), (90, 3376), (95, 3402), (97, 3429), (98, 3455), (99, 3506), (99.5, 3555), (100, 3645)];

        private static readonly (double Soc, int Millivolts)[] Discharging = [(90, 3334), (80, 3334), (50, 3291), (20, 3246), (10, 3209), (5, 3166)];

        private static readonly (int Degrees, double Ratio)[] Resistances =
            [(0, 1.89), (5, 1.49), (10, 1.28), (15, 1.15), (20, 1.06), (30, 0.95), (35, 0.91), (45, 0.86)];

        private static readonly (int Degrees, double Percent)[] Capacities = [(1, 79), (6, 87), (11, 92), (16, 96), (45, 104)];

        /// <summary>Measures every row.</summary>
        public static IReadOnlyList<ProofRow> Measure() =>
        [
            .. Rest(), .. Branches(), .. Knee(), .. Full(), .. Tail(), .. Relaxation(), .. Loads(), .. Cold(), .. Heat(), .. Sharing(),
        ];

        private static IEnumerable<ProofRow> Rest()
        {
            var bench = new ProofBench(Product, 1, 50, ProofBench.Alike);
            for (int column = 0; column < RestDegrees.Length; column++)
            {
                bench.Do($"MOD1:TEMP {RestDegrees[column]};AMB {RestDegrees[column]}");
                bool isWarm = RestDegrees[column] == 25;
                foreach ((int soc, int[] millivolts) in AtRest.Where(point => isWarm || point.Soc % 50 == 0))
                {
                    bench.Do($"MOD1:SOC {soc}");
                    string at = $"{soc} %, {RestDegrees[column]} °C";
                    yield return new ProofRow("rest, a cell", at, "mV", millivolts[column], bench.CellMillivolts, 1.1, Gotion);
                }
            }
        }

        // Over-voltage and steps of CCL are left aside: this is the cell, as a bench supply sees it.
        private static IEnumerable<ProofRow> Branches()
        {
            foreach ((double rate, double bound) in new[] { (0.2, 9.0), (0.5, 9.0), (1.0, 15.0) })
            {
                var bench = new ProofBench(Product, 1, 20, [.. ProofBench.Alike, "chargeLimiterStartMilliamps,0"]);
                bench.Current(rate * 100);
                foreach ((double soc, int millivolts) in Charging)
                {
                    bench.WaitUntil(() => bench.StoredPercent >= soc || bench.Ask("MOD1:PROT?") != 0);
                    if (bench.Ask("MOD1:PROT?") == 0)
                    {
                        string what = $"charge at {Text(rate)}C, drop taken out, a cell";
                        yield return new ProofRow(what, $"{Text(soc)} %", "mV", millivolts, bench.CellWithoutDrop, bound, Trezor);
                    }
                }
            }

            var drawn = new ProofBench(Product, 1, 100, ProofBench.Alike);
            drawn.Current(-20);
            foreach ((double soc, int millivolts) in Discharging)
            {
                drawn.WaitUntil(() => drawn.StoredPercent <= soc);
                const string What = "discharge at 0.2C, drop taken out, a cell";
                yield return new ProofRow(What, $"{Text(soc)} %", "mV", millivolts, drawn.CellWithoutDrop, 12, Trezor);
            }
        }

        private static IEnumerable<ProofRow> Knee()
        {
            foreach ((int millivolts, double soc) in new[] { (3450, 97.8), (3500, 98.9) })
            {
                var bench = new ProofBench(Product, 1, 90, ProofBench.Alike);
                bench.Current(20);
                bench.WaitUntil(() => bench.CellWithoutDrop >= millivolts);
                string what = $"charge meets {Text(millivolts * 0.016)} V, drop taken out";
                yield return new ProofRow(what, "0.2C", "% SOC", soc, bench.StoredPercent, 0.2, Trezor);
            }

            var full = new ProofBench(Product, 1, 90, ProofBench.Alike);
            full.Current(20);
            full.WaitUntil(() => full.StoredPercent >= 99.9);
            full.Current(-20);
            full.Wait(95);
            yield return new ProofRow("after half a percent of discharge", "from full", "V", 53.4, full.Ask("BANK:VOLT?"), 0.5, Trezor);
        }

        // From full declared to what the BMS itself draws, and back over hours.
        private static IEnumerable<ProofRow> Full()
        {
            var bench = new ProofBench(Product, 1, 90);
            bench.Wait(3);
            while (!bench.Battery.Full.IsFull)
            {
                bench.ChargeStep(20);
            }

            double tail = bench.CurrentOf(0);
            yield return new ProofRow("tail at which full is declared, at most", "56.0 V", "A", 2, tail, 2, "PACE P16S100A of a Jakiper: 56.0 V and < 2 A");
            bench.Current(0);
            bench.Wait(5);
            double limit = bench.Battery.ChargeCurrentLimitMilliamps / 1000.0;
            yield return new ProofRow("CCL at full", "100 %", "A", 0, limit, 0.1, "Pytes, Deye and Pylontech, captured");
            bench.Wait(13 * 3600);
            yield return new ProofRow("13 hours after a full charge", "100 %", "V", 54.0, bench.Ask("BANK:VOLT?"), 0.15, Gotion);
        }

        // A charger that holds CVL at a battery that never refuses: in the end only what the BMS draws still flows.
        private static IEnumerable<ProofRow> Tail()
        {
            string[] values = ["chargeStepThreePercent,100", "chargeStopCellMillivolts,4000", "chargeFullPercent,100"];
            var bench = new ProofBench("generic-16s-100", 1, 90, values);
            bench.Wait(3);
            for (int second = 0; second < 24 * 3600; second++)
            {
                bench.ChargeStep(20);
            }

            long before = bench.Battery.ThroughputMilliampMilliseconds;
            for (int second = 0; second < 6 * 3600; second++)
            {
                bench.ChargeStep(20);
            }

            double amps = (bench.Battery.ThroughputMilliampMilliseconds - before) / 1e6 / (6 * 3600);
            double watts = amps * bench.Ask("BANK:VOLT?");
            yield return new ProofRow("tail after a day at CVL", "56.0 V", "W", 2, watts, 1.5, "Seplos: its BMS draws < 40 mA (about 2 W)");
        }

        private static IEnumerable<ProofRow> Relaxation()
        {
            string[] values = [.. ProofBench.Alike, "fastPolarisationMicroohms,0", "slowPolarisationMicroohms,0"];
            var bench = new ProofBench(Product, 1, 55, values);
            bench.Current(20);
            bench.WaitUntil(() => bench.StoredPercent >= 60);
            bench.Current(0);
            bench.Wait(1);
            double start = bench.CellMillivolts - 3310;
            int passed = 1;
            foreach (int seconds in new[] { 120, 600, 3600, 6 * 3600 })
            {
                bench.Wait(seconds - passed);
                passed = seconds;
                double left = ((40 * Math.Exp(-seconds / 120.0)) + (35 * Math.Exp(-seconds / 1500.0)) + (15 * Math.Exp(-seconds / 21600.0))) / 90;
                yield return new ProofRow(
                    "left of the branch after charge", $"{seconds / 60} min", "%", left * 100, (bench.CellMillivolts - 3310) / start * 100, 2.5,
                    "three terms of 2 min, 25 min and 6 h for LFP");
            }
        }

        private static IEnumerable<ProofRow> Loads()
        {
            var bench = new ProofBench(Product, 1, 60, [.. ProofBench.Alike, "hysteresisMicrovolts,0"]);
            bench.Current(-100);
            bench.Wait(1200);
            double sag = (bench.Battery.Cells.OcvSumMillivolts - bench.Battery.VoltageMillivolts) / 100;
            yield return new ProofRow("sag under 100 A after 20 minutes", "25 °C", "mOhm", 10, sag, 1.5, Discover);
        }

        private static IEnumerable<ProofRow> Cold()
        {
            double warm = SagAt(25);
            foreach ((int degrees, double ratio) in Resistances)
            {
                yield return new ProofRow("resistance over that at 25 °C", $"{degrees} °C", "", ratio, SagAt(degrees) / warm, 0.02, Trezor);
            }

            double whole = SecondsToEmpty(25);
            foreach ((int degrees, double percent) in Capacities)
            {
                yield return new ProofRow("capacity over that at 25 °C", $"{degrees} °C", "%", percent, 100 * SecondsToEmpty(degrees) / whole, degrees < 25 ? 1.5 : 5, Trezor);
            }
        }

        // The only rises that are published are of sensors at small currents.
        private static IEnumerable<ProofRow> Heat()
        {
            var bench = new ProofBench(Product, 1, 80);
            bench.Current(-5.7);
            bench.Wait(4 * 3600);
            const string Spread = "Pylontech x4, 23.5 to 29 °C in one stack: less than their spread";
            yield return new ProofRow("temperature of the cells over the room", "5.7 A for 4 h", "K", 0, bench.Ask("MOD1:TEMP?") - 25, 1.5, Spread);
            var large = new ProofBench(Product, 1, 100);
            large.Current(-95);
            large.Wait(3600);
            double rise = large.Ask("MOD1:TEMP?") - 25;
            yield return new ProofRow("temperature of the cells over the room", "95 A for 1 h", "K", double.NaN, rise, double.PositiveInfinity, "none found");
        }

        private static IEnumerable<ProofRow> Sharing()
        {
            var bench = new ProofBench("pylontech-us5000", 4, 100);
            bench.Current(-120);
            bench.WaitUntil(() => bench.StoredPercent <= 59);
            bench.Current(-13.5);
            bench.Wait(300);
            double[] shares = [.. Enumerable.Range(0, 4).Select(battery => bench.CurrentOf(battery) / -13.5 * 400)];
            const string Rack = "4 Pylontech at 56 to 60 %, 13.5 A, read from their console";
            yield return new ProofRow("smallest share of a small current", "59 %, after hours of 120 A", "% of the mean", 46, shares.Min(), 15, Rack);
            yield return new ProofRow("largest share of a small current", "59 %, after hours of 120 A", "% of the mean", 168, shares.Max(), 20, Rack);
        }

        private static double SagAt(int degrees)
        {
            string[] values = [.. ProofBench.Alike, "hysteresisMicrovolts,0", "fastPolarisationMicroohms,0", "slowPolarisationMicroohms,0"];
            var bench = new ProofBench(Product, 1, 60, values);
            bench.Do($"MOD1:TEMP {degrees};AMB {degrees}");
            bench.Wait(3);
            bench.Current(-50);
            bench.Wait(180);
            return bench.Battery.Cells.OcvSumMillivolts - bench.Battery.VoltageMillivolts;
        }

        private static double SecondsToEmpty(int degrees)
        {
            var bench = new ProofBench(Product, 1, 100, "heatCapacityJoulesPerKelvin,100000000", "sleepSeconds,1000000");
            bench.Do($"MOD1:TEMP {degrees};AMB {degrees}");
            bench.Current(-20);
            int seconds = 0;
            bench.WaitUntil(() => ++seconds > 0 && !bench.Battery.CanDischarge);
            return seconds;
        }

        private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
    }
}
