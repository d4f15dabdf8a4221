using System.Collections.Generic;
using System.Linq;
using System.Text;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Scenarios.Compiling;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Scenarios.Language
{
    /// <summary>The part of docs/scenarios.md that lists every key, printed from the tables of reader and schema.</summary>
    public static class ScenarioManual
    {
        /// <summary>First line of the part.</summary>
        public const string Begin = "<!-- keys: printed by 'dotnet run --project Host/Verification/Bench -- scenario-doc'; a test keeps it so -->";

        /// <summary>Last line of the part.</summary>
        public const string End = "<!-- end of keys -->";

        /// <summary>The part, from its first line to its last.</summary>
        public static string Print()
        {
            StringBuilder page = new();
            page.Append(Begin).Append("\n\n");
            Table(page, "The bank, under `bank`",
            [
                ("profile", SetupReader.ProfileForm, ProfileCatalogue.DefaultName, "Product; also a file of your own that ends in .yaml."),
                ("batteries", SetupReader.BatteriesForm, $"{TwinOptions.DefaultBatteries}", "Batteries, master included."),
                ("followers", SetupReader.FollowersForm, $"{TwinOptions.DefaultBatteries - 1}", "The same without the master; give one of the two."),
                ("start", SetupReader.StartForm, "awake", "Whether the bank runs at the beginning or waits for RST."),
                ("spread", SetupReader.SpreadForm, "0 %", "How far the SOC of the cells lies apart: one value from the first cell to the last, or a list of one each; in every battery."),
            ]);
            Table(page, "What is done to the bank, under `bank` of a step", InstrumentKeys.Bank);
            Table(page, "A battery, under `battery N` of a step; `bank` takes those that are a state", InstrumentKeys.Battery);
            Table(page, "The dialect, under `dialect`", InstrumentKeys.Dialect);
            Table(page, "Policies, under `policy`", InstrumentKeys.Policy);
            Table(page, "Values on the wire, under `wire`", InstrumentKeys.Wire);
            Table(page, "A frame, under `frame ID`", InstrumentKeys.Frame);
            Table(page, "The cable, under `cable`", InstrumentKeys.Cable);
            Table(page, "Gauges that lie for a time, under `gauge`", InstrumentKeys.Gauge);
            Table(page, "The inverter, under `inverter`", InverterKeys.Settings);
            Table(page, "What is done to the inverter, under `inverter` of a step", InverterKeys.Hand);
            Table(page, "What only some inverters do, under `quirks` of `inverter`", InverterKeys.Quirks);
            Observed(page, "inverter", Observables.Inverter);
            Observed(page, "bank", Observables.Bank);
            Observed(page, "battery.N", Observables.Battery);
            Observed(page, "frame.ID", Observables.Frame);
            Observed(page, "reply", Observables.Reply);
            Observed(page, "bus", Observables.Bus);
            return page.Append(End).Append('\n').ToString();
        }

        private static void Table(StringBuilder page, string title, IReadOnlyList<ScpiKey> keys) =>
            Table(page, title, keys.Select(static key => (Both(key.Name, key.Signal), key.Form, key.Default, key.Help)));

        private static void Table(StringBuilder page, string title, IReadOnlyList<InverterKey> keys) =>
            Table(page, title, keys.Select(static key => (key.Name, key.Form, key.Default, key.Help)));

        private static void Table(StringBuilder page, string title, IEnumerable<(string Name, ValueForm Form, string Default, string Help)> rows)
        {
            page.Append("### ").Append(title).Append("\n\n| key | value | default | meaning |\n| --- | --- | --- | --- |\n");
            foreach ((string name, ValueForm form, string standard, string help) in rows)
            {
                page.Append("| `").Append(name).Append("` | ").AppendJoin(" | ", Cell(form.Expected), Cell(standard), Cell(help)).Append(" |\n");
            }

            page.Append('\n');
        }

        private static void Observed(StringBuilder page, string family, IReadOnlyList<ObservableRow> rows)
        {
            page.Append("### What can be looked at: `").Append(family).Append("`\n\n| name | is | meaning |\n| --- | --- | --- |\n");
            foreach (ObservableRow row in rows)
            {
                page.Append("| `").Append(Both(row.Name, row.Signal)).Append("` | ")
                    .Append(Cell(row.Kind.Description)).Append(" | ").Append(Cell(row.Help)).Append(" |\n");
            }

            page.Append('\n');
        }

        // Between the quotes of a cell: the signal as the message catalogue has it, then the short name.
        private static string Both(string name, string? signal) => signal is null ? name : $"{signal}`, short `{name}";

        private static string Cell(string text) => text.Replace("|", "\\|", System.StringComparison.Ordinal);
    }
}
