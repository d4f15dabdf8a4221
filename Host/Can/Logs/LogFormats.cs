using System;
using System.IO;
using System.Text;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Which formats there are, how they are told apart, and who reads and writes them.</summary>
    public static class LogFormats
    {
        /// <summary>Names, as options take them.</summary>
        public const string Names = "candump, asc, pcapng";

        /// <summary>The format of that name; null if there is none.</summary>
        public static LogFormat? OfName(string name)
        {
            ArgumentNullException.ThrowIfNull(name);
            return name.Trim().ToLowerInvariant() switch
            {
                "candump" or "log" => LogFormat.Candump,
                "asc" => LogFormat.Asc,
                "pcapng" => LogFormat.Pcapng,
                _ => null,
            };
        }

        /// <summary>The format that a file's ending stands for; null if it stands for none.</summary>
        public static LogFormat? OfPath(string path)
        {
            return Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".log" or ".candump" => LogFormat.Candump,
                ".asc" => LogFormat.Asc,
                ".pcapng" => LogFormat.Pcapng,
                _ => null,
            };
        }

        /// <summary>Reads a log; the caller closes the stream.</summary>
        public static IFrameLogReader CreateReader(LogFormat format, Stream stream)
        {
            return format switch
            {
                LogFormat.Asc => new AscReader(new StreamReader(stream, Encoding.Latin1)),
                LogFormat.Pcapng => new PcapngReader(stream),
                _ => new CandumpReader(new StreamReader(stream)),
            };
        }

        /// <summary>Writes a log; disposing of the writer closes the stream.</summary>
        public static IFrameLogWriter CreateWriter(LogFormat format, Stream stream)
        {
            return format switch
            {
                LogFormat.Asc => new AscWriter(new StreamWriter(stream, new UTF8Encoding(false))),
                LogFormat.Pcapng => new PcapngWriter(stream),
                _ => new CandumpLogWriter(new StreamWriter(stream, new UTF8Encoding(false))),
            };
        }
    }
}
