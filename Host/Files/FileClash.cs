using System.Collections.Generic;

namespace BatterySim.Host.Files
{
    /// <summary>Finds an output that is an input or another output, before anything is opened.</summary>
    public static class FileClash
    {
        /// <summary>The first clash in words; null if there is none.</summary>
        /// <param name="inputs">Files that are read, each with what the user calls it ("--can log://w.log").</param>
        /// <param name="outputs">Files that are written, each with what the user calls it ("--log w.log").</param>
        public static string? Find(IEnumerable<(string Name, string Path)> inputs, IEnumerable<(string Name, string Path)> outputs)
        {
            var taken = new List<(string Name, FileIdentity Identity, bool IsInput)>();
            foreach ((string name, string path) in inputs)
            {
                taken.Add((name, FileIdentity.Of(path), true));
            }

            foreach ((string name, string path) in outputs)
            {
                FileIdentity identity = FileIdentity.Of(path);
                foreach ((string other, FileIdentity there, bool isInput) in taken)
                {
                    if (identity.IsSameAs(there))
                    {
                        return isInput
                            ? $"{name} would overwrite {other}, which is read; name another file to write"
                            : $"{name} and {other} are the same file; name two";
                    }
                }

                taken.Add((name, identity, false));
            }

            return null;
        }
    }
}
