using System;

namespace BatterySim.Hardware.Settings
{
    /// <summary>A small file that survives losing power at any moment: written under a second name, read back, then swapped in.</summary>
    /// <remarks>
    /// Layout, numbers little endian: 4 bytes "BSIM", 1 byte version of the content, 1 byte 0, 2 bytes length of the content, the content,
    /// 4 bytes CRC-32 over everything before. Three names: NAME.cfg is the file, NAME.new the one being written, NAME.old the one before.
    /// </remarks>
    public sealed class SafeFile
    {
        /// <summary>Longest content, bytes: the settings of sixteen batteries with room to spare.</summary>
        public const int ContentLengthMax = 16384;

        private const int HeaderLength = 8;
        private const int TrailerLength = 4;

        private readonly IFileDrive _drive;
        private readonly byte _version;
        private readonly string _name;
        private readonly string _newName;
        private readonly string _oldName;
        private LoadOutcome _outcome = LoadOutcome.NeverSaved;

        /// <summary>Names a file.</summary>
        /// <param name="drive">Where it lies.</param>
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

        /// <summary>Where the content of the last <see cref="Load"/> came from.</summary>
        public LoadOutcome Outcome { get { return _outcome; } }

        /// <summary>Reads the best whole file.</summary>
        /// <returns>Its content; null if there is none, see <see cref="Outcome"/>.</returns>
        public byte[] Load()
        {
            bool isAnyThere = false;
            byte[] content = TryLoad(_name, ref isAnyThere);
            if (content != null)
            {
                _outcome = LoadOutcome.Current;
                return content;
            }

            content = TryLoad(_newName, ref isAnyThere);
            if (content != null)
            {
                _outcome = LoadOutcome.Recovered;
                return content;
            }

            content = TryLoad(_oldName, ref isAnyThere);
            _outcome = content != null ? LoadOutcome.Previous : isAnyThere ? LoadOutcome.Damaged : LoadOutcome.NeverSaved;
            return content;
        }

        /// <summary>Saves a content. Whenever power goes, the next <see cref="Load"/> gives the old content or this one.</summary>
        /// <returns>False if the drive did not keep it; the old one is then still there.</returns>
        public bool Save(byte[] content)
        {
            return Save(content, content.Length);
        }

        /// <summary>As the other one, for a content that fills the beginning of a buffer: a board has no room for one copy more.</summary>
        public bool Save(byte[] buffer, int length)
        {
            if (length > ContentLengthMax)
            {
                return false;
            }

            try
            {
                // A swap that was interrupted left its result here: first let it take its place, or writing over it would risk the only whole file.
                bool isWhole = IsWhole(_name);
                if (!isWhole && IsWhole(_newName))
                {
                    SwapIn(false);
                    isWhole = true;
                }

                _drive.WriteFile(_newName, Wrap(buffer, length));
                if (!IsWhole(_newName))
                {
                    return false;
                }

                SwapIn(isWhole);
                return true;
            }
            catch (Exception)
            {
                return false;
            }
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

        private byte[] TryLoad(string name, ref bool isAnyThere)
        {
            byte[] file;
            try
            {
                file = _drive.ReadFile(name);
            }
            catch (Exception)
            {
                isAnyThere = true;
                return null;
            }

            if (file == null)
            {
                return null;
            }

            isAnyThere = true;
            return Unwrap(file);
        }

        private bool IsWhole(string name)
        {
            try
            {
                byte[] file = _drive.ReadFile(name);
                return file != null && HasSeal(file);
            }
            catch (Exception)
            {
                return false;
            }
        }

        private byte[] Wrap(byte[] content, int length)
        {
            byte[] file = new byte[HeaderLength + length + TrailerLength];
            file[0] = (byte)'B';
            file[1] = (byte)'S';
            file[2] = (byte)'I';
            file[3] = (byte)'M';
            file[4] = _version;
            file[6] = (byte)(length & 0xFF);
            file[7] = (byte)(length >> 8);
            Array.Copy(content, 0, file, HeaderLength, length);
            uint crc = Crc32.Of(file, 0, HeaderLength + length);
            for (int index = 0; index < TrailerLength; index++)
            {
                file[HeaderLength + length + index] = (byte)((crc >> (8 * index)) & 0xFFu);
            }

            return file;
        }

        private byte[] Unwrap(byte[] file)
        {
            if (!HasSeal(file))
            {
                return null;
            }

            byte[] content = new byte[file.Length - HeaderLength - TrailerLength];
            Array.Copy(file, HeaderLength, content, 0, content.Length);
            return content;
        }

        private bool HasSeal(byte[] file)
        {
            if (file.Length < HeaderLength + TrailerLength || file[0] != 'B' || file[1] != 'S' || file[2] != 'I' || file[3] != 'M')
            {
                return false;
            }

            int length = file[6] | (file[7] << 8);
            if (file[4] != _version || length != file.Length - HeaderLength - TrailerLength)
            {
                return false;
            }

            uint crc = Crc32.Of(file, 0, HeaderLength + length);
            for (int index = 0; index < TrailerLength; index++)
            {
                if (file[HeaderLength + length + index] != (byte)((crc >> (8 * index)) & 0xFFu))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
