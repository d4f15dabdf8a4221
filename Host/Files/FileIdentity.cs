using System;
using System.Buffers.Binary;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace BatterySim.Host.Files
{
    /// <summary>Which file a path means, whatever it is called: device and inode where the system has them, the full path otherwise.</summary>
    public readonly record struct FileIdentity
    {
        private const int FileTypeMask = 0xF000;
        private const int RegularFile = 0x8000;
        private const int Directory = 0x4000;

        private FileIdentity(string target, FileKind kind, ulong device, ulong inode)
        {
            Target = target;
            Kind = kind;
            Device = device;
            Inode = inode;
        }

        /// <summary>Full path with links followed: where the content is or will be.</summary>
        public string Target { get; }

        /// <summary>What is there.</summary>
        public FileKind Kind { get; }

        private ulong Device { get; }

        private ulong Inode { get; }

        /// <summary>Looks at a path. A link to nothing is followed to where its file would be made.</summary>
        /// <exception cref="IOException">Links lead round in a circle.</exception>
        public static FileIdentity Of(string path)
        {
            string target = Resolve(Path.GetFullPath(path));
            if (OperatingSystem.IsLinux() && Status.TryRead(target, out int mode, out ulong device, out ulong inode))
            {
                FileKind kind = (mode & FileTypeMask) switch
                {
                    RegularFile => FileKind.Regular,
                    Directory => FileKind.Folder,
                    _ => FileKind.Special,
                };
                return new FileIdentity(target, kind, device, inode);
            }

            return new FileIdentity(target, KindOf(target), 0, 0);
        }

        /// <summary>True if both are one file. What passes through (a terminal, /dev/null) is never the same as anything.</summary>
        public bool IsSameAs(FileIdentity other)
        {
            if (Kind == FileKind.Special || other.Kind == FileKind.Special)
            {
                return false;
            }

            return Inode != 0 && other.Inode != 0
                ? Inode == other.Inode && Device == other.Device
                : string.Equals(Target, other.Target, OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
        }

        private static FileKind KindOf(string path)
        {
            if (System.IO.Directory.Exists(path))
            {
                return FileKind.Folder;
            }

            if (!File.Exists(path))
            {
                return FileKind.Missing;
            }

            FileAttributes attributes = File.GetAttributes(path);
            return (attributes & FileAttributes.Device) != 0 || IsSpecialMode(path) ? FileKind.Special : FileKind.Regular;
        }

        // macOS: what has no length and lies below /dev.
        private static bool IsSpecialMode(string path) => !OperatingSystem.IsWindows() && path.StartsWith("/dev/", StringComparison.Ordinal);

        // The folder's own links count too: a/x and b/x are one file where b links to a.
        private static string Resolve(string path)
        {
            string folder = Path.GetDirectoryName(path) is string parent && parent != path && System.IO.Directory.Exists(parent)
                ? new DirectoryInfo(Real(parent)).FullName
                : Path.GetDirectoryName(path) ?? path;
            string here = Path.GetFileName(path).Length == 0 ? path : Path.Combine(folder, Path.GetFileName(path));
            FileSystemInfo? end = new FileInfo(here).LinkTarget is null ? null : new FileInfo(here).ResolveLinkTarget(returnFinalTarget: true);
            return end?.FullName ?? here;
        }

        private static string Real(string folder)
        {
            string? parent = Path.GetDirectoryName(folder);
            if (parent is null)
            {
                return folder;
            }

            string here = Path.Combine(Real(parent), Path.GetFileName(folder));
            return new DirectoryInfo(here).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? here;
        }

        // statx(2), whose record is the same on every processor.
        private static class Status
        {
            private const int AtCurrentFolder = -100;
            private const uint BasicStatus = 0x7FF;
            private const int RecordBytes = 256;
            private const int ModeOffset = 28;
            private const int InodeOffset = 32;
            private const int DeviceMajorOffset = 136;
            private const int DeviceMinorOffset = 140;

            public static bool TryRead(string path, out int mode, out ulong device, out ulong inode)
            {
                byte[] name = new byte[Encoding.UTF8.GetByteCount(path) + 1];
                Encoding.UTF8.GetBytes(path, name);
                byte[] record = new byte[RecordBytes];
                int result;
                try
                {
                    result = StatX(AtCurrentFolder, name, 0, BasicStatus, record);
                }
                catch (EntryPointNotFoundException)
                {
                    result = -1;
                }

                mode = BinaryPrimitives.ReadUInt16LittleEndian(record.AsSpan(ModeOffset));
                inode = BinaryPrimitives.ReadUInt64LittleEndian(record.AsSpan(InodeOffset));
                device = ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(record.AsSpan(DeviceMajorOffset)) << 32)
                    | BinaryPrimitives.ReadUInt32LittleEndian(record.AsSpan(DeviceMinorOffset));
                return result == 0;
            }

            [DllImport("libc", EntryPoint = "statx")]
            [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
            private static extern int StatX(int folder, byte[] path, int flags, uint mask, byte[] record);
        }
    }
}
