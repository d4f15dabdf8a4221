using System;
using System.IO;
using System.Linq;
using System.Text;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Which formats there are, and who reads and writes them. <see cref="LogSniffer"/> tells them apart.</summary>
    public static class LogFormats
    {
        private static readonly Row[] Rows =
        [
            new(LogFormat.Candump, "candump", "candump text", [".log", ".candump"], static stream => new CandumpReader(stream), static stream => new CandumpLogWriter(Text(stream))),
            new(LogFormat.Asc, "asc", "Vector ASC", [".asc"], static stream => new AscReader(stream), static stream => new AscWriter(Text(stream))),
            new(LogFormat.Pcapng, "pcapng", "pcapng", [".pcapng"], static stream => new PcapngReader(stream), static stream => new PcapngWriter(stream)),
            new(LogFormat.Pcap, "pcap", "pcap", [".pcap", ".cap"], static stream => new PcapReader(stream), null),
            new(LogFormat.Trc, "trc", "PCAN trace", [".trc"], static stream => new TrcReader(stream), null),
            new(LogFormat.Gvret, "gvret", "GVRET CSV", [], static stream => new GvretReader(stream), null),
            new(LogFormat.Busmaster, "busmaster", "BUSMASTER log", [], static stream => new BusmasterReader(stream), null),
            new(LogFormat.PythonCan, "python-can", "python-can CSV", [], static stream => new PythonCanReader(stream), null),
        ];

        /// <summary>Names of all formats, as options take them.</summary>
        public static string Names => string.Join(", ", Rows.Select(static row => row.Name));

        /// <summary>Names of the formats that can be written.</summary>
        public static string WritableNames => string.Join(", ", Rows.Where(static row => row.Write is not null).Select(static row => row.Name));

        /// <summary>The format of that name; null if there is none.</summary>
        public static LogFormat? OfName(string name)
        {
            ArgumentNullException.ThrowIfNull(name);
            string wanted = name.Trim().ToLowerInvariant();
            return Array.Find(Rows, row => row.Name == wanted || (wanted == "log" && row.Format == LogFormat.Candump))?.Format;
        }

        /// <summary>The format that a file's ending stands for; null if it stands for none.</summary>
        public static LogFormat? OfPath(string path)
        {
            string ending = Path.GetExtension(path).ToLowerInvariant();
            return Array.Find(Rows, row => row.Endings.Contains(ending))?.Format;
        }

        /// <summary>The format in words, such as "Vector ASC".</summary>
        public static string TitleOf(LogFormat format) => Find(format).Title;

        /// <summary>True if logs can be written in it.</summary>
        public static bool CanWrite(LogFormat format) => Find(format).Write is not null;

        /// <summary>Reads a log; the caller closes the stream.</summary>
        public static IFrameLogReader CreateReader(LogFormat format, Stream stream) => Find(format).Read(stream);

        /// <summary>Writes a log; disposing of the writer closes the stream.</summary>
        /// <exception cref="ArgumentException">The format is read only.</exception>
        public static IFrameLogWriter CreateWriter(LogFormat format, Stream stream)
        {
            Func<Stream, IFrameLogWriter> write = Find(format).Write
                ?? throw new ArgumentException($"{TitleOf(format)} is read and not written.", nameof(format));
            return write(stream);
        }

        private static Row Find(LogFormat format) => Array.Find(Rows, row => row.Format == format)!;

        private static StreamWriter Text(Stream stream) => new(stream, new UTF8Encoding(false));

        private sealed record Row(
            LogFormat Format,
            string Name,
            string Title,
            string[] Endings,
            Func<Stream, IFrameLogReader> Read,
            Func<Stream, IFrameLogWriter>? Write);
    }
}
