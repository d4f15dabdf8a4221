namespace BatterySim.Bms.Instrument
{
    /// <summary>Writes all settings as the commands that bring them back.</summary>
    internal static class SettingsWriter
    {
        public static bool Write(CommandInterpreter instrument, ISettingsStore store)
        {
            StagedSettings staged = new StagedSettings();
            TextBuffer line = new TextBuffer(LineBuffer.Capacity, false);
            TextBuffer query = new TextBuffer(LineBuffer.Capacity, false);
            ScpiRunner runner = instrument.CreateRunner(staged, line);
            for (int row = 0; row < instrument.Commands.Length; row++)
            {
                ScpiCommand command = instrument.Commands[row];
                int count = !command.HasModule ? 1 : command.Is(ScpiCommand.NotLast) ? staged.BatteryCount - 1 : staged.BatteryCount;
                for (int index = 1; command.Is(ScpiCommand.Saved) && index <= count; index++)
                {
                    // The answer to the query of a setting is a parameter that sets it.
                    query.SetLength(0);
                    command.WriteHeader(query, index, 1);
                    query.Add('?');
                    line.SetLength(0);
                    if (!runner.Run(query.Text, query.Length, false))
                    {
                        return false;
                    }

                    query.SetLength(query.Length - 1);
                    query.Add(' ');
                    query.Add(line.Text, 0, line.Length);
                    if (!store.WriteLine(query.Text, query.Length))
                    {
                        return false;
                    }
                }
            }

            return true;
        }
    }
}
