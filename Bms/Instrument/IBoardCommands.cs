namespace BatterySim.Bms.Instrument
{
    /// <summary>What carries out the rows of BOARD: the firmware of a board.</summary>
    /// <remarks>As with the settings of the bank a line is checked first, against settings that only count once the whole line is good.</remarks>
    public interface IBoardCommands
    {
        /// <summary>Takes the settings in force as those that a line starts from.</summary>
        void Begin();

        /// <summary>Carries out a command, or answers a query; <see cref="SettingRow.Tag"/> is a <see cref="BoardCommand"/>.</summary>
        void Run(ScpiCall call);

        /// <summary>Says in one sentence why the settings at the end of a line do not go together; null if they do.</summary>
        string FindProblem();

        /// <summary>Puts the settings at the end of a line into force.</summary>
        void Commit();
    }
}
