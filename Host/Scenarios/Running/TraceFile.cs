using System;
using System.IO;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Files;
using BatterySim.Host.Scenarios.Observing;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>Every frame of a run, as candump -L writes it.</summary>
    internal sealed class TraceFile : IDisposable
    {
        private readonly LineFile _output;
        private readonly CandumpWriter _lines;
        private readonly CanFrame _scratch = new();

        /// <summary>Makes the file, and its folder if that is not there.</summary>
        public TraceFile(string path)
        {
            string? folder = Path.GetDirectoryName(path);
            if (!string.IsNullOrEmpty(folder))
            {
                Directory.CreateDirectory(folder);
            }

            _output = LineFile.Create(path);
            _lines = new CandumpWriter(_output.Writer, "can0");
        }

        /// <summary>Writes a frame.</summary>
        public void Write(FrameRecord record)
        {
            record.CopyTo(_scratch);
            _lines.Write(record.Microseconds, _scratch);
            _output.EndLine();
        }

        /// <inheritdoc/>
        public void Dispose() => _output.Dispose();
    }
}
