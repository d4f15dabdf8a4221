using System.IO;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Writes candump -L text of several channels.</summary>
    public sealed class CandumpLogWriter : IFrameLogWriter
    {
        private readonly TextWriter _writer;
        private CandumpWriter? _lines;
        private string _channel = "";

        /// <param name="writer">Where the lines go; closed with this writer.</param>
        public CandumpLogWriter(TextWriter writer)
        {
            _writer = writer;
        }

        /// <inheritdoc/>
        public void Write(LoggedFrame record)
        {
            if (_lines == null || _channel != record.Channel)
            {
                _channel = record.Channel;
                _lines = new CandumpWriter(_writer, _channel);
            }

            _lines.Write(record.TimeMicroseconds, record.Frame, record.Direction);
        }

        /// <inheritdoc/>
        public void Dispose() => _writer.Dispose();
    }
}
