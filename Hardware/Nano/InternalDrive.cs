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
