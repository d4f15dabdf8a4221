using System;
using BatterySim.Bms.Instrument;

namespace BatterySim.Hardware.Settings
{
    /// <summary>Keeps what *SAV saves on the board's drive, one safe file for each place.</summary>
    /// <remarks>
    /// The room that a place takes in memory is made when it is written or read and let go then. What stood in a place before is used where
    /// the file is damaged, and <see cref="TakeMessage"/> says so.
    /// </remarks>
    public sealed class DriveSettingsStore : ISettingsStore
    {
        private const byte Version = 1;
        private const int StepBytes = 1024;

        private readonly IFileDrive _drive;
        private byte[] _written;
        private byte[] _read;
        private string _message;
        private int _place;
        private int _length;
        private int _next;
        private bool _isTooLong;

        /// <summary>Keeps it on a drive.</summary>
        public DriveSettingsStore(IFileDrive drive)
        {
            _drive = drive;
        }

        /// <summary>What the console should tell of the last reading, once; null where the place was as it was last saved.</summary>
        public string TakeMessage()
        {
            string message = _message;
            _message = null;
            return message;
        }

        /// <inheritdoc/>
        public bool BeginWrite(int place)
        {
            _written = new byte[StepBytes];
            _place = place;
            _length = 0;
            _isTooLong = false;
            return true;
        }

        /// <inheritdoc/>
        public bool WriteLine(char[] text, int length)
        {
            if (_length + length + 1 > SafeFile.ContentLengthMax)
            {
                _isTooLong = true;
                return false;
            }

            if (_length + length + 1 > _written.Length)
            {
                byte[] longer = new byte[_written.Length + StepBytes];
                Array.Copy(_written, 0, longer, 0, _length);
                _written = longer;
            }

            for (int index = 0; index < length; index++)
            {
                _written[_length + index] = (byte)text[index];
            }

            _length += length;
            _written[_length] = (byte)'\n';
            _length++;
            return true;
        }

        /// <inheritdoc/>
        public bool EndWrite()
        {
            byte[] written = _written;
            _written = null;
            return !_isTooLong && FileOf(_place).Save(written, _length);
        }

        /// <inheritdoc/>
        public bool BeginRead(int place)
        {
            SafeFile file = FileOf(place);
            _read = file.Load();
            _next = 0;
            _message = MessageOf(file.Outcome, place);
            return _read != null;
        }

        /// <inheritdoc/>
        public int ReadLine(char[] text)
        {
            if (_read == null || _next >= _read.Length)
            {
                _read = null;
                return -1;
            }

            int length = 0;
            while (_next < _read.Length && _read[_next] != '\n')
            {
                if (length < text.Length)
                {
                    text[length] = (char)_read[_next];
                    length++;
                }

                _next++;
            }

            _next++;
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
