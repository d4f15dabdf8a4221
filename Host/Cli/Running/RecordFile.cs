using System;
using System.IO;
using System.Threading;
using BatterySim.Host.Files;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>The file that the recorder's rows go to. What goes wrong with it ends the command with one sentence.</summary>
    internal sealed class RecordFile : IDisposable
    {
        private readonly TwinSession _session;
        private readonly CancellationToken _stop;
        private LineFile _file;
        private CsvRecorder _recorder;
        private long _rowsBefore;
        private int _fileCount = 1;

        private RecordFile(string path, TwinSession session, CancellationToken stop)
        {
            Path = path;
            _session = session;
            _stop = stop;
            _file = Open(path);
            _recorder = Begin();
            session.Stepped += OnStepped;
        }

        /// <summary>Where it is written.</summary>
        public string Path { get; }

        /// <summary>Files written: one for each number of batteries that the bank had in turn.</summary>
        public int FileCount => _fileCount;

        /// <summary>Rows that lie in the files.</summary>
        public long RowCount => _rowsBefore + Math.Max(0, _file.LineCount - 1);

        /// <summary>Opens the file, empties it and records the session from now on.</summary>
        /// <param name="path">The file.</param>
        /// <param name="session">What is recorded.</param>
        /// <param name="stop">Ends the wait for a reader of a pipe.</param>
        public static RecordFile Create(string path, TwinSession session, CancellationToken stop) => new(path, session, stop);

        /// <summary>Puts everything recorded so far into the file.</summary>
        public void Flush() => Guard(_file.Flush);

        /// <summary>Closes the file. What could not be written was reported by <see cref="Flush"/>.</summary>
        public void Dispose() => _file.Dispose();

        private LineFile Open(string path)
        {
            try
            {
                return LineFile.Create(path, _stop);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                string reason = FileProblem.Reason(problem);
                throw CliException.Failure($"cannot write the record '{path}': {reason}; name a file in a folder that exists and may be written to.");
            }
        }

        private void OnStepped(long milliseconds)
        {
            if (_recorder.BatteryCount != _session.Simulator.Bank.Count)
            {
                Continue();
            }

            Guard(() => Observe(milliseconds));
        }

        private void Observe(long milliseconds)
        {
            long before = _recorder.RowCount;
            _recorder.Observe(milliseconds);
            for (long row = before; row < _recorder.RowCount; row++)
            {
                _file.EndLine();
            }
        }

        private CsvRecorder Begin()
        {
            var recorder = new CsvRecorder(_session, _file.Writer);
            _file.EndLine();
            return recorder;
        }

        // A table has one heading and rows of one width: a bank of another number of batteries gets a file of its own, bank-2.csv behind bank.csv.
        private void Continue()
        {
            Guard(_file.Flush);
            _rowsBefore = RowCount;
            _file.Dispose();
            _fileCount++;
            string folder = System.IO.Path.GetDirectoryName(Path) ?? "";
            string name = $"{System.IO.Path.GetFileNameWithoutExtension(Path)}-{_fileCount}{System.IO.Path.GetExtension(Path)}";
            _file = Open(System.IO.Path.Combine(folder, name));
            _recorder = Begin();
        }

        private void Guard(Action write)
        {
            try
            {
                write();
            }
            catch (IOException problem)
            {
                throw CliException.Failure($"writing the record '{Path}' failed after {RowCount} rows: {FileProblem.Reason(problem)}; make room or name another file.");
            }
        }
    }
}
