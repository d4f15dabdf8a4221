using BatterySim.Bms.Faults;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Instrument
{
    /// <summary>Writes all settings as the commands that bring them back.</summary>
    internal sealed class SettingsWriter
    {
        /// <summary>Longest line that is written: all cell offsets of a battery take 110 characters.</summary>
        public const int LineMax = 192;

        private readonly CommandInterpreter _instrument;
        private readonly Simulator _simulator;
        private readonly ISettingsStore _store;
        private readonly SettingRow _row = new SettingRow();
        private readonly StagedSettings _staged = new StagedSettings();
        private readonly TextBuffer _answer = new TextBuffer(LineMax, false);
        private readonly TextBuffer _line = new TextBuffer(LineMax, false);
        private readonly ScpiRunner _runner;

        private SettingsWriter(CommandInterpreter instrument, Simulator simulator, ISettingsStore store)
        {
            _instrument = instrument;
            _simulator = simulator;
            _store = store;
            _runner = instrument.CreateRunner(_staged, _answer);
        }

        public static bool Write(CommandInterpreter instrument, Simulator simulator, ISettingsStore store)
        {
            return new SettingsWriter(instrument, simulator, store).WriteAll();
        }

        private bool WriteAll()
        {
            bool isWritten = WriteLine("FAUL:CLE");
            for (int section = 0; section < CommandTable.SectionCount; section++)
            {
                for (int place = 0; isWritten && CommandTable.Fill(section, place, _row); place++)
                {
                    isWritten = !_row.Is(SettingRow.Saved) || WriteRow();
                }
            }

            return isWritten && WriteLoad();
        }

        private bool WriteRow()
        {
            int modules = _row.Is(SettingRow.NotLast) ? _staged.BatteryCount - 1 : _staged.BatteryCount;
            int count = _row.HasModule ? modules
                : _row.HasFrame ? FrameTable.Count
                : _row.HasSlot ? ExtraFrames.SlotCount : 1;
            for (int index = 0; index < count; index++)
            {
                _line.SetLength(0);
                _row.WriteShortHeader(_line, _row.HasFrame ? FrameTable.At(index).Suffix : index + 1, 1);
                if (IsWorthALine(index) && !WriteSetting())
                {
                    return false;
                }
            }

            // Right behind the product, which they change.
            return _row.Command != (int)CommandId.Profile || WriteProfileValues();
        }

        private bool WriteProfileValues()
        {
            for (int key = 0; key < (int)ProfileKey.Count; key++)
            {
                if (_simulator.Bank.Profile.IsOwn((ProfileKey)key))
                {
                    _line.SetLength(0);
                    _line.Add("PROF:VAL ");
                    _line.Add(ProfileKeys.NameOf((ProfileKey)key));
                    _line.Add(',');
                    ProfileCommands.Write(_simulator.Bank.Profile, (ProfileKey)key, _line);
                    if (!_store.WriteLine(_line.Text, _line.Length))
                    {
                        return false;
                    }
                }
            }

            return true;
        }

        // What the seed drew comes back by itself, and offsets better than in whole permille.
        private bool IsWorthALine(int index)
        {
            BatteryBank bank = _simulator.Bank;
            return _row.Command == (int)CommandId.CellOffsets ? bank.ModuleAt(index).Cells.HasSetOffsets
                : _row.Command != (int)CommandId.Connection || bank.ConnectionMicroohmsOf(index) != bank.DrawnConnectionMicroohmsOf(index);
        }

        // A current is worth a line only where neither an inverter nor a load makes it: either would be undone by it.
        private bool WriteLoad()
        {
            IInstrumentHost host = _instrument.Host;
            _line.SetLength(0);
            _line.Add("LOAD");
            if (!WriteSetting())
            {
                return false;
            }

            int watts = host == null ? _simulator.LoadWatts : host.LoadWatts;
            if (watts != 0 || _simulator.DemandMilliamps == 0 || (host != null && host.HasInverter))
            {
                return true;
            }

            _line.SetLength(0);
            _line.Add("CURR");
            return WriteSetting();
        }

        // The answer to the query of a setting is a parameter that sets it; a fault that is off needs no line.
        private bool WriteSetting()
        {
            int length = _line.Length;
            bool isFault = _line.Text[0] == 'F';
            _line.Add('?');
            _answer.SetLength(0);
            if (!_runner.Run(_line.Text, _line.Length, false))
            {
                return false;
            }

            if (isFault && _answer.Length == 3 && _answer.Text[0] == 'O')
            {
                return true;
            }

            _line.SetLength(length);
            _line.Add(' ');
            _line.Add(_answer.Text, 0, _answer.Length);
            return _store.WriteLine(_line.Text, _line.Length);
        }

        private bool WriteLine(string text)
        {
            _line.SetLength(0);
            _line.Add(text);
            return _store.WriteLine(_line.Text, _line.Length);
        }
    }
}
