using System.Collections.Generic;
using System.Linq;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>A board that can be flashed.</summary>
    /// <param name="Name">As the user types it.</param>
    /// <param name="Target">Name of its device firmware, as nanoff has it.</param>
    internal sealed record FlashBoard(string Name, string Target)
    {
        /// <summary>Every board; docs/firmware.md has the same targets.</summary>
        public static readonly IReadOnlyList<FlashBoard> All =
        [
            new("esp32", "ESP32_REV3"),
            new("esp32-s3", "ESP32_S3_QUAD"),
            new("esp32-c3", "ESP32_C3"),
        ];

        /// <summary>The names, for help and errors.</summary>
        public static string Names => string.Join("|", All.Select(static board => board.Name));
    }
}
