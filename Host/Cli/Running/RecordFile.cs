using System;
using System.IO;
using System.Text;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>The file that the recorder's rows go to. What goes wrong with it ends the command with one sentence.</summary>
    internal sealed class RecordFile : IDisposable
    {
        private const int BufferBytes = 1 << 16;

        private readonly StreamWriter _writer;
        private readonly CsvRecorder _recorder;

        private RecordFile(string path, StreamWriter writer, TwinSession session)
        {
            Path = path;
            _writer = writer;
            _recorder = new CsvRecorder(session, writer);
            session.Stepped += OnStepped;
        }

        /// <summary>Where it is written.</summary>
        public string Path { get; }

        /// <summary>Rows written.</summary>
        public long RowCount => _recorder.RowCount;

        /// <summary>Opens the file, empties it and records the session from now on.</summary>
        public static RecordFile Create(string path, TwinSession session)
        {
            try
            {
                FileStream stream = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, BufferBytes);
                return new RecordFile(path, new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferBytes), session);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw CliException.Failure($"cannot write the record '{path}': {FrameLog.Reason(problem)}; name a file in a folder that exists and may be written to.");
            }
        }

        /// <summary>Puts everything recorded so far into the file.</summary>
        public void Flush() => Guard(_writer.Flush);

        /// <summary>Closes the file. What could not be written was reported by <see cref="Flush"/>.</summary>
        public void Dispose()
        {
            try
            {
                _writer.Dispose();
            }
            catch (IOException)
            {
                // The failure that matters is on its way to the user already.
            }
        }

        private void OnStepped(long milliseconds) => Guard(() => _recorder.Observe(milliseconds));

        private void Guard(Action write)
        {
            try
            {
                write();
            }
            catch (IOException problem)
            {
                throw CliException.Failure($"writing the record '{Path}' failed after {RowCount} rows: {FrameLog.Reason(problem)}; make room or name another file.");
            }
        }
    }
}
