using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using BatterySim.Host.Panel.Engine.Scenarios;

namespace BatterySim.Host.Panel.Wasm
{
    /// <summary>What a test asks of the engine inside the page, from outside the page: nothing of the page itself needs it.</summary>
    /// <remarks>Host/Tests/Outside/site.mjs compares it with the program.</remarks>
    [SupportedOSPlatform("browser")]
    internal static partial class LibraryExports
    {
        /// <summary>Paths of the scenarios of the library, a line each.</summary>
        [JSExport]
        internal static string Paths() => string.Join('\n', LibraryCheck.Paths());

        /// <summary>Runs every case of a scenario.</summary>
        /// <param name="path">Its path.</param>
        /// <returns>What <see cref="LibraryCheck"/> says of it.</returns>
        [JSExport]
        internal static string Run(string path) => LibraryCheck.Run(path);
    }
}
