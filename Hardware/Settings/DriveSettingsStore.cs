using BatterySim.Bms.Instrument;

namespace BatterySim.Hardware.Settings
{
    /// <summary>Keeps what *SAV saves on the board's drive, one safe file for each place.</summary>
    /// <remarks>
    /// A place is written and read in pieces. What stood in a place before is used where the file is damaged, and <see cref="ConsumeMessage"/>
    /// says so.
    /// </remarks>
    public sealed class DriveSettingsStore : ISettingsStore
    {
        private const byte Version = 1;

        private readonly IFileDrive _drive;
        private SafeFile _written;
        private SafeFile _read;
        private string _message;

        /// <summary>Keeps it on a drive.</summary>
        public DriveSettingsStore(IFileDrive drive)
        {
            _drive = drive;
        }

        /// <summary>What the console should tell of the last reading, once; null where the place was as it was last saved.</summary>
        public string ConsumeMessage()
        {
            string message = _message;
            _message = null;
            return message;
        }

        /// <inheritdoc/>
        public bool BeginWrite(int place)
        {
            _written = FileOf(place);
            return _written.BeginWrite();
        }

        /// <inheritdoc/>
        public bool WriteLine(char[] text, int length)
        {
            for (int index = 0; index < length; index++)
            {
                _written.Write((byte)text[index]);
            }

            return _written.Write((byte)'\n');
        }

        /// <inheritdoc/>
        public bool EndWrite()
        {
            SafeFile written = _written;
            _written = null;
            return written.EndWrite();
        }

        /// <inheritdoc/>
        public bool BeginRead(int place)
        {
            _read = FileOf(place);
            bool isThere = _read.BeginRead();
            _message = MessageOf(_read.Outcome, place);
            return isThere;
        }

        /// <inheritdoc/>
        public int ReadLine(char[] text)
        {
            int value = _read == null ? -1 : _read.Read();
            if (value < 0)
            {
                _read = null;
                return -1;
            }

            int length = 0;
            while (value >= 0 && value != '\n')
            {
                if (length < text.Length)
                {
                    text[length] = (char)value;
                    length++;
                }

                value = _read.Read();
            }

            return length;
        }

        private static string MessageOf(LoadOutcome outcome, int place)
        {
            switch (outcome)
            {
                case LoadOutcome.Recovered: return "! place " + place + ": the last saving was interrupted and is complete now.";
                case LoadOutcome.Previous: return "! place " + place + ": what was saved last is damaged; what was saved before is used.";
                case LoadOutcome.Damaged:
                    return "! place " + place + ": what was saved is damaged or of another version, or the drive does not answer.";
                case LoadOutcome.NeverSaved: return "! place " + place + ": nothing was saved there.";
                default: return null;
            }
        }

        private SafeFile FileOf(int place)
        {
            return new SafeFile(_drive, "state" + place, Version);
        }
    }
}
