using BatterySim.Bms.Instrument;

namespace BatterySim.Hardware.Settings
{
    /// <summary>Keeps what *SAV saves on the board's drive, one safe file for each place.</summary>
    public sealed class DriveSettingsStore : ISettingsStore
    {
        private const byte Version = 1;

        private readonly IFileDrive _drive;
        private byte[] _written;
        private byte[] _read;
        private int _place;
        private int _length;
        private int _next;
        private bool _isTooLong;

        /// <summary>Keeps it on a drive.</summary>
        public DriveSettingsStore(IFileDrive drive)
        {
            _drive = drive;
        }

        /// <inheritdoc/>
        public bool BeginWrite(int place)
        {
            _written = new byte[SafeFile.ContentLengthMax];
            _place = place;
            _length = 0;
            _isTooLong = false;
            return true;
        }

        /// <inheritdoc/>
        public bool WriteLine(char[] text, int length)
        {
            if (_length + length + 1 > _written.Length)
            {
                _isTooLong = true;
                return false;
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
            byte[] content = new byte[_length];
            System.Array.Copy(_written, 0, content, 0, _length);
            _written = null;
            if (_isTooLong)
            {
                return false;
            }

            return FileOf(_place).Save(content);
        }

        /// <inheritdoc/>
        public bool BeginRead(int place)
        {
            _read = FileOf(place).Load();
            _next = 0;
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

        private SafeFile FileOf(int place)
        {
            return new SafeFile(_drive, "state" + place, Version);
        }
    }
}
