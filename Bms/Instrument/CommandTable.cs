using BatterySim.Bms.Instrument.Rows;

namespace BatterySim.Bms.Instrument
{
    /// <summary>Every command in the order of the manual: the one place where a setting, its range and its meaning are written down.</summary>
    /// <remarks>
    /// The rows stand in the folder Rows, one file a group. They are code that fills a <see cref="SettingRow"/>, not objects: on a board the
    /// whole table then stays in flash.
    /// </remarks>
    public static class CommandTable
    {
        /// <summary>Parts that the table has.</summary>
        public const int SectionCount = 10;

        /// <summary>The part that only a board has.</summary>
        public const int BoardSection = SectionCount - 1;

        /// <summary>Reads a row.</summary>
        /// <param name="section">Part of the table, 0 to one less than <see cref="SectionCount"/>.</param>
        /// <param name="place">Place in it, 0 for the first.</param>
        /// <param name="row">Takes the row.</param>
        /// <returns>False past the last row of the part.</returns>
        public static bool Fill(int section, int place, SettingRow row)
        {
            switch (section)
            {
                case 0: return CommonRows.Fill(place, row);
                case 1: return SystemRows.Fill(place, row);
                case 2: return BankRows.Fill(place, row);
                case 3: return DialectRows.Fill(place, row);
                case 4: return PolicyRows.Fill(place, row);
                case 5: return ModuleRows.Fill(place, row);
                case 6: return FaultValueRows.Fill(place, row);
                case 7: return FaultRows.Fill(place, row);
                case 8: return SeenRows.Fill(place, row);
                default: return BoardRows.Fill(place, row);
            }
        }

        /// <summary>Capitals with which a header of a part of the table can begin.</summary>
        /// <remarks>A header is compared with the rows of those parts only that it can belong to.</remarks>
        public static string InitialsOf(int section)
        {
            switch (section)
            {
                case 0: return "*";
                case 1: return "S";
                case 2: return "BO";
                case 3: return "B";
                case 4: return "PCL";
                case 5: return "M";
                case 6:
                case 7: return "F";
                case 8: return "FIBE";
                default: return "B";
            }
        }

        /// <summary>Carries the command of a call out, or answers its query.</summary>
        internal static void Run(ScpiCall call)
        {
            CommandId command = call.Command;
            if (command >= CommandId.BoardFirst)
            {
                call.Instrument.Board.Run(call);
            }
            else if (command >= CommandId.EventFirst)
            {
                EventCommands.Run(call);
            }
            else if (command >= CommandId.FrameFirst)
            {
                FrameCommands.Run(call);
            }
            else if (command >= CommandId.FaultFirst)
            {
                FaultCommands.Run(call);
            }
            else if (command >= CommandId.ModuleFirst)
            {
                ModuleCommands.Run(call);
            }
            else if (command >= CommandId.DialectFirst)
            {
                DialectCommands.Run(call);
            }
            else if (command >= CommandId.BankFirst)
            {
                BankCommands.Run(call);
            }
            else if (command >= CommandId.StatusFirst)
            {
                StatusCommands.Run(call);
            }
            else if (command >= CommandId.SystemFirst)
            {
                SystemCommands.Run(call);
            }
            else
            {
                CommonCommands.Run(call);
            }
        }
    }
}
