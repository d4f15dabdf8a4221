using System;
using System.Globalization;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Can;
using BatterySim.Bms.Cells;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Bms.Stack;
using BatterySim.Host.Tests.Instrument;
using BatterySim.Host.Tests.Model;

namespace BatterySim.Host.Tests.Survivors
{
    /// <summary>What a bank answers where an error once went unnoticed; runs inside a <see cref="MutatedCore"/> too.</summary>
    internal static class BankProbes
    {
        private const string Limited = "sok-sk48v100";

        /// <summary>The answer to one question; null if the bank is not asked it.</summary>
        public static string? Answer(string probe)
        {
            return probe switch
            {
                "histogram-cleared" => Histogram("INV:CLE", 1000, 1000),
                "histogram-edge" => Histogram("", 1100, 20, 10_000),
                "status-once" => Status(),
                "service-bit-6" => new Bench().Ask("*SRE 255;*SRE?"),
                "delayed-frame-after-silence" => Silence("FAUL:FRAM379:DEL 5 S"),
                "held-frame-after-silence" => Silence("FAUL:FRAM379:SWAP ON"),
                "master-limits" => Limits(),
                "abandoned-before-rebuild" => Abandoned(),
                "misses-reset" => Misses(),
                "address-below-master" => BelowMaster(),
                "limited-charge-counted" => LimitedCharge(),
                "open-voltage-of-a-diode" => OpenVoltage(),
                "reset-over-cut-chain" => CutChain(),
                "limiter-held-a-minute" => LimiterHold(),
                "limiter-ends-with-sleep" => LimiterSleep(),
                "surplus-decays" => Surplus(),
                "balancing-start" => Balancing(),
                "fet-warms" => Fet(),
                "number-rounded" => new Bench().Ask("MOD1:SOC 55.56;SOC?;SOC 55.54;SOC?"),
                "refused-dialect" => Refused(),
                _ => null,
            };
        }

        private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

        // Counts by class, before and after a command.
        private static string Histogram(string command, params int[] intervals)
        {
            var bench = new Bench();
            CanFrame reply = new();
            reply.Begin(InverterReplyFrame.CanId, CanFrame.DataLengthMax);
            bench.Simulator.Receive(reply);
            foreach (int interval in intervals)
            {
                bench.Advance(interval);
                bench.Simulator.Receive(reply);
            }

            string before = Counts(bench);
            bench.Ask(command);
            return command.Length == 0 ? before : before + ";" + Counts(bench);
        }

        private static string Counts(Bench bench) =>
            string.Join(' ', bench.Ask("INV:HIST?").Split(',').Where(static (_, place) => place % 2 == 1));

        // A condition that lasts raises its event once, however often it is looked at.
        private static string Status()
        {
            var bench = new Bench();
            bench.Advance(3000);
            string first = bench.Ask("STAT:OPER?");
            bench.Advance(3000);
            return $"{first == bench.Ask("STAT:OPER:COND?")};{bench.Ask("STAT:OPER?")}";
        }

        // The master goes to sleep while a frame is still on its way, and wakes when the fault is over: what it then sends is its first burst.
        private static string Silence(string fault)
        {
            var bench = new Bench(1);
            bench.Ask("BANK:DIAL:ORD #H351,#H355,#H379");
            bench.Ask(fault);
            bench.Advance(4000);
            bench.Ask("MOD1:RST 3 S");
            bench.Advance(3500);
            bench.Ask("FAUL:CLE");
            bench.Frames.Clear();
            bench.Advance(8000);
            string asleep = string.Join(' ', bench.Frames.Select(static frame => frame.Id.ToString("X3", CultureInfo.InvariantCulture)));
            bench.Ask("MOD1:RST 200 MS");
            bench.Advance(40_000);
            return asleep + ";" + string.Join(' ', bench.Frames.Take(3).Select(static frame => frame.Id.ToString("X3", CultureInfo.InvariantCulture)));
        }

        // CCL and DCL in A where the master stands for all; nearly full, so that they differ.
        private static string Limits()
        {
            var bench = new Bench();
            bench.Ask("POL:LIM master;:MOD1:SOC 95");
            bench.Advance(5000);
            string[] signals = bench.Ask("FRAM351:SIGN?").Split(',');
            return $"{signals[3]} {signals[5]}";
        }

        private static string Abandoned()
        {
            var bus = new GivenUpBus { Count = 5 };
            var simulator = new Simulator(new SimulatorSettings(), bus);
            simulator.Execute("BANK:REST");
            string anew = simulator.Execute("FRAM351:ABAN?");
            bus.Count = 7;
            return anew + ";" + simulator.Execute("FRAM351:ABAN?");
        }

        // Two polls missed, one answered, again and again: never three in a row. Fewest batteries that were ever reported.
        private static string Misses()
        {
            var rack = new Rack(2);
            rack.Wait(10);
            rack.ForgetFrames();
            for (int round = 0; round < 6; round++)
            {
                rack.Battery(2).Reply = ReplyKind.Silent;
                rack.Bank.Refresh();
                rack.Wait(1.9);
                rack.Battery(2).Reply = ReplyKind.Normal;
                rack.Bank.Refresh();
                rack.Wait(1.5);
            }

            return Text(rack.Sent.Where(static frame => frame.Id == AlarmsFrame.CanId).Min(static frame => frame.Data[4]));
        }

        // A product whose master is 1 and whose last battery is 0; a round asks one address that it does not know yet, of 64.
        private static string BelowMaster()
        {
            var rack = new Rack(2, "powersync-lfp-lv-6bit");
            rack.Bank.Bank.Policies.Gaps = GapPolicy.Skip;
            rack.Dip(2, 0);
            rack.Bank.SkipToRunning();
            rack.Wait(100);
            return Text(rack.ModulesOnWire);
        }

        // 10 A for 40 s into an empty battery that comes back among full ones, Ah/100 counted at its terminals.
        private static string LimitedCharge()
        {
            Rack rack = Returned();
            long before = rack.Battery(1).ThroughputMilliampMilliseconds;
            rack.Wait(40);
            return $"{rack.Bank.Bank.PathOf(0)} {(rack.Battery(1).ThroughputMilliampMilliseconds - before + 5_000_000) / 10_000_000}";
        }

        private static Rack Returned()
        {
            var rack = new Rack(4, Limited, soc: 980);
            rack.Breaker(1, false);
            rack.Soc(1, 20);
            rack.Wait(2);
            rack.Breaker(1, true);
            rack.PressReset(1);
            rack.WaitUntil(() => rack.Battery(1).IsLimiting, 30);
            return rack;
        }

        // One battery away, the other free to discharge alone, and a charger that it does not let in: its source stands at the terminals.
        private static string OpenVoltage()
        {
            var rack = new Rack(2);
            rack.Breaker(1, false);
            rack.Current(20);
            rack.Battery(2).HeldOpen = Blocks.Charge;
            rack.Bank.Refresh();
            rack.Wait(2);
            return Text(rack.Bank.Bank.VoltageMillivolts - rack.Battery(2).VoltageMillivolts);
        }

        private static string CutChain()
        {
            var rack = new Rack(3, awake: false);
            rack.AllBreakers(true);
            rack.Cable(1, false);
            rack.PressReset(1);
            rack.Wait(20);
            return string.Join(' ', Enumerable.Range(1, 3).Select(battery => rack.Battery(battery).IsRunning));
        }

        // Whole seconds that the limiter stays once the current it came in for is gone.
        private static string LimiterHold()
        {
            Rack rack = Limiting();
            rack.Current(0);
            return Text(Math.Round(rack.WaitUntil(() => !rack.Battery(1).IsLimiting, 200) / 1000.0));
        }

        private static string LimiterSleep()
        {
            Rack rack = Limiting();
            rack.Current(0);
            rack.PressReset(1, 3.2);
            rack.Wait(2);
            string asleep = $"{rack.Battery(1).IsRunning} {rack.Battery(1).IsLimiting}";
            rack.PressReset(1);
            rack.WaitUntil(() => rack.Battery(1).IsRunning, 30);
            return $"{asleep} {rack.Battery(1).IsLimiting}";
        }

        private static Rack Limiting()
        {
            var rack = new Rack(TestProfiles.With(Limited, TestProfiles.Ideal), soc: 300);
            rack.Current(101.5);
            rack.Wait(0.1);
            return rack;
        }

        // Charge above full, of which a 3600th goes each second at rest: after an hour 1/e of it is left, permille. A profile without losses.
        private static string Surplus()
        {
            var rack = new Rack(TestProfiles.With(Limited, [.. TestProfiles.Ideal, .. TestProfiles.Lossless]), soc: 1000);
            long full = rack.Battery(1).ChargeMilliampMilliseconds;
            rack.Current(0.5);
            rack.Wait(600);
            rack.Current(0);
            rack.Wait(2);
            long before = rack.Battery(1).ChargeMilliampMilliseconds - full;
            rack.Wait(3600);
            return Text((rack.Battery(1).ChargeMilliampMilliseconds - full) * 1000 / before / 10);
        }

        // One cell at 3.64 V, most at 3.33 V and one between, above those by more than a balancer tolerates but below 3.4 V: it is left alone.
        private static string Balancing()
        {
            BatteryProfile profile = TestProfiles.With(Limited, TestProfiles.Ideal);
            var cells = new CellString(profile, new CellConstants(profile, OcvCurve.CreateLfp()), new Prng(1));
            cells.SetSocOffset(1, 80);
            cells.SetSocOffset(2, 40);
            cells.Update(0.95f, 0f, 0f);
            for (int second = 0; second < 1000; second++)
            {
                cells.Balance(60);
                cells.Update(0.95f, 0f, 0f);
            }

            return $"{cells.SocOffsetOf(1) < 80} {cells.SocOffsetOf(2)}";
        }

        // A FET at 1 C, whose rise of 20 K has a time constant of 32 s, after 33 s: 25 + 20 (1 - (29/32)^11) degrees Celsius.
        private static string Fet()
        {
            BatteryProfile profile = TestProfiles.With(Limited, (ProfileKey.FetRiseDecikelvins, 200));
            var constants = new CellConstants(profile, OcvCurve.CreateLfp());
            var heat = new CellHeat();
            for (int step = 0; step < 33 / SecondTimetable.CellSeconds; step++)
            {
                heat.Step(constants, 0f, 100f);
            }

            return heat.FetDegrees.ToString("0.0", CultureInfo.InvariantCulture);
        }

        // Times of 0x351 around a line that is refused as a whole and a later one that has nothing to do with the dialect.
        private static string Refused()
        {
            var bench = new Bench();
            bench.Advance(1500);
            bench.Frames.Clear();
            bench.Ask("BANK:DIAL:PER 2 S;:MOD1:SOC 500");
            bench.Ask("MOD1:SOC 50");
            bench.Advance(2000);
            return string.Join(' ', bench.Frames.Where(static frame => frame.Id == LimitsFrame.CanId).Select(static frame => frame.Milliseconds));
        }

        private sealed class GivenUpBus : ICanBus, ICanBusDelivery
        {
            public int Count { get; set; }

            public CanBusState State => CanBusState.ErrorActive;

            public SendResult Send(CanFrame frame) => SendResult.Accepted;

            public bool TryReceive(CanFrame frame) => false;

            public int AcknowledgedCountOf(uint id) => 0;

            public int AbandonedCountOf(uint id) => Count;
        }
    }
}
