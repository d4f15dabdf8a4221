using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using BatterySim.Bms;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Stack;

namespace BatterySim.Host.Cli.View
{
    /// <summary>The batteries with their state, in as many columns as fit; a list that is longer than its room scrolls with the selection.</summary>
    internal static class BatteryLines
    {
        private const int CellGap = 2;

        // Below this there is no room for switches, temperature and cells beside the state.
        private const int FullWidth = 76;

        /// <summary>What the columns mean, and which part of a long list is shown.</summary>
        public static TextLine Head(ViewState state, bool isUnicode)
        {
            string sorted = state.Order == BatteryOrder.Place ? "" : $", {BatterySort.Word(state.Order)}";
            return new TextLine().Add("Batteries ", Palette.Title)
                .Add($"address, switches 1.. ({(isUnicode ? '■' : '1')} on), SOC, voltage, current, temperature, state; M master{sorted}", Palette.Label);
        }

        /// <summary>At most as many lines as there is room for, and at least one.</summary>
        public static IReadOnlyList<TextLine> Compose(Simulator simulator, ViewState state, ScreenSize room, bool isUnicode)
        {
            state.Select(state.Selected, simulator.Bank.Count);
            int height = Math.Max(1, room.Height);
            int[] places = BatterySort.Places(simulator.Bank, state.Order);
            TextLine[] cells = [.. places.Select(place => Cell(simulator, place, place == state.Selected, room.Width >= FullWidth, isUnicode))];
            int width = cells.Max(static one => one.Length) + CellGap;
            int columns = Math.Max(1, (room.Width + CellGap) / width);
            int rows = (cells.Length + columns - 1) / columns;
            return rows <= height ? Arrange(cells, rows, width) : Scroll(cells, Array.IndexOf(places, state.Selected), height);
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

        // The selected one stays in sight; the last line says what is above and below.
        private static List<TextLine> Scroll(TextLine[] cells, int selected, int height)
        {
            int shown = Math.Max(1, height - 1);
            int first = Math.Clamp(selected - (shown / 2), 0, cells.Length - shown);
            List<TextLine> lines = [.. cells[first..(first + shown)]];
            if (height > 1)
            {
                lines.Add(new TextLine().Add($"          {first + 1} to {first + shown} of {cells.Length} batteries; up and down scroll", Palette.Label));
            }

            return lines;
        }

        private static TextLine Cell(Simulator simulator, int place, bool isSelected, bool isFull, bool isUnicode)
        {
            BatteryBank bank = simulator.Bank;
            BatteryModule module = bank.ModuleAt(place);
            (string words, Spectre.Console.Style style) = BatteryState.Of(simulator, place);
            TextLine line = new TextLine().Add(place == Math.Max(0, simulator.Master.Battery) ? "M" : " ", Palette.Title)
                .Add($"#{(module.IsRunning ? module.Address : module.DipSwitch.Value),-2}", isSelected ? Palette.Selected : Palette.Strong).Add(" ");
            TextLine measured = new();
            if (isFull)
            {
                measured.Add(Switches(module.DipSwitch, isUnicode)).Add(" ").Add(SocBar.Compose(module.SocPermille, 5, isUnicode))
                    .Add($" {Figures.FromDeci(module.SocPermille),5} % {Figures.FromMilli(module.VoltageMillivolts, 2),5} V "
                        + $"{Figures.FromMilli(bank.CurrentOf(place), 1),6} A {Figures.FromDeci(module.TemperatureDecidegrees),5} C");
            }
            else
            {
                measured.Add($"{Figures.FromDeci(module.SocPermille),5} % {Figures.FromMilli(bank.CurrentOf(place), 1),6} A");
            }

            // A BMS that sleeps or is off measures nothing: what is shown is then the cells' own state, which nobody reports.
            return line.AddAged(measured, !module.IsRunning).Add(" ").Add(words, style);
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
    }
}
