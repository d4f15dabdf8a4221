using System.Globalization;
using System.Text;

namespace BatterySim.Host.Modbus.Map
{
    /// <summary>The tables of docs/modbus.md, from the register map and the fault bits.</summary>
    public static class ModbusManual
    {
        /// <summary>Line of docs/modbus.md behind which the printed part begins.</summary>
        public const string Mark = "<!-- Printed from the register map; edit Host/Modbus/Map instead. -->";

        private static readonly (RegisterGroup Group, string Title)[] Chapters =
        [
            (RegisterGroup.Identity, "Identity"),
            (RegisterGroup.State, "State, warnings and faults"),
            (RegisterGroup.Battery, "Battery, as the inverter measures it"),
            (RegisterGroup.Bms, "What the inverter received from the BMS"),
            (RegisterGroup.Power, "Grid, load and solar"),
            (RegisterGroup.Energy, "Energy"),
            (RegisterGroup.Setting, "Settings"),
        ];

        /// <summary>The printed part.</summary>
        public static string Print()
        {
            var text = new StringBuilder();
            foreach ((RegisterGroup group, string title) in Chapters)
            {
                text.Append("\n### ").Append(title).Append("\n\n");
                text.Append("| register | type | name | scale | meaning | provenance | shows | writable |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
                foreach (RegisterRow row in SolArkRegisters.Rows)
                {
                    if (row.Group == group)
                    {
                        text.Append(Line(row)).Append('\n');
                    }
                }
            }

            text.Append("\n### Fault bits\n\nRegisters 103 to 106, code = bit + 1.\n\n");
            text.Append("| code | bit | register | mask | name in V1.4 | name quoted from the manual |\n| --- | --- | --- | --- | --- | --- |\n");
            foreach (FaultBit bit in SolArkFaultBits.Rows)
            {
                text.Append(CultureInfo.InvariantCulture, $"| F{bit.Code:00} | {bit.Bit} | {bit.Address} | 0x{bit.Mask:X4} | {bit.DocumentName} | {bit.ManualName} |\n");
            }

            return text.ToString();
        }

        private static string Line(RegisterRow row)
        {
            string address = row.Span switch
            {
                2 => string.Create(CultureInfo.InvariantCulture, $"{row.Address}, {row.Address + 1}"),
                3 => string.Create(CultureInfo.InvariantCulture, $"{row.Address}, {row.Address + 2}"),
                _ => row.Address.ToString(CultureInfo.InvariantCulture),
            };
            string[] cells =
            [
                address,
                row.Type.ToString().ToLowerInvariant(),
                row.Name,
                Scale(row),
                row.Meaning,
                row.Provenance.ToString().ToLowerInvariant(),
                row.Observable.Length > 0 ? $"`inverter.{row.Observable}`" : "",
                row.Write != null ? "yes" : "",
            ];
            return $"| {string.Join(" | ", cells)} |".Replace("|  |", "| |", System.StringComparison.Ordinal);
        }

        private static string Scale(RegisterRow row)
        {
            if (!row.IsQuantity)
            {
                return "";
            }

            string scale = (row.ThousandthsPerCount / 1000m).ToString("0.###", CultureInfo.InvariantCulture) + (row.Unit.Length > 0 ? " " + row.Unit : "");
            return row.Offset == 0 ? scale : string.Create(CultureInfo.InvariantCulture, $"{scale}, {row.Offset} is 0");
        }
    }
}
