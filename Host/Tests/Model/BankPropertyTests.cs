using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Can;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol.Frames;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>Whatever is done to a bank and in whatever order: it stays within physics, loses no charge and can always be brought back.</summary>
    public class BankPropertyTests
    {
        private const int Batteries = 4;

        private static readonly string[] Products = ["sok-sk48v100", "powersync-lfp-lv-8bit", "pylontech-us5000", "generic-16s-100"];

        [Fact]
        public void AnyEvents_InAnyOrder_StayWithinPhysicsAndConserveCharge()
        {
            Prop.ForAll(Scenarios(), scenario =>
            {
                var bank = new EventBank(Products[scenario.Product]);
                foreach (BankEvent happening in scenario.Events)
                {
                    bank.Apply(happening);
                    bank.Check();
                }
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));
        }

        [Fact]
        public void HighCurrent_IntoABatteryThatHasJustLostItsCapacity_StaysWithinPhysics()
        {
            // Found by the property above (replay 6019049040805043597, 12668571095944176379, size 85): 0.7 Ah take 43 mAh a second.
            var bank = new EventBank("powersync-lfp-lv-8bit");
            foreach (BankEvent happening in new BankEvent[]
            {
                new(BankEventKind.BreakerOff, 1, 0),
                new(BankEventKind.Current, 0, 5774),
                new(BankEventKind.Soc, 0, 8443),
                new(BankEventKind.WaitLong, 0, 4480),
                new(BankEventKind.Soh, 2, 8807),
                new(BankEventKind.BreakerOff, 3, 0),
            })
            {
                bank.Apply(happening);
                bank.Check();
            }

            for (int second = 0; second < 10; second++)
            {
                bank.Apply(new BankEvent(BankEventKind.Wait, 0, 1000));
                bank.Check();
            }
        }

        [Fact]
        public void AnyEvents_ThenAPersonWhoSetsItRight_TheBankSpeaksAgain()
        {
            Prop.ForAll(Scenarios(), scenario =>
            {
                var bank = new EventBank(Products[scenario.Product]);
                foreach (BankEvent happening in scenario.Events)
                {
                    bank.Apply(happening);
                }

                bank.SetRight();
                Assert.True(bank.SpeaksWithAll(), $"{Products[scenario.Product]} stays silent");
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
        }

        private static Arbitrary<Scenario> Scenarios()
        {
            Gen<BankEvent> happening =
                from kind in Gen.Elements(Enum.GetValues<BankEventKind>())
                from battery in Gen.Choose(0, Batteries - 1)
                from value in Gen.Choose(0, 9999)
                select new BankEvent(kind, battery, value);
            Gen<Scenario> scenario =
                from product in Gen.Choose(0, Products.Length - 1)
                from length in Gen.Choose(1, 40)
                from events in Gen.ArrayOf(happening, length)
                select new Scenario(product, events);
            return Arb.From(scenario, Shrink);
        }

        private static IEnumerable<Scenario> Shrink(Scenario scenario)
        {
            for (int index = 0; index < scenario.Events.Length; index++)
            {
                yield return scenario with { Events = [.. scenario.Events[..index], .. scenario.Events[(index + 1)..]] };
            }
        }

        private sealed record Scenario(int Product, BankEvent[] Events)
        {
            public override string ToString() => $"{Products[Product]}: " + string.Join("; ", Events.Select(happening => happening.ToString()));
        }

        private sealed class EventBank : ICanBus
        {
            private readonly Simulator _simulator;
            private readonly CanFrame _answer = new();
            private readonly long[] _booked = new long[Batteries];
            private int _modulesOnWire;
            private long _spokeMilliseconds = -1;

            public EventBank(string product)
            {
                BatteryProfile profile = ProfileCatalogue.Create(product);
                _simulator = new Simulator(new SimulatorSettings { Profile = profile, BatteryCount = Batteries }, this);
                _answer.Begin(InverterReplyFrame.CanId, 8);
                Book();
            }

            public CanBusState State => CanBusState.ErrorActive;

            public SendResult Send(CanFrame frame)
            {
                Assert.InRange(frame.Length, 1, 8);
                if (frame.Id == LimitsFrame.CanId)
                {
                    Assert.InRange(frame.GetS16(2), 0, 20_000);
                    Assert.InRange(frame.GetS16(4), 0, 20_000);
                }
                else if (frame.Id == StateFrame.CanId)
                {
                    Assert.InRange(frame.GetU16(0), 0, 100);
                }
                else if (frame.Id == AlarmsFrame.CanId)
                {
                    _modulesOnWire = frame.Data[4];
                    _spokeMilliseconds = _simulator?.NowMilliseconds ?? 0;
                }

                return SendResult.Accepted;
            }

            public bool TryReceive(CanFrame frame) => false;

            public void Apply(BankEvent happening)
            {
                BatteryModule battery = _simulator.Bank.ModuleAt(happening.Battery);
                int value = happening.Value;
                switch (happening.Kind)
                {
                    case BankEventKind.Wait: _simulator.Advance(value); break;
                    case BankEventKind.WaitLong: _simulator.Advance(value * 500); break;
                    case BankEventKind.Current: _simulator.SetCurrent((value - 5000) * 200); break;
                    case BankEventKind.BreakerOn: _simulator.SetBreaker(happening.Battery, true); break;
                    case BankEventKind.BreakerOff: _simulator.SetBreaker(happening.Battery, false); break;
                    case BankEventKind.PressReset: _simulator.PressReset(happening.Battery); break;
                    case BankEventKind.ReleaseReset: _simulator.ReleaseReset(happening.Battery); break;
                    case BankEventKind.Dip: battery.DipSwitch.Set(value % 16); break;
                    case BankEventKind.LinkIn: SetLink(happening, true); break;
                    case BankEventKind.LinkOut: SetLink(happening, false); break;
                    case BankEventKind.InverterIn: SetInverter(happening, true); break;
                    case BankEventKind.InverterOut: SetInverter(happening, false); break;
                    case BankEventKind.Soc: Change(() => battery.SetSocPermille((value % 1200) - 100)); break;
                    case BankEventKind.Soh: Change(() => battery.SetSohPermille(value % 1100)); break;
                    case BankEventKind.Temperature: Change(() => SetTemperature(battery, (value % 1400) - 500)); break;
                    case BankEventKind.Reply: Change(() => battery.Reply = (ReplyKind)(value % 3)); break;
                    default: _simulator.Receive(_answer); break;
                }
            }

            public void Check()
            {
                for (int index = 0; index < Batteries; index++)
                {
                    BatteryModule battery = _simulator.Bank.ModuleAt(index);
                    Assert.InRange(battery.SocPermille, 0, 1000);
                    Assert.InRange(battery.CellMinMillivolts, 0, 5000);
                    Assert.InRange(battery.CellMaxMillivolts, battery.CellMinMillivolts, 5000);
                    Assert.InRange(battery.VoltageMillivolts, 0, 5000 * battery.CellCount);
                    Assert.InRange(battery.ChargeCurrentLimitMilliamps, 0, 200_000);
                    Assert.InRange(battery.DischargeCurrentLimitMilliamps, 0, 200_000);
                    Assert.InRange(battery.TemperatureDecidegrees, -600, 10_000);
                    long booked = battery.ChargeMilliampMilliseconds + battery.LostMilliampMilliseconds - battery.ThroughputMilliampMilliseconds;
                    Assert.Equal(_booked[index], booked);
                }

                Assert.True(_simulator.Bank.VoltageMillivolts >= 0);
                Assert.InRange(_simulator.NextEventMilliseconds - _simulator.NowMilliseconds, 0, 1000);
            }

            public void SetRight()
            {
                _simulator.SetCurrent(0);
                for (int index = 0; index < Batteries; index++)
                {
                    BatteryModule battery = _simulator.Bank.ModuleAt(index);
                    battery.DipSwitch.Set(Bms.Stack.BankRules.AddressOf(_simulator.Bank.Profile, index));
                    battery.Reply = ReplyKind.Normal;
                    SetTemperature(battery, 250);
                    _simulator.SetInverterCable(index, index == 0);
                    if (index < Batteries - 1)
                    {
                        _simulator.Bank.Wiring.SetLink(index, true);
                    }

                    _simulator.ReleaseReset(index);
                    _simulator.SetBreaker(index, false);
                }

                // Powersync forgets its address after 20 s without breaker; then breakers, RST to wake, RST for 6 s to restart, and charge.
                _simulator.Advance(25_000);
                for (int index = 0; index < Batteries; index++)
                {
                    _simulator.SetBreaker(index, true);
                }

                _simulator.PressReset(0);
                _simulator.ReleaseReset(0);
                _simulator.Advance(10_000);
                for (int index = 0; index < Batteries; index++)
                {
                    _simulator.PressReset(index);
                }

                _simulator.Advance(6_000);
                for (int index = 0; index < Batteries; index++)
                {
                    _simulator.ReleaseReset(index);
                }

                _simulator.SetCurrent(5_000);
                _simulator.Advance(60_000);
            }

            public bool SpeaksWithAll() => _simulator.NowMilliseconds - _spokeMilliseconds < 1100 && _modulesOnWire == Batteries;

            private void SetLink(BankEvent happening, bool isPlugged)
            {
                Change(() => _simulator.Bank.Wiring.SetLink(Math.Min(happening.Battery, Batteries - 2), isPlugged));
            }

            private void SetInverter(BankEvent happening, bool isPlugged)
            {
                Change(() => _simulator.SetInverterCable(happening.Battery, isPlugged));
            }

            private static void SetTemperature(BatteryModule battery, int decidegrees)
            {
                battery.AmbientDecidegrees = decidegrees;
                battery.SetTemperature(decidegrees);
            }

            // What a person sets is no charge that went missing: the books start anew.
            private void Change(Action change)
            {
                change();
                _simulator.Refresh();
                Book();
            }

            private void Book()
            {
                for (int index = 0; index < Batteries; index++)
                {
                    BatteryModule battery = _simulator.Bank.ModuleAt(index);
                    _booked[index] = battery.ChargeMilliampMilliseconds + battery.LostMilliampMilliseconds - battery.ThroughputMilliampMilliseconds;
                }
            }
        }
    }
}
