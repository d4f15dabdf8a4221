using System;
using System.IO;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>Writes a file so that whoever looks sees the old one or the new one, never a half.</summary>
    public static class WholeFile
    {
        /// <summary>Writes beside the file and puts it in its place once it is complete.</summary>
        /// <param name="path">The file; replaced if it exists.</param>
        /// <param name="write">Writes the content.</param>
        public static void Write(string path, Action<Stream> write)
        {
            string beside = path + ".part";
            FileStream stream = new(beside, FileMode.Create, FileAccess.Write);
            try
            {
                using (stream)
                {
                    write(stream);
                }

                File.Move(beside, path, overwrite: true);
            }
            catch
            {
                File.Delete(beside);
                throw;
            }
        }

        /// <summary>Finds out whether the file could be written, without touching one that is there.</summary>
        /// <exception cref="IOException">It cannot.</exception>
        /// <exception cref="UnauthorizedAccessException">It must not.</exception>
        public static void Probe(string path)
        {
            if (Directory.Exists(path))
            {
                throw new UnauthorizedAccessException("it is a folder");
            }

            string beside = path + ".part";
            using (File.Create(beside))
            {
                // That it can be made is all there is to know.
            }

            File.Delete(beside);
        }
    }
}
