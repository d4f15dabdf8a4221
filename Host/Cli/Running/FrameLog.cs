using System;
using System.IO;
using System.Threading;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Files;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>The file that every frame goes to. What goes wrong with it ends the command with one sentence.</summary>
    internal sealed class FrameLog : IDisposable
    {
        private readonly LineFile _file;
        private readonly CandumpWriter _candump;
        private long _comments;

        private FrameLog(string path, LineFile file)
        {
            Path = path;
            _file = file;
            _candump = new CandumpWriter(file.Writer, "can0");
        }

        /// <summary>Where it is written.</summary>
        public string Path { get; }

        /// <summary>Frames that lie in the file.</summary>
        public long FrameCount => _file.LineCount - _comments;

        /// <summary>Opens the file and empties it.</summary>
        /// <param name="path">The file.</param>
        /// <param name="stop">Ends the wait for a reader of a pipe.</param>
        public static FrameLog Create(string path, CancellationToken stop)
        {
            try
            {
                return new FrameLog(path, LineFile.Create(path, stop));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw CliException.Failure($"cannot write the log '{path}': {FileProblem.Reason(problem)}; name a file in a folder that exists and may be written to.");
            }
        }

        /// <summary>Adds a frame.</summary>
        public void Write(long microseconds, CanFrame frame)
        {
            try
            {
                _candump.Write(microseconds, frame);
                _file.EndLine();
            }
            catch (IOException problem)
            {
                throw Failed(problem);
            }
        }

        /// <summary>Adds a line of text that is not a frame; readers of candump logs pass over it.</summary>
        public void Comment(string text)
        {
            try
            {
                _file.Writer.Write("# " + text + "\n");
                _comments++;
                _file.EndLine();
            }
            catch (IOException problem)
            {
                throw Failed(problem);
            }
        }

        /// <summary>Puts everything written so far into the file.</summary>
        public void Flush()
        {
            try
            {
                _file.Flush();
            }
            catch (IOException problem)
            {
                throw Failed(problem);
            }
        }

        /// <summary>Closes the file. What could not be written was reported by <see cref="Flush"/>.</summary>
        public void Dispose() => _file.Dispose();

        private CliException Failed(IOException problem)
        {
            return CliException.Failure($"writing the log '{Path}' failed after {FrameCount} frames: {FileProblem.Reason(problem)}; make room or name another file.");
        }
    }
}
