using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Stack;

namespace BatterySim.Host.Cli.View
{
    /// <summary>Every battery of the bank, in as many columns and as much detail as the room allows.</summary>
    internal static class BatteryLines
    {
        private const int CellGap = 2;

        private delegate TextLine Cell(BatteryBank bank, int index, bool isUnicode);

        /// <summary>What the columns mean.</summary>
        public static TextLine Head(bool isUnicode)
        {
            return new TextLine().Add("Batteries ", Palette.Title).Add($"address, switches 1.. ({(isUnicode ? '■' : '1')} on), SOC, voltage, current, temperature; M master", Palette.Label);
        }

        /// <summary>At most as many lines as there is room for, and at least one.</summary>
        public static IReadOnlyList<TextLine> Compose(BatteryBank bank, ScreenSize room, bool isUnicode)
        {
            int height = Math.Max(1, room.Height);
            foreach (Cell cell in new Cell[] { Full, Short, Brief })
            {
                TextLine[] cells = [.. Enumerable.Range(0, bank.Count).Select(index => cell(bank, index, isUnicode))];
                int width = cells.Max(static one => one.Length) + CellGap;
                int columns = Math.Max(1, (room.Width + CellGap) / width);
                int rows = (bank.Count + columns - 1) / columns;
                if (rows <= height)
                {
                    return Arrange(cells, rows, width);
                }
            }

            return Cut(bank, height, room.Width, isUnicode);
        }

        private static List<TextLine> Arrange(TextLine[] cells, int rows, int cellWidth)
        {
            List<TextLine> lines = [];
            for (int row = 0; row < rows; row++)
            {
                TextLine line = new();
                for (int index = row, column = 0; index < cells.Length; index += rows, column++)
                {
                    line.PadTo(column * cellWidth).Add(cells[index]);
                }

                lines.Add(line);
            }

            return lines;
        }

        // Not even the shortest form fits: the first batteries, and how many are left out.
        private static List<TextLine> Cut(BatteryBank bank, int height, int screenWidth, bool isUnicode)
        {
            int columns = Math.Max(1, (screenWidth + CellGap) / (Brief(bank, 0, isUnicode).Length + CellGap));
            int shown = Math.Min(bank.Count, columns * (height - 1));
            TextLine[] cells = [.. Enumerable.Range(0, shown).Select(index => Brief(bank, index, isUnicode))];
            List<TextLine> lines = shown == 0 ? [] : Arrange(cells, height - 1, cells.Max(static one => one.Length) + CellGap);
            lines.Add(new TextLine().Add($"          and {bank.Count - shown} more batteries; a taller window shows them", Palette.Label));
            return lines;
        }

        private static TextLine Full(BatteryBank bank, int index, bool isUnicode)
        {
            BatteryModule module = bank.ModuleAt(index);
            return Start(index, module).Add(Switches(module.DipSwitch, isUnicode)).Add(" ").Add(SocBar.Compose(module.SocPermille, 5, isUnicode))
                .Add($" {Figures.FromDeci(module.SocPermille),5} % {Volts(module),5} V {Amperes(module),6} A {Figures.FromDeci(module.TemperatureDecidegrees),5} C");
        }

        private static TextLine Short(BatteryBank bank, int index, bool isUnicode)
        {
            BatteryModule module = bank.ModuleAt(index);
            return Start(index, module).Add(SocBar.Compose(module.SocPermille, 4, isUnicode))
                .Add($" {Figures.FromDeci(module.SocPermille),5} % {Amperes(module),6} A");
        }

        private static TextLine Brief(BatteryBank bank, int index, bool _)
        {
            BatteryModule module = bank.ModuleAt(index);
            return Start(index, module).Add($"{Figures.FromDeci(module.SocPermille),5}%");
        }

        private static TextLine Start(int index, BatteryModule module)
        {
            return new TextLine().Add(index == 0 ? "M" : " ", Palette.Title).Add($"#{module.Address,-2} ", Palette.Strong);
        }

        private static string Switches(DipSwitch dipSwitch, bool isUnicode)
        {
            StringBuilder picture = new();
            for (int number = 1; number <= dipSwitch.SwitchCount; number++)
            {
                picture.Append(dipSwitch.IsOn(number) ? (isUnicode ? '■' : '1') : isUnicode ? '□' : '0');
            }

            return picture.ToString();
        }

        private static string Volts(BatteryModule module) => Figures.FromMilli(module.VoltageMillivolts, 2);

        // A battery that sleeps or is still starting measures nothing.
        private static string Amperes(BatteryModule module) => module.IsRunning ? Figures.FromMilli(module.CurrentMilliamps, 1) : "off";
    }
}
