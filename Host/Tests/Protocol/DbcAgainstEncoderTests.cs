using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Stack;
using BatterySim.Host.Protocol;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace BatterySim.Host.Tests.Protocol
{
    /// <summary>The wire is stated twice, by the encoder and by the DBC; for any report whatever both must say the same.</summary>
    public class DbcAgainstEncoderTests
    {
        private static readonly Dictionary<string, DbcFile> Files =
            Dialects.Names.ToDictionary(name => name, name => DbcFile.Parse(DbcWriter.Write(DecodeDialects.Find(name)!)));

        private static readonly (int Flag, string Protection, string Alarm)[] AlarmSignals =
        [
            (BmsFlags.OverVoltage, "overVoltageProtection", "highVoltageAlarm"),
            (BmsFlags.UnderVoltage, "underVoltageProtection", "lowVoltageAlarm"),
            (BmsFlags.OverTemperature, "overTemperatureProtection", "highTemperatureAlarm"),
            (BmsFlags.UnderTemperature, "underTemperatureProtection", "lowTemperatureAlarm"),
            (BmsFlags.DischargeOverCurrent, "dischargeOverCurrentProtection", "dischargeHighCurrentAlarm"),
            (BmsFlags.ChargeOverCurrent, "chargeOverCurrentProtection", "chargeHighCurrentAlarm"),
            (BmsFlags.System, "systemErrorProtection", "internalCommunicationAlarm"),
        ];

        private static readonly (int Flag, string Condition)[] VictronSignals =
        [
            (BmsFlags.OverVoltage, "highVoltage"),
            (BmsFlags.UnderVoltage, "lowVoltage"),
            (BmsFlags.OverTemperature, "highTemperature"),
            (BmsFlags.UnderTemperature, "lowTemperature"),
            (BmsFlags.DischargeOverCurrent, "highDischargeCurrent"),
            (BmsFlags.ChargeOverCurrent, "highChargeCurrent"),
            (BmsFlags.System, "internalFailure"),
        ];

        [Theory]
        [InlineData("sol-ark")]
        [InlineData("sol-ark-v1.3")]
        [InlineData("pylontech")]
        [InlineData("pylontech-v1.3")]
        [InlineData("deye")]
        public void Encode_AnyReport_SaysThroughTheDbcTheValuesClampedToTheirFields(string dialect)
        {
            DialectSettings settings = Dialects.Create(dialect);
            Prop.ForAll(Reports().ToArbitrary(), bank =>
            {
                var frame = new CanFrame();
                foreach (FrameDefinition definition in settings.Order)
                {
                    uint id = definition.Id;
                    bool isSent = definition.TryEncode(bank, settings, frame);
                    Assert.Equal(!IsAnyUnknown(id, bank), isSent);
                    if (isSent)
                    {
                        Assert.Equal(Files[dialect].Messages[id].Length, frame.Length);
                        Check(Files[dialect], dialect, frame, bank);
                    }
                }
            }).QuickCheckThrowOnFailure();
        }

        // What the bank itself reports lies in the range that the DBC declares, whatever its batteries say.
        [Theory]
        [InlineData("sol-ark")]
        [InlineData("sol-ark-v1.3")]
        [InlineData("pylontech")]
        [InlineData("pylontech-v1.3")]
        [InlineData("deye")]
        public void Encode_ReportOfTheBank_StaysInTheDeclaredRanges(string dialect)
        {
            DialectSettings settings = Dialects.Create(dialect);
            Prop.ForAll(Reports().ToArbitrary(), bank =>
            {
                bank.ApplyProtocolBounds();
                var frame = new CanFrame();
                foreach (FrameDefinition definition in settings.Order.Where(definition => definition.TryEncode(bank, settings, frame)))
                {
                    foreach ((string name, DbcSignal declared) in Files[dialect].Messages[definition.Id].Signals)
                    {
                        if (declared.Minimum != declared.Maximum)
                        {
                            Assert.InRange(Files[dialect].Decode(frame, name), declared.Minimum, declared.Maximum);
                        }
                    }
                }
            }).QuickCheckThrowOnFailure();
        }

        // The table of the protocol, value by value: nothing but the frame of an unknown value is withheld.
        [Theory]
        [InlineData(nameof(BankReport.ChargeVoltageLimitMillivolts), new uint[] { 0x351 })]
        [InlineData(nameof(BankReport.ChargeCurrentLimitMilliamps), new uint[] { 0x351, 0x35C })]
        [InlineData(nameof(BankReport.DischargeCurrentLimitMilliamps), new uint[] { 0x351, 0x35C })]
        [InlineData(nameof(BankReport.DischargeVoltageLimitMillivolts), new uint[] { 0x351 })]
        [InlineData(nameof(BankReport.SocPermille), new uint[] { 0x355 })]
        [InlineData(nameof(BankReport.SohPermille), new uint[] { 0x355 })]
        [InlineData(nameof(BankReport.VoltageMillivolts), new uint[] { 0x356 })]
        [InlineData(nameof(BankReport.CurrentMilliamps), new uint[] { 0x356 })]
        [InlineData(nameof(BankReport.TemperatureDecidegrees), new uint[] { 0x356 })]
        [InlineData(nameof(BankReport.ModulesOnline), new uint[] { 0x359, 0x35A })]
        [InlineData(nameof(BankReport.CapacityMilliampereHours), new uint[] { 0x35F, 0x379 })]
        public void Encode_OneValueUnknown_WithholdsTheFramesThatCarryIt(string field, uint[] withheld)
        {
            var bank = new BankReport();
            foreach (System.Reflection.FieldInfo any in typeof(BankReport).GetFields().Where(any => any.FieldType == typeof(int) && !any.IsLiteral))
            {
                any.SetValue(bank, any.Name == field ? BankReport.Unknown : 1);
            }

            foreach (uint id in new uint[] { 0x351, 0x355, 0x356, 0x359, 0x35A, 0x35C, 0x35E, 0x35F, 0x379 })
            {
                Assert.Equal(!withheld.Contains(id), FrameTable.Find(id).TryEncode(bank, Dialects.Create("sol-ark"), new CanFrame()));
            }
        }

        // To the nearest percent; 100 only when full and 0 only when empty.
        private static decimal SocOf(int permille)
        {
            decimal nearest = Math.Round(permille / 10m, MidpointRounding.AwayFromZero);
            return permille is > 0 and < 10 ? 1m : permille is > 990 and < 1000 ? 99m : nearest;
        }

        // Expectations are the table of the protocol in physical units: range of the field, and half a step where the wire rounds.
        private static void Check(DbcFile dbc, string dialect, CanFrame frame, BankReport bank)
        {
            decimal voltStep = dialect == "sol-ark-v1.3" ? 0.1m : 0.01m;
            switch (frame.Id)
            {
                case 0x351:
                    Near(dbc, frame, "chargeVoltageLimitVolts", bank.ChargeVoltageLimitMillivolts / 1000m, 0m, 6553.5m, 0.1m);
                    Near(dbc, frame, "chargeCurrentLimitAmps", bank.ChargeCurrentLimitMilliamps / 1000m, -3276.7m, 3276.7m, 0.1m);
                    Near(dbc, frame, "dischargeCurrentLimitAmps", bank.DischargeCurrentLimitMilliamps / 1000m, -3276.7m, 3276.7m, 0.1m);
                    Near(dbc, frame, "dischargeVoltageLimitVolts", bank.DischargeVoltageLimitMillivolts / 1000m, 0m, 6553.5m, 0.1m);
                    break;
                case 0x355:
                    Near(dbc, frame, "socPercent", SocOf(bank.SocPermille), 0m, 65535m, 0m);
                    Near(dbc, frame, "sohPercent", Math.Truncate(bank.SohPermille / 10m), 0m, 65535m, 0m);
                    if (dialect == "pylontech-v1.3")
                    {
                        Near(dbc, frame, "socFinePercent", bank.SocPermille / 10m, 0m, 655.35m, 0.01m);
                    }

                    break;
                case 0x356:
                    Near(dbc, frame, "bankVoltageVolts", bank.VoltageMillivolts / 1000m, -32767m * voltStep, 32767m * voltStep, voltStep);
                    Near(dbc, frame, "bankCurrentAmps", bank.CurrentMilliamps / 1000m, -3276.7m, 3276.7m, 0.1m);
                    Near(dbc, frame, "temperatureCelsius", bank.TemperatureDecidegrees / 10m, -3276.7m, 3276.7m, 0.1m);
                    break;
                case 0x359:
                    Near(dbc, frame, "modulesOnline", bank.ModulesOnline, 0m, 255m, 0m);
                    Assert.Equal(('N' * 256m) + 'P', dbc.Decode(frame, "manufacturerMark"));
                    Assert.All(AlarmSignals, row => Assert.Equal(Bit(bank.Protections, row.Flag), dbc.Decode(frame, row.Protection)));
                    Assert.All(AlarmSignals, row => Assert.Equal(Bit(bank.Alarms, row.Flag), dbc.Decode(frame, row.Alarm)));
                    break;
                case 0x35A:
                    Assert.All(VictronSignals, row => Assert.Equal(Bit(bank.Protections, row.Flag), dbc.Decode(frame, row.Condition + "Alarm")));
                    Assert.All(VictronSignals, row => Assert.Equal(Bit(bank.Alarms, row.Flag), dbc.Decode(frame, row.Condition + "Warning")));
                    break;
                case 0x35C:
                    Assert.Equal(bank.ChargeEnabled ? 1m : 0m, dbc.Decode(frame, "chargeEnable"));
                    Assert.Equal(bank.DischargeEnabled ? 1m : 0m, dbc.Decode(frame, "dischargeEnable"));
                    Assert.Equal(bank.ForceChargeBit5 ? 1m : 0m, dbc.Decode(frame, "forceChargeBit5"));
                    Assert.Equal(bank.ForceChargeBit4 ? 1m : 0m, dbc.Decode(frame, "forceChargeBit4"));
                    Assert.Equal(bank.FullChargeRequested ? 1m : 0m, dbc.Decode(frame, "fullChargeRequest"));
                    break;
                case 0x35E:
                    Assert.Equal(NameAsNumber(dialect, bank), dbc.Decode(frame, "manufacturerName"));
                    break;
                case 0x35F:
                    Assert.Equal(('I' * 256m) + 'L', dbc.Decode(frame, "typeCode"));
                    Near(dbc, frame, "capacityAmpereHours", bank.CapacityMilliampereHours / 1000m, 0m, 65535m, 1m);
                    break;
                case 0x379:
                    Near(dbc, frame, "capacityAmpereHours", bank.CapacityMilliampereHours / 1000m, 0m, 65535m, 1m);
                    break;
                default:
                    Assert.Fail($"Frame {frame.Id:X3} has no expectation.");
                    break;
            }
        }

        private static void Near(DbcFile dbc, CanFrame frame, string signal, decimal wanted, decimal minimum, decimal maximum, decimal step)
        {
            decimal clamped = Math.Clamp(wanted, minimum, maximum);
            Assert.InRange(dbc.Decode(frame, signal), clamped - (step / 2), clamped + (step / 2));
        }

        private static decimal Bit(int flags, int flag) => (flags & flag) != 0 ? 1m : 0m;

        private static decimal NameAsNumber(string dialect, BankReport bank)
        {
            string own = Dialects.Create(dialect).ManufacturerName;
            string name = (own.Length > 0 ? own : bank.ManufacturerName).PadRight(8)[..8];
            return name.Reverse().Aggregate(0m, (number, character) => (number * 256) + (character is >= ' ' and <= '~' ? character : '?'));
        }

        private static bool IsAnyUnknown(uint id, BankReport bank)
        {
            int[] values = id switch
            {
                0x351 =>
                [
                    bank.ChargeVoltageLimitMillivolts, bank.ChargeCurrentLimitMilliamps,
                    bank.DischargeCurrentLimitMilliamps, bank.DischargeVoltageLimitMillivolts,
                ],
                0x355 => [bank.SocPermille, bank.SohPermille],
                0x356 => [bank.VoltageMillivolts, bank.CurrentMilliamps, bank.TemperatureDecidegrees],
                0x359 or 0x35A => [bank.ModulesOnline],
                0x35C => [bank.ChargeCurrentLimitMilliamps, bank.DischargeCurrentLimitMilliamps],
                0x35F or 0x379 => [bank.CapacityMilliampereHours],
                _ => [],
            };
            return values.Contains(BankReport.Unknown);
        }

        // Sensible values, every int, the edges of the wire's fields, and unknown.
        private static Gen<int> Values()
        {
            Gen<int> anything = from high in Gen.Choose(0, 0xFFFF) from low in Gen.Choose(0, 0xFFFF) select (high << 16) | low;
            return Gen.Frequency(
                (4, Gen.Choose(-100_000, 100_000)),
                (3, Gen.Choose(0, 1200)),
                (4, anything),
                (2, Gen.Elements(0, 1, -1, 49, 50, -50, 999, 1000, 1001, 327_670, 327_675, 3_276_700, 3_276_750, -3_276_750, 6_553_549, 6_553_550)),
                (2, Gen.Elements(int.MaxValue, int.MinValue + 1, 65_535_499, 65_535_500, 255, 256)),
                (1, Gen.Constant(BankReport.Unknown)));
        }

        private static Gen<BankReport> Reports()
        {
            return from values in Values().ArrayOf(11)
                   from flags in Gen.Choose(0, BmsFlags.All).ArrayOf(2)
                   from requests in Gen.Choose(0, 31)
                   from name in ArbMap.Default.GeneratorFor<NonNull<string>>()
                   select new BankReport
                   {
                       ChargeVoltageLimitMillivolts = values[0],
                       ChargeCurrentLimitMilliamps = values[1],
                       DischargeCurrentLimitMilliamps = values[2],
                       DischargeVoltageLimitMillivolts = values[3],
                       SocPermille = values[4],
                       SohPermille = values[5],
                       VoltageMillivolts = values[6],
                       CurrentMilliamps = values[7],
                       TemperatureDecidegrees = values[8],
                       ModulesOnline = values[9],
                       CapacityMilliampereHours = values[10],
                       Protections = flags[0],
                       Alarms = flags[1],
                       ChargeEnabled = (requests & 1) != 0,
                       DischargeEnabled = (requests & 2) != 0,
                       ForceChargeBit5 = (requests & 4) != 0,
                       ForceChargeBit4 = (requests & 8) != 0,
                       FullChargeRequested = (requests & 16) != 0,
                       ManufacturerName = name.Get,
                   };
        }
    }
}
