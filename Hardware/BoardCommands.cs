using BatterySim.Bms.Instrument;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Hardware.Settings;

namespace BatterySim.Hardware
{
    /// <summary>The commands that belong to the board and not to the bank: the rows of BOARD, and HELP for a person at the console.</summary>
    /// <remarks>
    /// What is set here is kept by BOARD:SAVE and takes effect at the next restart: number and switches of the followers are what a bank is
    /// built from.
    /// </remarks>
    public sealed class BoardCommands : IBoardCommands
    {
        private const int HelpColumn = 18;
        private const int HelpCapacity = 128;
        private const string OtherHelp =
            "SYST:HELP:HEAD? lists all commands, SYST:ERR? says why a line was refused; several commands go in one line with semicolons\r\n"
            + "between them, and a question mark asks for a setting: BOARD:FOLL?";

        private readonly Firmware _firmware;
        private readonly BoardSettings _settings;
        private readonly BoardStore _store;
        private BoardSettings _staged;

        /// <summary>Makes the commands of a firmware.</summary>
        public BoardCommands(Firmware firmware, BoardSettings settings, BoardStore store)
        {
            _firmware = firmware;
            _settings = settings;
            _store = store;
        }

        /// <summary>The settings that the commands change.</summary>
        public BoardSettings Settings { get { return _settings; } }

        /// <summary>Carries out one line of the console: HELP, or what every port of the instrument understands.</summary>
        /// <returns>True if there was an answer.</returns>
        public bool Execute(LineBuffer line, ITextSink sink)
        {
            if (!IsHelp(line))
            {
                return _firmware.Bank.Simulator.Instrument.Execute(line, sink);
            }

            WriteHelp(sink);
            return true;
        }

        /// <inheritdoc/>
        public void Begin()
        {
            _staged = null;
        }

        /// <inheritdoc/>
        public string FindProblem()
        {
            return _staged == null ? null : _staged.FindProblem();
        }

        /// <inheritdoc/>
        public void Commit()
        {
            if (_staged != null)
            {
                _settings.CopyFrom(_staged);
                _staged = null;
            }
        }

        /// <inheritdoc/>
        public void Run(ScpiCall call)
        {
            switch ((BoardCommand)call.Tag)
            {
                case BoardCommand.Status: BoardStatus.Write(call, _firmware); break;
                case BoardCommand.Save: Save(call); break;
                case BoardCommand.Defaults: Delete(call); break;
                case BoardCommand.Restart: Restart(call); break;
                case BoardCommand.PressReset: PressReset(call); break;
                default: RunSetting(call); break;
            }
        }

        // What is staged is staged while checking too: the end of the line is checked against it.
        private void RunSetting(ScpiCall call)
        {
            BoardSettings now = _staged ?? _settings;
            switch ((BoardCommand)call.Tag)
            {
                case BoardCommand.Profile: Profile(call, now); break;
                case BoardCommand.Dialect: Dialect(call, now); break;
                case BoardCommand.Followers:
                    if (IsNumber(call, now.Followers))
                    {
                        Staged.Followers = call.Value;
                    }

                    break;
                case BoardCommand.Dip:
                    if (IsNumber(call, now.FollowerDips[call.FirstSuffix - 1]))
                    {
                        Staged.FollowerDips[call.FirstSuffix - 1] = call.Value;
                    }

                    break;
                case BoardCommand.Soc:
                    if (IsNumber(call, now.SocPermille))
                    {
                        Staged.SocPermille = call.Value;
                    }

                    break;
                case BoardCommand.Cadence:
                    if (IsChoice(call, (int)now.Cadence))
                    {
                        Staged.Cadence = (Cadence)call.Value;
                    }

                    break;
                default:
                    if (call.IsQuery)
                    {
                        call.Switch(now.WakesByItself);
                    }
                    else if (call.ReadSwitch() && IsEnd(call))
                    {
                        Staged.WakesByItself = call.Value != 0;
                    }

                    break;
            }
        }

        private BoardSettings Staged
        {
            get
            {
                if (_staged == null)
                {
                    _staged = new BoardSettings();
                    _staged.CopyFrom(_settings);
                }

                return _staged;
            }
        }

        private void Profile(ScpiCall call, BoardSettings now)
        {
            if (IsChoice(call, PlaceOf(ProfileCatalogue.Names, now.Profile)))
            {
                Staged.Profile = ProfileCatalogue.Names[call.Value];
            }
        }

        private void Dialect(ScpiCall call, BoardSettings now)
        {
            if (IsChoice(call, PlaceOf(Dialects.Names, now.Dialect)))
            {
                Staged.Dialect = Dialects.Names[call.Value];
            }
        }

        private void Save(ScpiCall call)
        {
            if (call.EndSetting() && !_store.Save(_staged ?? _settings))
            {
                call.Fail(ScpiError.SaveRecallMemoryLost).Add("the drive did not keep the settings; the old ones are still there");
            }
        }

        private void Delete(ScpiCall call)
        {
            if (call.EndSetting() && !_store.Delete())
            {
                call.Fail(ScpiError.SaveRecallMemoryLost).Add("the drive did not delete the settings");
            }
        }

        private void Restart(ScpiCall call)
        {
            if (call.EndSetting())
            {
                _firmware.RestartBecause("asked for at the console");
            }
        }

        private void PressReset(ScpiCall call)
        {
            int milliseconds = 0;
            if (call.HasMore)
            {
                call.ReadNumber();
                milliseconds = call.Value;
            }

            if (!call.HasFailed && call.EndSetting())
            {
                _firmware.HoldReset(milliseconds);
            }
        }

        private static bool IsNumber(ScpiCall call, int current)
        {
            return call.IsQuery ? call.Number(current) : call.ReadNumber() && IsEnd(call);
        }

        private static bool IsChoice(ScpiCall call, int current)
        {
            return call.IsQuery ? call.Choice(current) : call.ReadChoice() && IsEnd(call);
        }

        private static bool IsEnd(ScpiCall call)
        {
            call.EndSetting();
            return !call.HasFailed;
        }

        private static int PlaceOf(string[] names, string name)
        {
            for (int index = 0; index < names.Length; index++)
            {
                if (names[index] == name)
                {
                    return index;
                }
            }

            return 0;
        }

        private static void WriteHelp(ITextSink sink)
        {
            TextBuffer text = new TextBuffer(HelpCapacity, false);
            SettingRow row = new SettingRow();
            text.Begin(sink);
            for (int place = 0; CommandTable.Fill(CommandTable.BoardSection, place, row); place++)
            {
                text.Add(row.Pattern);
                for (int column = row.Pattern.Length; column < HelpColumn; column++)
                {
                    text.Add(' ');
                }

                text.Add(row.Meaning);
                text.Add("\r\n");
            }

            text.Add(OtherHelp);
            text.Flush();
        }

        private static bool IsHelp(LineBuffer line)
        {
            int start = 0;
            int end = line.Length;
            while (start < end && line.Text[start] == ' ')
            {
                start++;
            }

            while (end > start && line.Text[end - 1] == ' ')
            {
                end--;
            }

            return !line.IsTooLong && ScpiMatcher.IsForm("HELP", line.Text, start, end);
        }
    }
}
