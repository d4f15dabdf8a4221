using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using BatterySim.Bms.Can;
using BatterySim.Bms.Faults;
using BatterySim.Bms.Instrument;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Stack;
using BatterySim.Host.Protocol;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scpi;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Scenarios.Observing
{
    /// <summary>Prints the table of docs/signals.md: every signal that the bank sends, and what it is called where.</summary>
    /// <remarks>
    /// Names, units and places come from the message catalogue. Which FAULt:VALue header moves a signal is found by replacing that value in
    /// a report, and looking at what changed in the frames that the bank makes of it.
    /// </remarks>
    public static class SignalManual
    {
        /// <summary>Stands before what is printed.</summary>
        public const string Heading = "<!-- Printed from the message catalogue and the tables of settings and observables. -->";

        private const int Replacement = 1;

        /// <summary>The table, behind <see cref="Heading"/>.</summary>
        public static string Print()
        {
            var text = new StringBuilder();
            text.Append("| signal | unit | frame, bytes | dialects | SCPI header that replaces it | scenario keys | CSV column |\n");
            text.Append("| --- | --- | --- | --- | --- | --- | --- |\n");
            Dictionary<string, string> headers = Headers();
            foreach (IGrouping<(uint Id, string Name), (SignalDefinition Signal, string Dialect)> group in Sent().GroupBy(
                static one => (one.Message.Id, one.Signal.Name), static one => (one.Signal, one.Dialect)))
            {
                SignalDefinition signal = group.First().Signal;
                (uint id, string name) = group.Key;
                string frame = id.ToString("X3", CultureInfo.InvariantCulture);
                ObservableRow? row = Observables.Inverter.FirstOrDefault(row => row.Signal == name);
                ScpiKey? replaced = InstrumentKeys.Wire.FirstOrDefault(key => key.Signal == name);
                string keys = $"`frame.{frame}.{name}`" + (row == null ? "" : $", `inverter.{name}` (short: `inverter.{row.Name}`)")
                    + (replaced == null ? "" : $", `wire: {{{name}: ...}}` (short: `wire: {{{replaced.Name}: ...}}`)");
                string column = CsvRecorder.ReportColumns.Contains(name) ? $"`{name}`" : "";
                string header = headers.TryGetValue($"{frame}.{name}", out string? found) ? $"`{found}`" : "";
                text.Append(CultureInfo.InvariantCulture,
                    $"| `{name}` | {signal.Unit} | {frame}, {Place(signal)} | {string.Join(", ", group.Select(static one => one.Dialect).Distinct())} ");
                text.Append(CultureInfo.InvariantCulture, $"| {header} | {keys} | {column} |\n");
            }

            return text.ToString();
        }

        /// <summary>Every signal of every frame that a dialect of the bank sends, in the order of the table of frames.</summary>
        internal static IEnumerable<(MessageDefinition Message, SignalDefinition Signal, string Dialect)> Sent()
        {
            foreach (uint id in FrameTable.Ids)
            {
                foreach (string dialect in Dialects.Names)
                {
                    bool isSent = Dialects.Create(dialect).Order.Any(frame => frame.Id == id);
                    if (isSent && DecodeDialects.Find(dialect)?.Find(id, false) is MessageDefinition message)
                    {
                        foreach (SignalDefinition signal in message.Signals)
                        {
                            yield return (message, signal, dialect);
                        }
                    }
                }
            }
        }

        private static string Place(SignalDefinition signal)
        {
            int last = (signal.StartBit + signal.BitLength - 1) / 8;
            if (signal.BitLength % 8 != 0)
            {
                int bit = signal.StartBit % 8;
                string bits = signal.BitLength == 1 ? $"bit {bit}" : $"bits {bit}-{bit + signal.BitLength - 1}";
                return $"{signal.FirstByte} {bits}";
            }

            return last == signal.FirstByte ? $"{last}" : $"{signal.FirstByte}-{last}";
        }

        // "351.chargeVoltageLimitVolts" to the header that moves it.
        private static Dictionary<string, string> Headers()
        {
            var headers = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (SettingRow row in CommandRows.OfTwin.Where(static row => row.Pattern.StartsWith("FAULt:VALue:", StringComparison.Ordinal)))
            {
                foreach (string moved in MovedBy((ReportValue)row.Tag))
                {
                    headers.TryAdd(moved, row.Pattern);
                }
            }

            return headers;
        }

        private static HashSet<string> MovedBy(ReportValue value)
        {
            var moved = new HashSet<string>(StringComparer.Ordinal);
            var plan = new FaultPlan();
            var overrides = new ReportOverrides(plan);
            foreach (string name in Dialects.Names)
            {
                DialectSettings dialect = Dialects.Create(name);
                DecodeDialect decoder = DecodeDialects.Find(name)!;
                BankReport before = Ordinary();
                plan.ClearAll();
                plan.Set(FaultPlan.IndexOf(value), Other(value), 0, 0, long.MaxValue);
                BankReport after = overrides.Apply(before, Replacement);
                foreach (FrameDefinition frame in dialect.Order)
                {
                    AddChanged(moved, decoder.Find(frame.Id, frame.IsExtended), Bytes(frame, before, dialect), Bytes(frame, after, dialect));
                }
            }

            return moved;
        }

        private static void AddChanged(HashSet<string> moved, MessageDefinition? message, byte[] before, byte[] after)
        {
            foreach (SignalDefinition signal in message?.Signals ?? [])
            {
                for (int bit = signal.StartBit; bit < signal.StartBit + signal.BitLength; bit++)
                {
                    if (((before[bit / 8] ^ after[bit / 8]) >> (bit % 8) & 1) != 0)
                    {
                        moved.Add($"{message!.Id:X3}.{signal.Name}");
                        break;
                    }
                }
            }
        }

        private static byte[] Bytes(FrameDefinition definition, BankReport report, DialectSettings dialect)
        {
            var frame = new CanFrame();
            definition.TryWrite(report, dialect, frame);
            byte[] bytes = new byte[CanFrame.DataLengthMax];
            frame.Data.AsSpan(0, frame.Length).CopyTo(bytes);
            return bytes;
        }

        // Nothing that decides anything: every value known, and different from what takes its place.
        private static BankReport Ordinary()
        {
            return new BankReport
            {
                VoltageMillivolts = 53_000,
                CurrentMilliamps = 10_000,
                TemperatureDecidegrees = 250,
                SocPermille = 500,
                SohPermille = 990,
                CapacityMilliampereHours = 100_000,
                ModulesOnline = 4,
                ChargeVoltageLimitMillivolts = 56_000,
                ChargeCurrentLimitMilliamps = 100_000,
                DischargeCurrentLimitMilliamps = 90_000,
                DischargeVoltageLimitMillivolts = 46_000,
            };
        }

        private static int Other(ReportValue value)
        {
            return value switch
            {
                ReportValue.Protections or ReportValue.Alarms => Bms.BmsFlags.All,
                ReportValue.ModulesOnline => 9,
                ReportValue.ChargeEnable or ReportValue.DischargeEnable or ReportValue.ForceChargeBit4 or ReportValue.ForceChargeBit5
                    or ReportValue.FullCharge => 1,
                ReportValue.Soc or ReportValue.Soh => 110,
                ReportValue.Temperature => -150,
                _ => 30_000,
            };
        }
    }
}
