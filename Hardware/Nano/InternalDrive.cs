using System.IO;
using BatterySim.Hardware.Boards;

namespace BatterySim.Hardware.Nano
{
    /// <summary>The board's drive: the flash file system that every ESP32 firmware mounts as I:, or an SD card where there is none.</summary>
    public sealed class InternalDrive : IFileDrive
    {
        private const string Root = BoardPins.DriveRoot;

        /// <inheritdoc/>
        public byte[] ReadFile(string name)
        {
            string path = Root + name;
            return File.Exists(path) ? File.ReadAllBytes(path) : null;
        }

        /// <inheritdoc/>
        public void WriteFile(string name, byte[] content)
        {
            File.WriteAllBytes(Root + name, content);
        }

        /// <inheritdoc/>
        public int LengthOf(string name)
        {
            string path = Root + name;
            if (!File.Exists(path))
            {
                return -1;
            }

            using (FileStream stream = new FileStream(path, FileMode.Open, FileAccess.Read))
            {
                return (int)stream.Length;
            }
        }

        /// <inheritdoc/>
        public int ReadPiece(string name, int offset, byte[] buffer)
        {
            using (FileStream stream = new FileStream(Root + name, FileMode.Open, FileAccess.Read))
            {
                int left = (int)stream.Length - offset;
                int wanted = left < buffer.Length ? left : buffer.Length;
                stream.Position = offset;
                int count = 0;
                int read = 1;
                while (count < wanted && read > 0)
                {
                    read = stream.Read(buffer, count, wanted - count);
                    count += read;
                }

                return count;
            }
        }

        /// <inheritdoc/>
        public void Append(string name, byte[] buffer, int count)
        {
            using (FileStream stream = new FileStream(Root + name, FileMode.Append, FileAccess.Write))
            {
                stream.Write(buffer, 0, count);
            }
        }

        /// <inheritdoc/>
        public void Delete(string name)
        {
            string path = Root + name;
            if (File.Exists(path))
            {
                File.Delete(path);
            }
        }

        /// <inheritdoc/>
        public void Rename(string from, string to)
        {
            File.Move(Root + from, Root + to);
        }
    }
}
