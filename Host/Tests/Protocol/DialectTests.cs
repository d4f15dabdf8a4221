using System;
using System.Linq;
using System.Reflection;
using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Stack;
using BatterySim.Host.Tests.Model.Faults;
using Xunit;

namespace BatterySim.Host.Tests.Protocol
{
    /// <summary>What each dialect sends, in which order and how often, and what is wrong with settings at their ends.</summary>
    public class DialectTests
    {
        [Theory]
        [InlineData("sol-ark", "359 351 355 356 35C 35E 379", "Padded Centivolt ChargePositive '' True False False False")]
        [InlineData("sol-ark-v1.3", "359 351 355 356 35C 35E 379", "Padded Decivolt ChargePositive '' True False False False")]
        [InlineData("pylontech", "359 351 355 356 35C 35E", "Native Centivolt ChargePositive 'PYLON' False False False False")]
        [InlineData("pylontech-v1.3", "351 355 356 35A 35E 35F", "Native Centivolt ChargePositive 'PYLON' False True False False")]
        [InlineData("deye", "359 351 355 356 35C 35E", "Padded Centivolt DischargePositive 'DEYE' False False False True")]
        public void Create_EachName_GivesItsFramesAndOptions(string name, string order, string options)
        {
            DialectSettings settings = Dialects.Create(name);

            Assert.Contains(name, Dialects.Names);
            Assert.Equal(name, settings.Name);
            Assert.Equal(order, string.Join(' ', settings.Order.Select(static frame => $"{frame.Id:X3}")));
            Assert.Equal(options, $"{settings.DataLength} {settings.VoltageScale} {settings.CurrentSign} '{settings.ManufacturerName}' "
                + $"{settings.SendsCapacity} {settings.SendsFineSoc} {settings.SendsOkPairs} {settings.HasOwnTimers}");
            Assert.Equal((1000, 20, 0), (settings.PeriodMilliseconds, settings.GapMilliseconds, settings.JitterMilliseconds));
            Assert.Equal(20 * (settings.Order.Length - 1), settings.BurstMilliseconds);
            Assert.Equal(SocRounding.Nearest, settings.SocRounding);
            Assert.Null(settings.FindProblem());
        }

        [Fact]
        public void Create_UnknownName_IsNothing()
        {
            Assert.Null(Dialects.Create("victron"));
            Assert.Equal("sol-ark", Dialects.DefaultName);
            Assert.Equal(5, Dialects.Names.Length);
        }

        [Fact]
        public void CopyFrom_EveryField_IsTaken()
        {
            var from = new DialectSettings();
            foreach (FieldInfo field in typeof(DialectSettings).GetFields(BindingFlags.Instance | BindingFlags.Public))
            {
                object? value = field.GetValue(from);
                field.SetValue(from, value switch
                {
                    bool isSet => !isSet,
                    int number => number + 1,
                    string text => text + "x",
                    Enum choice => Enum.GetValues(choice.GetType()).Cast<object>().First(other => !other.Equals(choice)),
                    _ => new[] { FrameTable.At(3) },
                });
            }

            var to = new DialectSettings();
            to.CopyFrom(from);

            Assert.All(typeof(DialectSettings).GetFields(BindingFlags.Instance | BindingFlags.Public),
                field => Assert.Equal(field.GetValue(from), field.GetValue(to)));
        }

        // Period 100 to 5000 ms, gap 0 to 500 ms, jitter 0 or more; six gaps and the jitter are shorter than the period.
        [Theory]
        [InlineData(99, 0, 0, "period 99 ms is outside 100 to 5000 ms.")]
        [InlineData(100, 0, 0, null)]
        [InlineData(5000, 0, 0, null)]
        [InlineData(5001, 0, 0, "period 5001 ms is outside 100 to 5000 ms.")]
        [InlineData(5000, -1, 0, "gap -1 ms is outside 0 to 500 ms.")]
        [InlineData(5000, 500, 0, null)]
        [InlineData(5000, 501, 0, "gap 501 ms is outside 0 to 500 ms.")]
        [InlineData(1000, 20, -1, "jitter -1 ms is negative.")]
        [InlineData(1000, 20, 879, null)]
        [InlineData(1000, 20, 880,
            "a burst of 7 frames with gap 20 ms and jitter 880 ms does not fit into a period of 1000 ms; "
            + "lengthen the period or shorten gap or jitter.")]
        public void FindProblem_TimesAtTheirEnds_AreTakenAndBeyondRefused(int period, int gap, int jitter, string? problem)
        {
            DialectSettings settings = Dialects.Create("sol-ark");
            settings.PeriodMilliseconds = period;
            settings.GapMilliseconds = gap;
            settings.JitterMilliseconds = jitter;

            Assert.Equal(problem, settings.FindProblem());
        }

        [Theory]
        [InlineData("", "order names 0 frames; a burst has 1 to COUNT.")]
        [InlineData("0", null)]
        [InlineData("all", null)]
        [InlineData("all 0", "order names MORE frames; a burst has 1 to COUNT.")]
        [InlineData("0 1 0", "order names 0x351 twice; name each frame once.")]
        [InlineData("1 2 2", "order names 0x356 twice; name each frame once.")]
        public void FindProblem_Order_NamesEachFrameOnceAndOneAtLeast(string order, string? problem)
        {
            DialectSettings settings = Dialects.Create("sol-ark");
            int count = FrameTable.Count;
            settings.Order =
            [
                .. order.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .SelectMany(place => place == "all" ? Enumerable.Range(0, count) : [place[0] - '0']).Select(FrameTable.At),
            ];

            Assert.Equal(problem?.Replace("COUNT", $"{count}", StringComparison.Ordinal).Replace("MORE", $"{count + 1}", StringComparison.Ordinal),
                settings.FindProblem());
        }

        // A Deye pack has a timer for each frame: 1000 ms for 0x359, the others longer by 1, 2, 6, 8 and 9 % as captured; the first 20 ms apart.
        [Fact]
        public void Timers_OfADeye_RunEachForItself()
        {
            var bus = new SentFrames();
            var schedule = new FrameSchedule(bus, new Prng(1));
            schedule.Use(Dialects.Create("deye"), Cadence.Broadcast, 0);
            schedule.Start(0);
            string sent = "";
            var report = new BankReport
            {
                ModulesOnline = 1,
                SocPermille = 500,
                SohPermille = 1000,
                VoltageMillivolts = 50_000,
                CurrentMilliamps = 0,
                TemperatureDecidegrees = 200,
                ChargeVoltageLimitMillivolts = 1,
                ChargeCurrentLimitMilliamps = 1,
                DischargeCurrentLimitMilliamps = 1,
                DischargeVoltageLimitMillivolts = 1,
            };
            while (schedule.NextEventMilliseconds <= 2300)
            {
                long now = schedule.NextEventMilliseconds;
                schedule.Run(now, report);
                sent += string.Concat(bus.Consume().Split(' ').Select(frame => $"{now}:{frame[..3]} "));
            }

            Assert.Equal(
                "0:359 20:351 40:355 60:356 80:35C 100:35E 1000:359 1050:355 1080:351 1080:356 1160:35C 1190:35E "
                + "2000:359 2060:355 2100:356 2140:351 2240:35C 2280:35E ", sent);
            Assert.Equal(3, schedule.BurstCount);
        }

        [Theory]
        [InlineData(0x351u, 0x351)]
        [InlineData(0x379u, 0x379)]
        public void Find_AFrameByItsIdentifier_IsThatOfTheTable(uint id, int suffix)
        {
            Assert.Equal(id, FrameTable.Find(id).Id);
            Assert.Equal(suffix, FrameTable.Find(id).Suffix);
            Assert.Same(FrameTable.Find(id), FrameTable.Find(id, false));
            Assert.Null(FrameTable.Find(id, true));
            Assert.Null(FrameTable.Find(id | (1u << 29)));
            Assert.Null(FrameTable.Find(0x305));
        }

        [Fact]
        public void Extended_Definition_HasASuffixBeyondElevenBits()
        {
            Assert.Equal(0x20000000 | 0x4210, new Far().Suffix);
        }

        private sealed class Far : FrameDefinition
        {
            public override uint Id => 0x4210;

            public override bool IsExtended => true;

            public override string Name => "Far";

            public override int NativeLengthIn(DialectSettings dialect) => 8;

            public override bool TryWrite(BankReport bank, DialectSettings dialect, CanFrame frame) => false;

            public override void Describe(DialectSettings dialect, SignalVisitor visitor)
            {
            }
        }
    }
}
