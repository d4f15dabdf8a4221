using BatterySim.Bms.Instrument;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Hardware.Settings;

namespace BatterySim.Hardware
{
    /// <summary>The few commands that belong to the board and not to the bank; every other line goes to the bank's instrument.</summary>
    /// <remarks>
    /// What is set here is kept by BOARD:SAVE and counts from the next restart on: number and switches of the followers are what a bank is
    /// built from.
    /// </remarks>
    public sealed class BoardCommands
    {
        private const string Help =
            "BOARD?                    switches, bank, CAN, inverter, failures\r\n"
            + "BOARD:RST [SECONDS]       press RST: nothing or 0 wakes, 3 sleeps, 6 restarts\r\n"
            + "BOARD:PROFile NAME        product to play; BOARD:PROFiles? lists them\r\n"
            + "BOARD:FOLLowers N         batteries beside the master, 0 to 15\r\n"
            + "BOARD:DIP N,VALUE         switches of follower N, 0 to 15; -1 as the product's rules say\r\n"
            + "BOARD:SOC PERCENT         SOC of every battery after power-up\r\n"
            + "BOARD:DIALect NAME        BOARD:DIALects? lists them\r\n"
            + "BOARD:CADence BROADCAST|POLL|BOTH\r\n"
            + "BOARD:WAKE ON|OFF         wake after power-up without RST\r\n"
            + "BOARD:SAVE                keep all this; it counts from the next restart on\r\n"
            + "BOARD:DEFaults            forget what was kept\r\n"
            + "BOARD:RESTart             restart the board\r\n"
            + "every other line goes to the bank's instrument, *IDN? for one; SYST:ERR? tells why a line was refused";

        private readonly Firmware _firmware;
        private readonly BoardSettings _settings;
        private readonly BoardStore _store;

        /// <summary>Makes the commands of a firmware.</summary>
        public BoardCommands(Firmware firmware, BoardSettings settings, BoardStore store)
        {
            _firmware = firmware;
            _settings = settings;
            _store = store;
        }

        /// <summary>The settings that the commands change.</summary>
        public BoardSettings Settings { get { return _settings; } }

        /// <summary>Executes one line. One that is not the board's own goes the way that it goes at every port of the instrument.</summary>
        /// <returns>What to show; nothing for a line that has no answer.</returns>
        public string Execute(LineBuffer line)
        {
            return !line.IsTooLong && (Begins(line, "BOARD") || Begins(line, "HELP"))
                ? Execute(new string(line.Text, 0, line.Length))
                : _firmware.Bank.Simulator.Instrument.Execute(line);
        }

        private string Execute(string line)
        {
            string trimmed = line.Trim();
            int space = trimmed.IndexOf(' ');
            string header = (space < 0 ? trimmed : trimmed.Substring(0, space)).ToUpper();
            string argument = space < 0 ? "" : trimmed.Substring(space + 1).Trim();
            switch (header)
            {
                case "HELP": return Help;
                case "BOARD?": return BoardStatus.Write(_firmware);
                case "BOARD:RST": return PressReset(argument);
                case "BOARD:PROFILES?": return Lines(ProfileCatalogue.Names);
                case "BOARD:DIALECTS?": return Lines(Dialects.Names);
                case "BOARD:SAVE": return Save();
                case "BOARD:DEF":
                case "BOARD:DEFAULTS":
                    return _store.Delete() ? "forgotten; BOARD:RESTart to start with defaults"
                        : "! the drive did not delete them.";
                case "BOARD:REST":
                case "BOARD:RESTART": _firmware.RestartBecause("asked for at the console"); return "restarting";
                default: return Set(header, argument);
            }
        }

        private string Set(string header, string argument)
        {
            BoardSettings settings = _settings;
            byte[] before = SettingsText.Write(settings);
            if (!TakeOver(header, argument))
            {
                settings.CopyFrom(SettingsText.Read(before));
                return "! '" + header + (argument.Length > 0 ? " " + argument : "") + "' is not understood; HELP lists the board's commands.";
            }

            string fault = settings.FindFault();
            if (fault == null)
            {
                return "set; BOARD:SAVE keeps it, BOARD:RESTart brings it into force";
            }

            settings.CopyFrom(SettingsText.Read(before));
            return "! " + fault;
        }

        private bool TakeOver(string header, string argument)
        {
            BoardSettings settings = _settings;
            int number = SettingsText.NumberOf(argument);
            switch (header)
            {
                case "BOARD:PROF":
                case "BOARD:PROFILE":
                    settings.Profile = argument.ToLower();
                    return true;
                case "BOARD:DIAL":
                case "BOARD:DIALECT":
                    settings.Dialect = argument.ToLower();
                    return true;
                case "BOARD:FOLL":
                case "BOARD:FOLLOWERS":
                    settings.Followers = number;
                    return number >= 0;
                case "BOARD:SOC":
                    settings.SocPermille = number < 0 ? settings.SocPermille : number * 10;
                    return number >= 0;
                case "BOARD:WAKE":
                    string word = argument.ToUpper();
                    settings.WakesByItself = word == "ON" || word == "1";
                    return settings.WakesByItself || word == "OFF" || word == "0";
                case "BOARD:CAD":
                case "BOARD:CADENCE":
                    int cadence = CadenceNames.NumberOf(argument.ToUpper());
                    settings.Cadence = cadence < 0 ? settings.Cadence : (Cadence)cadence;
                    return cadence >= 0;
                case "BOARD:DIP":
                    return TakeDip(argument);
                default:
                    return false;
            }
        }

        private bool TakeDip(string argument)
        {
            int comma = argument.IndexOf(',');
            if (comma < 1)
            {
                return false;
            }

            int follower = SettingsText.NumberOf(argument.Substring(0, comma).Trim());
            string text = argument.Substring(comma + 1).Trim();
            int value = text == "-1" ? BoardSettings.DipByRule : SettingsText.NumberOf(text);
            if (follower < 1 || follower > BoardSettings.FollowersMax || (value < 0 && text != "-1"))
            {
                return false;
            }

            _settings.FollowerDips[follower - 1] = value;
            return true;
        }

        private string PressReset(string argument)
        {
            int seconds = argument.Length == 0 ? 0 : SettingsText.NumberOf(argument);
            if (seconds < 0 || seconds > 60)
            {
                return "! RST is held 0 to 60 s, not '" + argument + "'.";
            }

            _firmware.HoldReset(seconds * 1000);
            return "RST held for " + seconds + " s";
        }

        private string Save()
        {
            return _store.Save(_settings)
                ? "kept; BOARD:RESTart brings it into force"
                : "! the drive did not keep the settings; the old ones are still there.";
        }

        private static bool Begins(LineBuffer line, string word)
        {
            int start = 0;
            while (start < line.Length && line.Text[start] == ' ')
            {
                start++;
            }

            if (line.Length - start < word.Length)
            {
                return false;
            }

            for (int index = 0; index < word.Length; index++)
            {
                if (ScpiMatcher.ToUpper(line.Text[start + index]) != word[index])
                {
                    return false;
                }
            }

            return true;
        }

        private static string Lines(string[] names)
        {
            string text = names[0];
            for (int index = 1; index < names.Length; index++)
            {
                text += "\r\n" + names[index];
            }

            return text;
        }
    }
}
