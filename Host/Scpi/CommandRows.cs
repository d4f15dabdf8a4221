using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Instrument;

namespace BatterySim.Host.Scpi
{
    /// <summary>The rows of the command table as objects, for what is printed or derived from it.</summary>
    public static class CommandRows
    {
        /// <summary>Every row in the order of the manual, those of a board last.</summary>
        public static IReadOnlyList<SettingRow> All { get; } = Read();

        /// <summary>The rows that a twin has.</summary>
        public static IReadOnlyList<SettingRow> OfTwin { get; } = Read(CommandTable.BoardSection);

        /// <summary>The row of a header as the table writes it.</summary>
        /// <exception cref="KeyNotFoundException">There is no such row.</exception>
        public static SettingRow Find(string pattern) =>
            All.FirstOrDefault(row => row.Pattern == pattern) ?? throw new KeyNotFoundException($"The command table has no '{pattern}'.");

        /// <summary>Every row, read from the table anew.</summary>
        public static IReadOnlyList<SettingRow> Read() => Read(CommandTable.SectionCount);

        private static List<SettingRow> Read(int sections)
        {
            var rows = new List<SettingRow>();
            for (int section = 0; section < sections; section++)
            {
                var row = new SettingRow();
                for (int place = 0; CommandTable.Fill(section, place, row); place++)
                {
                    rows.Add(row);
                    row = new SettingRow();
                }
            }

            return rows;
        }
    }
}
