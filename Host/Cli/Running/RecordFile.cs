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

        private readonly TwinSession _session;
        private StreamWriter _writer;
        private CsvRecorder _recorder;
        private long _rowsBefore;
        private int _fileCount = 1;

        private RecordFile(string path, TwinSession session)
        {
            Path = path;
            _session = session;
            _writer = Open(path);
            _recorder = new CsvRecorder(session, _writer);
            session.Stepped += OnStepped;
        }

        /// <summary>Where it is written.</summary>
        public string Path { get; }

        /// <summary>Files written: one for each number of batteries that the bank had in turn.</summary>
        public int FileCount => _fileCount;

        /// <summary>Rows written.</summary>
        public long RowCount => _rowsBefore + _recorder.RowCount;

        /// <summary>Opens the file, empties it and records the session from now on.</summary>
        public static RecordFile Create(string path, TwinSession session) => new(path, session);

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

        private static StreamWriter Open(string path)
        {
            try
            {
                FileStream stream = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, BufferBytes);
                return new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferBytes);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                string reason = FrameLog.Reason(problem);
                throw CliException.Failure($"cannot write the record '{path}': {reason}; name a file in a folder that exists and may be written to.");
            }
        }

        private void OnStepped(long milliseconds)
        {
            if (_recorder.BatteryCount != _session.Simulator.Bank.Count)
            {
                Continue();
            }

            Guard(() => _recorder.Observe(milliseconds));
        }

        // A table has one heading and rows of one width: a bank of another number of batteries gets a file of its own, bank-2.csv behind bank.csv.
        private void Continue()
        {
            Guard(_writer.Dispose);
            _rowsBefore += _recorder.RowCount;
            _fileCount++;
            string folder = System.IO.Path.GetDirectoryName(Path) ?? "";
            string name = $"{System.IO.Path.GetFileNameWithoutExtension(Path)}-{_fileCount}{System.IO.Path.GetExtension(Path)}";
            _writer = Open(System.IO.Path.Combine(folder, name));
            _recorder = new CsvRecorder(_session, _writer);
        }

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
