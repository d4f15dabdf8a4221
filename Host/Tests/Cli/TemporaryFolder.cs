using System;
using System.IO;

namespace BatterySim.Host.Tests.Cli
{
    /// <summary>A folder that is gone after the test.</summary>
    internal sealed class TemporaryFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("batterysim-");

        public string File(string name) => Path.Combine(_folder.FullName, name);

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
