using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Faults;
using BatterySim.Bms.Instrument;
using BatterySim.Bms.Protocol;

namespace BatterySim.Host.Scpi
{
    /// <summary>Everything that can be asked for without changing it.</summary>
    public static class ScpiSnapshot
    {
        /// <summary>Asks for all of it. Errors that wait are left alone.</summary>
        public static string Take(Simulator simulator) => string.Join('\n', Lines(simulator, IsHarmless));

        /// <summary>Asks for some of it, for every battery, cell and frame: header and answer in a line.</summary>
        /// <param name="simulator">What is asked.</param>
        /// <param name="isWanted">Says which commands are asked.</param>
        public static IEnumerable<string> Lines(Simulator simulator, Func<SettingRow, bool> isWanted)
        {
            ArgumentNullException.ThrowIfNull(simulator);
            return CommandRows.OfTwin
                .Where(isWanted)
                .SelectMany(command => Headers(simulator, command))
                .Select(header => $"{header} {simulator.Execute(header + "?")}");
        }

        /// <summary>A header in full with its suffixes.</summary>
        public static string HeaderOf(SettingRow command, int first, int second)
        {
            ArgumentNullException.ThrowIfNull(command);
            var header = new TextBuffer(LineBuffer.Capacity, false);
            command.WriteHeader(header, first, second);
            return header.Take();
        }

        // The status byte and the number of errors tell of the error itself, and a snapshot must not need the speed of a run.
        private static bool IsHarmless(SettingRow command) => command.Is(SettingRow.Query) && !command.Is(SettingRow.Takes)
            && command.Pattern is not ("*STB" or "SYSTem:ERRor:COUNt" or "SYSTem:SPEed" or "SYSTem:HELP:HEADers");

        private static IEnumerable<string> Headers(Simulator simulator, SettingRow command)
        {
            int batteries = simulator.Bank.Count - (command.Is(SettingRow.NotLast) ? 1 : 0);
            int firsts = command.HasSlot ? ExtraFrames.SlotCount : command.HasModule ? batteries : command.HasFrame ? FrameTable.Count : 1;
            int cells = command.HasCell ? simulator.Bank.ModuleAt(0).CellCount : 1;
            for (int index = 0; index < firsts * cells; index++)
            {
                yield return HeaderOf(command, command.HasFrame ? FrameTable.At(index).Suffix : (index / cells) + 1, (index % cells) + 1);
            }
        }
    }
}
