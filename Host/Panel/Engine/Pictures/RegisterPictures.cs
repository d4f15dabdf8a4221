using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using BatterySim.Host.Modbus.Map;
using BatterySim.Host.Modbus.Observing;
using BatterySim.Host.Panel.Contract;

namespace BatterySim.Host.Panel.Engine.Pictures
{
    /// <summary>A real inverter as its registers show it, in the place of the virtual one.</summary>
    /// <param name="observer">Polls it on a thread of its own; found already.</param>
    public sealed class RegisterPictures(InverterObserver observer)
    {
        private const int Milli = 1000;
        private const int Deci = 10;

        // 318 has no published direction; 322 and 323 no published layout.
        private static readonly (int Address, string Name, int Resolution, Func<BankPicture, int> Actual, int PerUnit)[] Compared =
        [
            (316, "SOC", 1000, static bank => bank.SocPermille, Deci),
            (317, "Voltage", 100, static bank => bank.VoltageMillivolts, Milli),
            (319, "Temperature", 1000, static bank => bank.TemperatureDecidegrees, Deci),
            (312, "CVL", 100, static bank => bank.ChargeVoltageLimitMillivolts, Milli),
            (314, "CCL", 1000, static bank => bank.ChargeCurrentLimitMilliamps, Milli),
            (315, "DCL", 1000, static bank => bank.DischargeCurrentLimitMilliamps, Milli),
            (313, "DVL", 100, static bank => bank.DischargeVoltageLimitMillivolts, Milli),
        ];

        private static readonly RegisterRow[] Polled = [.. SolArkRegisters.Rows.Where(static row => InverterObserver.Polls(row.Address))];

        private InverterReading? _seen;
        private IReadOnlyList<RegisterPicture> _registers = [];
        private IReadOnlyList<SettingPicture>? _settings;

        /// <summary>What was polled last.</summary>
        /// <param name="bank">The bank, to compare with.</param>
        public InverterPicture Of(BankPicture bank)
        {
            ArgumentNullException.ThrowIfNull(bank);
            InverterReading reading = observer.Last!;
            if (reading != _seen)
            {
                _seen = reading;
                _registers = [.. Polled.Select(row => new RegisterPicture(row.Address, row.Name, reading.Text(row.Address)))];
            }

            long age = (long)Stopwatch.GetElapsedTime(reading.EndTicks).TotalMilliseconds;
            string failure = observer.LastError is { Length: > 0 } error ? $"; not read since then: {error}" : "";
            string ago = string.Create(CultureInfo.InvariantCulture, $"read {age / 1000} s ago{failure}");
            string faults = SolArkFaultBits.Describe(reading.FaultBits);
            return new InverterPicture(
                true,
                $"{reading.State}, {ago}",
                "not in a register",
                reading.FaultBits == 0 ? [] : [faults],
                BmsValues(reading, bank, age),
                _settings ??= Settings(observer.Facts!),
                _registers);
        }

        private static List<BmsValuePicture> BmsValues(InverterReading reading, BankPicture bank, long age)
        {
            // A firmware without this block has nothing but zeros there, and a battery has no CVL of 0 V.
            bool isEmpty = Compared.All(one => reading.Word(one.Address) == 0);
            var values = new List<BmsValuePicture>();
            foreach ((int address, string name, int resolution, Func<BankPicture, int> actual, int perUnit) in Compared)
            {
                string unit = SolArkRegisters.Find(address)!.Unit;
                int own = actual(bank);
                bool isKnown = own != int.MinValue;
                values.Add(new BmsValuePicture(
                    name,
                    isEmpty ? "not in its registers" : reading.Text(address),
                    isKnown ? $"{((decimal)own / perUnit).ToString("0.###", CultureInfo.InvariantCulture)} {unit}" : "unknown",
                    !isEmpty && isKnown && Math.Abs(reading.Value(address) - ((long)own * Milli / perUnit)) > resolution,
                    isEmpty ? -1 : age));
            }

            return values;
        }

        private static SettingPicture[] Settings(InverterFacts facts) =>
        [
            .. facts.Settings.Select(static pair =>
            {
                RegisterRow row = SolArkRegisters.Find(pair.Key)!;
                string meaning = string.Create(CultureInfo.InvariantCulture, $"Register {pair.Key}. {row.Meaning}").Trim();
                return new SettingPicture(row.Name, row.Format(row.Decode(_ => pair.Value)), [], "", meaning, false, false);
            }),
        ];
    }
}
