using System;
using System.IO;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Analysis.Decoding
{
    /// <summary>Takes a log through the decoder and prints every frame.</summary>
    public sealed class DecodeRun
    {
        private readonly LogSource _source;
        private readonly FrameDecoder _decoder;
        private readonly FramePrinter _printer;
        private readonly RenderCache _cache = new();

        /// <param name="source">The log.</param>
        /// <param name="decoder">Given a dialect, or the evidence of the whole log, or to find it out on the way.</param>
        /// <param name="printer">Prints the frames.</param>
        public DecodeRun(LogSource source, FrameDecoder decoder, FramePrinter printer)
        {
            _source = source;
            _decoder = decoder;
            _printer = printer;
        }

        /// <summary>True if the log held anything but blank lines.</summary>
        public bool HasContent => _source.FrameCount + _source.Problems.Count > 0;

        /// <summary>Frames decoded so far.</summary>
        public long DecodedCount { get; private set; }

        /// <summary>Reads a whole log for what tells its dialect.</summary>
        /// <exception cref="DecodeInputException">The log cannot be read on.</exception>
        public static DialectDetector Survey(LogSource source)
        {
            ArgumentNullException.ThrowIfNull(source);
            DialectDetector detector = new();
            LoggedFrame record = new();
            while (TryRead(source, record))
            {
                detector.Observe(record.Frame);
            }

            return detector;
        }

        /// <summary>Decodes to the end of the log.</summary>
        /// <exception cref="DecodeInputException">The log cannot be read on.</exception>
        public void ToEnd()
        {
            LoggedFrame record = new();
            while (TryRead(_source, record))
            {
                Print(record);
            }

            _printer.Flush();
        }

        private static bool TryRead(LogSource source, LoggedFrame record)
        {
            try
            {
                return source.TryRead(record);
            }
            catch (IOException problem)
            {
                throw new DecodeInputException(problem);
            }
        }

        private void Print(LoggedFrame record)
        {
            _decoder.Observe(record.Frame);
            if (!_cache.TryFind(record.Frame, _decoder.Dialect, out RenderCache.Entry entry))
            {
                DecodedFrame decoded = _decoder.Decode(record.Frame);
                entry = new RenderCache.Entry(_printer.Render(record, decoded), decoded.IsDecoded);
                _cache.Add(record.Frame, _decoder.Dialect, entry);
            }

            DecodedCount += entry.IsDecoded ? 1 : 0;
            _printer.ShowsChannel |= _source.HasSeveralChannels;
            _printer.Print(record, entry.Text);
        }
    }
}
