using System.Collections.Generic;
using System.IO;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Cli.Decoding
{
    /// <summary>Takes a log through the decoder: what is no frame is named on standard error, and it goes on.</summary>
    internal sealed class DecodeRun
    {
        // A battery repeats its set every second, so what tells the dialect comes within the first.
        private const long LookAheadMicroseconds = 1_100_000;
        private const int LookAheadFramesMax = 64;

        private readonly IFrameLogReader _reader;
        private readonly FrameDecoder _decoder;
        private readonly IFramePrinter _printer;
        private readonly TextWriter _error;
        private readonly Queue<CandumpRecord> _waiting = new();

        public DecodeRun(IFrameLogReader reader, FrameDecoder decoder, IFramePrinter printer, TextWriter error)
        {
            _reader = reader;
            _decoder = decoder;
            _printer = printer;
            _error = error;
        }

        /// <summary>Lines read so far.</summary>
        public long LineCount => _reader.LineNumber;

        /// <summary>True if the log held anything but blank lines.</summary>
        public bool HasContent { get; private set; }

        /// <summary>Frames decoded so far.</summary>
        public long DecodedCount { get; private set; }

        /// <summary>Decodes to the end of the log.</summary>
        public void ToEnd()
        {
            if (_decoder.IsAuto)
            {
                LookAhead();
            }

            while (_waiting.TryDequeue(out CandumpRecord? early))
            {
                Print(early);
            }

            var record = new CandumpRecord();
            while (TryRead(record))
            {
                Print(record);
            }
        }

        private void LookAhead()
        {
            long end = long.MaxValue;
            for (var record = new CandumpRecord(); _waiting.Count < LookAheadFramesMax && TryRead(record); record = new CandumpRecord())
            {
                _waiting.Enqueue(record);
                _decoder.Observe(record.Frame);
                end = _waiting.Count == 1 ? record.TimeMicroseconds + LookAheadMicroseconds : end;
                if (record.TimeMicroseconds >= end)
                {
                    break;
                }
            }
        }

        private bool TryRead(CandumpRecord record)
        {
            while (true)
            {
                switch (Read(record))
                {
                    case CandumpReadResult.Frame:
                        return true;
                    case CandumpReadResult.BadLine:
                        _error.WriteLine($"batterysim: {_reader.Unit} {_reader.LineNumber} skipped: {_reader.Reason}.");
                        break;
                    default:
                        return false;
                }
            }
        }

        private CandumpReadResult Read(CandumpRecord record)
        {
            try
            {
                CandumpReadResult result = _reader.Read(record);
                HasContent |= result != CandumpReadResult.End;
                return result;
            }
            catch (IOException problem)
            {
                throw new DecodeInputException(problem);
            }
        }

        private void Print(CandumpRecord record)
        {
            DecodedFrame decoded = _decoder.Decode(record.Frame);
            DecodedCount += decoded.IsDecoded ? 1 : 0;
            _printer.Print(record, decoded);
        }
    }
}
