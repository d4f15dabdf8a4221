using System.Text;
using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Bms.Faults;
using BatterySim.Bms.Instrument;

namespace BatterySim.Host.Scpi
{
    /// <summary>Everything that can be asked for without changing it, as one text.</summary>
    public static class ScpiSnapshot
    {
        /// <summary>Asks for all of it. Errors that wait are left alone.</summary>
        public static string Take(Simulator simulator)
        {
            var text = new StringBuilder();
            for (int row = 0; row < simulator.Instrument.Commands.Length; row++)
            {
                ScpiCommand command = simulator.Instrument.Commands[row];

                // The status byte and the number of errors tell of the error itself, and a snapshot must not need the speed of a run.
                if (!command.Is(ScpiCommand.Query) || command.Is(ScpiCommand.Takes) || command.Pattern is "*STB" or "SYSTem:ERRor:COUNt" or "SYSTem:SPEed")
                {
                    continue;
                }

                int batteries = simulator.Bank.Count - (command.Is(ScpiCommand.NotLast) ? 1 : 0);
                int modules = command.HasSlot ? ExtraFrames.SlotCount : command.HasModule ? batteries : 1;
                int frames = command.HasFrame ? FrameEncoder.FrameKindCount : 1;
                int cells = command.HasCell ? simulator.Bank.ModuleAt(0).CellCount : 1;
                for (int index = 0; index < modules * frames * cells; index++)
                {
                    int first = command.HasFrame ? FrameEncoder.IdAt(index) : (index / cells) + 1;
                    string header = HeaderOf(command, first, (index % cells) + 1);
                    text.Append(header).Append(' ').Append(simulator.Execute(header + "?")).Append('\n');
                }
            }

            return text.ToString();
        }

        /// <summary>A header in full with its suffixes.</summary>
        public static string HeaderOf(ScpiCommand command, int first, int second)
        {
            var header = new TextBuffer(LineBuffer.Capacity, false);
            command.WriteHeader(header, first, second);
            return header.Take();
        }
    }
}
