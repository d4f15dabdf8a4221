using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Host.Inverter;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scenarios.Language.Source;
using BatterySim.Host.Scenarios.Plans;
using BatterySim.Host.Scenarios.Running;
using BatterySim.Host.Twin;
using Xunit;

namespace BatterySim.Host.Tests.Scenarios.Language
{
    /// <summary>Every readable key stands for something that there is.</summary>
    public class KeyTableTests
    {
        private static readonly string[] Samples =
        [
            "on", "100 ms", "50 %", "52 V", "10 A", "1 kW", "25 CEL", "100 Ah", "1", "normal", "pylontech", "broadcast", "sol-ark", "padded", "centivolt", "charge", "sum",
            "weighted", "any", "mean", "skip", "plugged", "12K", "percent", "both", "weakest", "0102", "ten", "2 mOhm",
        ];

        public static TheoryData<string, string> ScpiKeys { get; } = AllScpiKeys();

        [Theory]
        [MemberData(nameof(ScpiKeys))]
        public void ScpiKey_ItsCommand_IsTakenByTheInstrument(string table, string name)
        {
            ScpiKey key = InstrumentKeys.Find(Tables()[table], name)!;
            string value = ValueOf(key);
            var faults = new DiagnosticList();
            SourceNode node = value.Contains(',', StringComparison.Ordinal)
                ? new SourceList(default, [.. value.Split(',').Select(part => new SourceScalar(default, part))])
                : new SourceScalar(default, value);
            string line = key.ToLine(new SourceEntry(name, default, node), table == "frame" ? "351" : "1", faults)!;
            using var stand = new VirtualStand();
            stand.SetUp(new SetupPlan { Batteries = 2, HasInverter = name != "current" }, 1, default);

            Assert.Null(stand.Execute(line));
        }

        [Fact]
        public void InverterKeys_EachOfThem_ChangesASetting()
        {
            foreach (InverterKey key in (IEnumerable<InverterKey>)[.. InverterKeys.Settings, .. InverterKeys.Quirks])
            {
                string[] values = [.. Samples.Concat(["off", "8K", "volts", "4", "5", "decivolt", "discharge", "0 V", "7 A", "3 W", "7 h", "61 %", "7 Ah", "9 s", "2", "200 %", "300 %", "5 V"])];
                HashSet<string> seen = [];
                foreach (string value in values)
                {
                    if (key.Form.Read(value, out FormValue read) == null)
                    {
                        var settings = new InverterSettings();
                        key.Set!(settings, read);
                        seen.Add(Describe(settings));
                    }
                }

                Assert.True(seen.Count > 1, $"{key.Name} changes nothing");
            }
        }

        [Fact]
        public void InverterKeys_TheirNames_AreUnique()
        {
            string[] names = [.. InverterKeys.Settings.Concat(InverterKeys.Hand).Select(key => key.Name)];

            Assert.Equal(names.Length, names.Distinct().Count());
        }

        [Fact]
        public void SkipToRunning_AnAsleepBank_SpeaksAtOnceWithItsSwitchesRead()
        {
            var options = new TwinOptions();
            options.Bank.BatteryCount = 2;
            options.Bank.StartsAwake = false;
            var twin = new TwinSession(options);
            twin.Simulator.Execute("MOD2:DIP 2");
            twin.Simulator.SkipToRunning();
            twin.AdvanceTo(100);
            Simulator bank = twin.Simulator;

            Assert.Equal(2, bank.Bank.ModuleAt(1).Address);
            Assert.Equal(2, bank.Report.ModulesOnline);
            Assert.True(twin.Bus.FrameCount > 0);
        }

        private static string Describe(InverterSettings settings)
        {
            return Properties(settings) + Properties(settings.Quirks);
        }

        private static string Properties(object target)
        {
            return string.Join(';', target.GetType().GetProperties().Select(property => property.GetValue(target)));
        }

        private static Dictionary<string, IReadOnlyList<ScpiKey>> Tables()
        {
            return new Dictionary<string, IReadOnlyList<ScpiKey>>
            {
                ["battery"] = InstrumentKeys.Battery,
                ["bank"] = InstrumentKeys.Bank,
                ["dialect"] = InstrumentKeys.Dialect,
                ["policy"] = InstrumentKeys.Policy,
                ["wire"] = InstrumentKeys.Wire,
                ["frame"] = InstrumentKeys.Frame,
                ["cable"] = InstrumentKeys.Cable,
                ["gauge"] = InstrumentKeys.Gauge,
            };
        }

        private static TheoryData<string, string> AllScpiKeys()
        {
            var data = new TheoryData<string, string>();
            foreach ((string table, IReadOnlyList<ScpiKey> keys) in Tables())
            {
                foreach (ScpiKey key in keys)
                {
                    data.Add(table, key.Name);
                }
            }

            return data;
        }

        private static string ValueOf(ScpiKey key)
        {
            return key.Name switch
            {
                "corrupt" => "1,32",
                "bytes" => "0102",
                "period" => "1 s",
                "gauge" => "voltage",
                "ports" => "same",
                "soc-rounding" => "down",
                "full-cvl" => "ramp",
                "burst" or "bus-off" => "5 %,20",
                "error" => "5 %,1",
                _ => Samples.First(sample => key.Form.Read(sample, out _) == null),
            };
        }
    }
}
