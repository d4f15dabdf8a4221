using System;

namespace BatterySim.Hardware.Settings
{
    /// <summary>A file that survives losing power at any moment: written under a second name, read back, then swapped in.</summary>
    /// <remarks>
    /// Layout, numbers little endian: 4 bytes "BSIM", 1 byte version of the content, 1 byte 0, 2 bytes length of the content or 0xFFFF for as
    /// long as the file says, the content, 4 bytes CRC-32 over everything before. Three names: NAME.cfg is the file, NAME.new the one being
    /// written, NAME.old the one before. It is written and read in pieces: a board has no room for a whole one.
    /// </remarks>
    public sealed class SafeFile
    {
        /// <summary>Longest content, bytes: the settings of sixteen batteries with room to spare.</summary>
        public const int ContentLengthMax = 16384;

        private const int PieceLength = 256;
        private const int HeaderLength = 8;
        private const int TrailerLength = 4;
        private const int LengthUnknown = 0xFFFF;

        private readonly IFileDrive _drive;
        private readonly byte _version;
        private readonly string _name;
        private readonly string _newName;
        private readonly string _oldName;
        private readonly byte[] _piece = new byte[PieceLength];
        private LoadOutcome _outcome = LoadOutcome.NeverSaved;
        private string _readName;
        private uint _crc;
        private int _count;
        private int _next;
        private int _offset;
        private int _length;
        private bool _isWhole;
        private bool _hasFailed;

        /// <summary>Names a file.</summary>
        /// <param name="drive">Where it is kept.</param>
        /// <param name="name">Name without extension.</param>
        /// <param name="version">Version of what is in it; a file of another version counts as damaged.</param>
        public SafeFile(IFileDrive drive, string name, byte version)
        {
            _drive = drive;
            _version = version;
            _name = name + ".cfg";
            _newName = name + ".new";
            _oldName = name + ".old";
        }

        /// <summary>Where the content that was read last came from.</summary>
        public LoadOutcome Outcome { get { return _outcome; } }

        /// <summary>Reads the best whole file at once.</summary>
        /// <returns>Its content; null if there is none, see <see cref="Outcome"/>.</returns>
        public byte[] Load()
        {
            if (!BeginRead())
            {
                return null;
            }

            byte[] content = new byte[_length];
            for (int index = 0; index < content.Length; index++)
            {
                int value = Read();
                if (value < 0)
                {
                    return null;
                }

                content[index] = (byte)value;
            }

            return content;
        }

        /// <summary>Saves a content. Whenever power goes, the next reading gives the old content or this one.</summary>
        /// <returns>False if the drive did not keep it; the old one is then still there.</returns>
        public bool Save(byte[] content)
        {
            if (!BeginWrite())
            {
                return false;
            }

            for (int index = 0; index < content.Length; index++)
            {
                Write(content[index]);
            }

            return EndWrite();
        }

        /// <summary>Begins to save; what was saved before stays until <see cref="EndWrite"/>.</summary>
        /// <returns>False if the drive does not take it.</returns>
        public bool BeginWrite()
        {
            _hasFailed = false;
            _length = 0;
            _crc = Crc32.Start;
            try
            {
                // A swap that was interrupted left its result here: first let it take its place, or writing over it would risk the only whole file.
                _isWhole = IsWhole(_name);
                if (!_isWhole && IsWhole(_newName))
                {
                    SwapIn(false);
                    _isWhole = true;
                }

                _drive.Delete(_newName);
            }
            catch (Exception)
            {
                _hasFailed = true;
                return false;
            }

            _piece[0] = (byte)'B';
            _piece[1] = (byte)'S';
            _piece[2] = (byte)'I';
            _piece[3] = (byte)'M';
            _piece[4] = _version;
            _piece[5] = 0;
            _piece[6] = LengthUnknown & 0xFF;
            _piece[7] = LengthUnknown >> 8;
            _count = HeaderLength;
            return true;
        }

        /// <summary>Writes one byte.</summary>
        /// <returns>False if saving has failed.</returns>
        public bool Write(byte value)
        {
            if (_count == PieceLength)
            {
                Flush();
            }

            _piece[_count] = value;
            _count++;
            _length++;
            _hasFailed = _hasFailed || _length > ContentLengthMax;
            return !_hasFailed;
        }

        /// <summary>Makes what was written the content of the file.</summary>
        /// <returns>False if the drive did not keep it; the old content is then still there.</returns>
        public bool EndWrite()
        {
            Flush();
            uint crc = Crc32.End(_crc);
            for (int index = 0; index < TrailerLength; index++)
            {
                _piece[index] = (byte)((crc >> (8 * index)) & 0xFFu);
            }

            _count = TrailerLength;
            Flush();
            try
            {
                if (_hasFailed || !IsWhole(_newName))
                {
                    return false;
                }

                SwapIn(_isWhole);
                return true;
            }
            catch (Exception)
            {
                return false;
            }
        }

        /// <summary>Begins to read the best whole file.</summary>
        /// <returns>False if there is none, see <see cref="Outcome"/>.</returns>
        public bool BeginRead()
        {
            bool isAnyThere = false;
            _readName = null;
            if (IsReadable(_name, ref isAnyThere))
            {
                _outcome = LoadOutcome.Current;
            }
            else if (IsReadable(_newName, ref isAnyThere))
            {
                _outcome = LoadOutcome.Recovered;
            }
            else if (IsReadable(_oldName, ref isAnyThere))
            {
                _outcome = LoadOutcome.Previous;
            }
            else
            {
                _outcome = isAnyThere ? LoadOutcome.Damaged : LoadOutcome.NeverSaved;
                return false;
            }

            _offset = HeaderLength;
            _count = 0;
            _next = 0;
            return true;
        }

        /// <summary>Reads the next byte.</summary>
        /// <returns>0 to 255; -1 at the end, or where the drive does not answer any more.</returns>
        public int Read()
        {
            if (_next == _count && !Fill())
            {
                return -1;
            }

            _next++;
            return _piece[_next - 1];
        }

        /// <summary>Removes the file and the ones beside it.</summary>
        public bool Delete()
        {
            try
            {
                _drive.Delete(_newName);
                _drive.Delete(_oldName);
                _drive.Delete(_name);
                return true;
            }
            catch (Exception)
            {
                return false;
            }
        }

        private void Flush()
        {
            if (_hasFailed || _count == 0)
            {
                return;
            }

            try
            {
                _crc = Crc32.Add(_crc, _piece, 0, _count);
                _drive.Append(_newName, _piece, _count);
                _count = 0;
            }
            catch (Exception)
            {
                _hasFailed = true;
                _count = 0;
            }
        }

        private bool Fill()
        {
            int left = _length - (_offset - HeaderLength);
            if (_readName == null || left <= 0)
            {
                return false;
            }

            try
            {
                int count = _drive.ReadPiece(_readName, _offset, _piece);
                _count = count < left ? count : left;
                _offset += _count;
                _next = 0;
                return _count > 0;
            }
            catch (Exception)
            {
                return false;
            }
        }

        // A damaged file must not push out the good one before it.
        private void SwapIn(bool keepsCurrent)
        {
            if (keepsCurrent)
            {
                _drive.Delete(_oldName);
                _drive.Rename(_name, _oldName);
            }
            else
            {
                _drive.Delete(_name);
            }

            _drive.Rename(_newName, _name);
        }

        private bool IsReadable(string name, ref bool isAnyThere)
        {
            try
            {
                int length = _drive.LengthOf(name);
                isAnyThere = isAnyThere || length >= 0;
                if (!HasSeal(name, length))
                {
                    return false;
                }

                _readName = name;
                _length = length - HeaderLength - TrailerLength;
                return true;
            }
            catch (Exception)
            {
                isAnyThere = true;
                return false;
            }
        }

        private bool IsWhole(string name)
        {
            try
            {
                return HasSeal(name, _drive.LengthOf(name));
            }
            catch (Exception)
            {
                return false;
            }
        }

        // Goes through the whole file: header, then the CRC over all but the last four bytes, then those.
        private bool HasSeal(string name, int fileLength)
        {
            int covered = fileLength - TrailerLength;
            if (covered < HeaderLength)
            {
                return false;
            }

            uint crc = Crc32.Start;
            uint kept = 0;
            for (int offset = 0; offset < fileLength; offset += PieceLength)
            {
                int count = _drive.ReadPiece(name, offset, _piece);
                if (count < PieceLength && offset + count < fileLength)
                {
                    return false;
                }

                if (offset == 0 && !HasHeader(covered - HeaderLength))
                {
                    return false;
                }

                int left = covered - offset;
                crc = Crc32.Add(crc, _piece, 0, left < 0 ? 0 : left < count ? left : count);
                for (int index = left < 0 ? 0 : left; index < count; index++)
                {
                    kept |= (uint)_piece[index] << (8 * (offset + index - covered));
                }
            }

            return kept == Crc32.End(crc);
        }

        private bool HasHeader(int contentLength)
        {
            int length = _piece[6] | (_piece[7] << 8);
            return _piece[0] == 'B' && _piece[1] == 'S' && _piece[2] == 'I' && _piece[3] == 'M' && _piece[4] == _version
                && (length == contentLength || length == LengthUnknown) && contentLength <= ContentLengthMax;
        }
    }
}
