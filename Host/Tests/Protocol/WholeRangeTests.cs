using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Can;
using BatterySim.Bms.Faults;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Stack;
using BatterySim.Host.Protocol;
using Xunit;

namespace BatterySim.Host.Tests.Protocol
{
    /// <summary>Every raw value that a field can carry: what the encoder places there is what the catalogue reads.</summary>
    public class WholeRangeTests
    {
        /// <summary>Signal, value of the report behind it, and steps of the report in one unit of the catalogue.</summary>
        private static readonly (string Signal, ReportValue Value, int PartsPerUnit)[] Numbers =
        [
            ("chargeVoltageLimitVolts", ReportValue.ChargeVoltageLimit, 1000),
            ("chargeCurrentLimitAmps", ReportValue.ChargeCurrentLimit, 1000),
            ("dischargeCurrentLimitAmps", ReportValue.DischargeCurrentLimit, 1000),
            ("dischargeVoltageLimitVolts", ReportValue.DischargeVoltageLimit, 1000),
            ("socPercent", ReportValue.Soc, 10),
            ("sohPercent", ReportValue.Soh, 10),
            ("bankVoltageVolts", ReportValue.Voltage, 1000),
            ("bankCurrentAmps", ReportValue.Current, 1000),
            ("temperatureCelsius", ReportValue.Temperature, 10),
            ("modulesOnline", ReportValue.ModulesOnline, 1),
            ("capacityAmpereHours", ReportValue.Capacity, 1000),
        ];

        public static TheoryData<string> DialectNames => [.. Dialects.Names];

        [Theory]
        [MemberData(nameof(DialectNames))]
        public void EveryRawValue_OfEveryNumber_IsReadAsItWasMeant(string dialect)
        {
            var seen = new HashSet<string>();
            DialectSettings settings = Dialects.Create(dialect);
            foreach (FrameDefinition frame in settings.Order)
            {
                MessageDefinition message = DecodeDialects.Find(dialect)!.Find(frame.Id, frame.IsExtended)!;
                foreach (SignalDefinition signal in message.Signals)
                {
                    foreach ((string name, ReportValue value, int parts) in Numbers.Where(one => one.Signal == signal.Name))
                    {
                        Sweep(settings, frame, CompiledSignal.Compile(message, name, parts), signal, (value, parts));
                        seen.Add(name);
                    }
                }
            }

            // A dialect leaves out what its frames do not carry; the first four frames are in all of them.
            Assert.Superset(Numbers.Take(9).Select(static one => one.Signal).ToHashSet(), seen);
        }

        private static void Sweep(
            DialectSettings settings, FrameDefinition frame, CompiledSignal reader, SignalDefinition signal, (ReportValue Value, int Parts) number)
        {
            // The encoder's range is symmetric, so that both signs of the current go as far; the lowest raw value is never sent.
            int last = (1 << (signal.IsSigned ? signal.BitLength - 1 : signal.BitLength)) - 1;
            int first = signal.IsSigned ? -last : 0;
            int step = (int)(Math.Abs(signal.Scale) * number.Parts);
            var plan = new FaultPlan();
            var overrides = new ReportOverrides(plan);
            var report = new BankReport
            {
                VoltageMillivolts = 53_000,
                CurrentMilliamps = 0,
                TemperatureDecidegrees = 250,
                SocPermille = 500,
                SohPermille = 990,
                CapacityMilliampereHours = 100_000,
                ModulesOnline = 4,
                ChargeVoltageLimitMillivolts = 56_000,
                ChargeCurrentLimitMilliamps = 0,
                DischargeCurrentLimitMilliamps = 0,
                DischargeVoltageLimitMillivolts = 46_000,
            };
            var sent = new CanFrame();
            for (int raw = first; raw <= last; raw++)
            {
                int wanted = raw * step;
                plan.Set(FaultPlan.IndexOf(number.Value), wanted, 0, 0, long.MaxValue);
                Assert.True(frame.TryEncode(overrides.Apply(report, 1), settings, sent));
                int read = reader.Read(CompiledSignal.WordOf(sent));
                if (read != wanted)
                {
                    Assert.Fail($"{settings.Name} {frame.Name}.{signal.Name}: {wanted} was ordered, {read} is read");
                }
            }
        }
    }
}
