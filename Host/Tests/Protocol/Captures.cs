using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Logs;

namespace BatterySim.Host.Tests.Protocol
{
    /// <summary>The captures under Data/captures, whose README names their sources.</summary>
    internal static class Captures
    {
        public static string Folder { get; } = Path.Combine(FindHost(), "Tests", "Data", "captures");

        public static string[] Files { get; } =
        [
            .. Directory.GetFiles(Folder, "*.log").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal),
        ];

        public static string PathOf(string file) => Path.Combine(Folder, file);

        public static List<CanFrame> Frames(string file)
        {
            var frames = new List<CanFrame>();
            foreach (string line in File.ReadLines(PathOf(file)))
            {
                var record = new LoggedFrame();
                if (!CandumpReader.TryParse(line, record, out string reason))
                {
                    throw new InvalidDataException($"{file}: {line}: {reason}");
                }

                frames.Add(record.Frame);
            }

            return frames;
        }

        public static CanFrame Frame(string idAndData)
        {
            var record = new LoggedFrame();
            return CandumpReader.TryParse("(0.000000) can0 " + idAndData, record, out string reason)
                ? record.Frame
                : throw new ArgumentException(reason, nameof(idAndData));
        }

        public static string Hex(CanFrame frame) => Convert.ToHexString(frame.Data, 0, frame.Length);

        private static string FindHost()
        {
            for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                string host = Path.Combine(folder.FullName, "Host");
                if (File.Exists(Path.Combine(host, "Host.slnx")))
                {
                    return host;
                }
            }

            throw new DirectoryNotFoundException("No folder above the tests holds Host/Host.slnx.");
        }
    }
}
