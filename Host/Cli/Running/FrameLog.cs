using System;
using System.IO;
using System.Text;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Logs;

namespace BatterySim.Host.Cli.Running
{
    /// <summary>The file that every frame goes to. What goes wrong with it ends the command with one sentence.</summary>
    internal sealed class FrameLog : IDisposable
    {
        private const int BufferBytes = 1 << 16;

        private readonly StreamWriter _writer;
        private readonly CandumpWriter _candump;

        private FrameLog(string path, StreamWriter writer)
        {
            Path = path;
            _writer = writer;
            _candump = new CandumpWriter(writer, "can0");
        }

        /// <summary>Where it is written.</summary>
        public string Path { get; }

        /// <summary>Frames written.</summary>
        public long FrameCount { get; private set; }

        /// <summary>Opens the file and empties it.</summary>
        public static FrameLog Create(string path)
        {
            try
            {
                FileStream stream = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, BufferBytes);
                return new FrameLog(path, new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferBytes));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw CliException.Failure($"cannot write the log '{path}': {Reason(problem)}; name a file in a folder that exists and may be written to.");
            }
        }

        /// <summary>Adds a frame.</summary>
        public void Write(long microseconds, CanFrame frame)
        {
            try
            {
                _candump.Write(microseconds, frame);
                FrameCount++;
            }
            catch (IOException problem)
            {
                throw Failed(problem);
            }
        }

        /// <summary>Adds a line of text that is no frame; readers of candump logs pass over it.</summary>
        public void Comment(string text)
        {
            try
            {
                _writer.Write("# " + text + "\n");
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
                _writer.Flush();
            }
            catch (IOException problem)
            {
                throw Failed(problem);
            }
        }

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

        private CliException Failed(IOException problem)
        {
            return CliException.Failure($"writing the log '{Path}' failed after {FrameCount} frames: {Reason(problem)}; make room or name another file.");
        }

        /// <summary>Why a file cannot be written, in a few words.</summary>
        internal static string Reason(Exception problem)
        {
            return problem switch
            {
                DirectoryNotFoundException => "its folder does not exist",
                UnauthorizedAccessException => "access is denied or it is a folder",

                // The runtime repeats the path behind the system's reason.
                _ => problem.Message.Split(" : '")[0].TrimEnd('.'),
            };
        }
    }
}
