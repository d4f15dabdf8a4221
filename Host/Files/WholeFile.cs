using System;
using System.IO;

namespace BatterySim.Host.Files
{
    /// <summary>Writes a file so that a reader sees the old one or the new one, never a half.</summary>
    /// <remarks>
    /// The content goes to a temporary file of a name that nobody has, beside the file that links lead to, and takes its place and its mode once
    /// it is complete. Devices and pipes are written through. Where the folder takes no new file but the file itself can be written, it is.
    /// </remarks>
    public static class WholeFile
    {
        private const int Tries = 16;

        /// <summary>Writes a file.</summary>
        /// <param name="path">The file; replaced if it exists.</param>
        /// <param name="write">Writes the content.</param>
        public static void Write(string path, Action<Stream> write)
        {
            FileIdentity place = Check(path);
            if (place.Kind == FileKind.Special)
            {
                using FileStream through = new(place.Target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                write(through);
                return;
            }

            FileStream? beside = TryCreateBeside(place.Target);
            if (beside is null)
            {
                using FileStream direct = new(place.Target, FileMode.Open, FileAccess.Write, FileShare.Read);
                direct.SetLength(0);
                write(direct);
                return;
            }

            string draft = beside.Name;
            try
            {
                using (beside)
                {
                    write(beside);
                }

                if (place.Kind == FileKind.Regular && !OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(draft, File.GetUnixFileMode(place.Target));
                }

                File.Move(draft, place.Target, overwrite: true);
            }
            catch
            {
                File.Delete(draft);
                throw;
            }
        }

        /// <summary>Finds out whether the file could be written, without touching one that is there.</summary>
        /// <exception cref="IOException">It cannot.</exception>
        /// <exception cref="UnauthorizedAccessException">It must not.</exception>
        public static void Probe(string path)
        {
            FileIdentity place = Check(path);
            if (place.Kind == FileKind.Special)
            {
                return;
            }

            FileStream? beside = TryCreateBeside(place.Target);
            if (beside is not null)
            {
                beside.Dispose();
                File.Delete(beside.Name);
            }
        }

        private static FileIdentity Check(string path)
        {
            FileIdentity place = FileIdentity.Of(path);
            return place.Kind == FileKind.Folder ? throw new IOException("it is a folder") : place;
        }

        // Null where the file is there and may be written, but its folder takes no other.
        private static FileStream? TryCreateBeside(string target)
        {
            string folder = Path.GetDirectoryName(target) ?? ".";
            for (int left = Tries; ; left--)
            {
                string draft = Path.Combine(folder, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
                try
                {
                    return new FileStream(draft, FileMode.CreateNew, FileAccess.Write);
                }
                catch (IOException) when (left > 0 && File.Exists(draft))
                {
                    // Somebody has that name; another one is drawn.
                }
                catch (UnauthorizedAccessException) when (File.Exists(target))
                {
                    using (new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.Read))
                    {
                        return null;
                    }
                }
            }
        }
    }
}
