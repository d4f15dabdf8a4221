using System;
using System.IO;
using System.Text;
using System.Threading;

namespace BatterySim.Host.Files
{
    /// <summary>A file that grows line by line while a run goes on: readers find whole lines, and the count is of lines that lie in it.</summary>
    /// <remarks>
    /// Links are followed, devices and pipes are written through. Lines leave in pieces that end with a line; a disk that fills up in the middle
    /// of a piece has the file cut back to its last whole line.
    /// </remarks>
    public sealed class LineFile : IDisposable
    {
        private const int PieceChars = 48 * 1024;

        private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

        private readonly StringBuilder _piece = new();
        private readonly Stream _stream;
        private readonly bool _isRegular;
        private int _pieceLines;
        private bool _isBroken;
        private bool _isEmptied;

        private LineFile(Stream stream, bool isRegular)
        {
            _stream = stream;
            _isRegular = isRegular;
            Writer = new StringWriter(_piece) { NewLine = "\n" };
        }

        /// <summary>Takes text; call <see cref="EndLine"/> behind each line.</summary>
        public TextWriter Writer { get; }

        /// <summary>Lines that were handed to the system.</summary>
        public long LineCount { get; private set; }

        /// <summary>Opens the file. What is in it stays until a line is written or flushed: a run that never begins destroys nothing.</summary>
        /// <param name="path">The file.</param>
        /// <param name="stop">Ends the wait for a reader of a pipe.</param>
        /// <exception cref="OperationCanceledException">A pipe had no reader when the end was asked for.</exception>
        public static LineFile Create(string path, CancellationToken stop = default)
        {
            FileIdentity place = FileIdentity.Of(path);
            switch (place.Kind)
            {
                case FileKind.Folder:
                    throw new IOException("it is a folder");
                case FileKind.Special:
                    return new LineFile(new PatientStream(place.Target, stop), false);
                default:
                    return new LineFile(new FileStream(place.Target, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, 1), true);
            }
        }

        /// <summary>Counts a line that was written, and passes on what has gathered if it is much.</summary>
        public void EndLine()
        {
            _pieceLines++;
            if (_piece.Length >= PieceChars)
            {
                Flush();
            }
        }

        /// <summary>Puts every line written so far into the file.</summary>
        /// <exception cref="IOException">It could not be; the file ends with the last whole line that fitted.</exception>
        public void Flush()
        {
            if (_isBroken)
            {
                return;
            }

            if (_isRegular && !_isEmptied)
            {
                _stream.SetLength(0);
                _isEmptied = true;
            }

            if (_piece.Length == 0)
            {
                return;
            }

            byte[] bytes = Plain.GetBytes(_piece.ToString());
            long start = _isRegular ? _stream.Position : 0;
            try
            {
                _stream.Write(bytes);
                _stream.Flush();
                LineCount += _pieceLines;
            }
            catch (IOException)
            {
                _isBroken = true;
                CutBack(start, bytes);
                throw;
            }
            finally
            {
                _piece.Clear();
                _pieceLines = 0;
            }
        }

        /// <summary>Closes the file. What could not be written was reported by <see cref="Flush"/>.</summary>
        public void Dispose()
        {
            try
            {
                if (_isEmptied || _piece.Length > 0)
                {
                    Flush();
                }
            }
            catch (IOException)
            {
                // The failure that matters is on its way to the user already.
            }

            Writer.Dispose();
            _stream.Dispose();
        }

        private void CutBack(long start, byte[] bytes)
        {
            if (!_isRegular)
            {
                return;
            }

            try
            {
                int arrived = (int)Math.Clamp(RandomAccess.GetLength(((FileStream)_stream).SafeFileHandle) - start, 0, bytes.Length);
                int whole = bytes.AsSpan(0, arrived).LastIndexOf((byte)'\n') + 1;
                RandomAccess.SetLength(((FileStream)_stream).SafeFileHandle, start + whole);
                LineCount += bytes.AsSpan(0, whole).Count((byte)'\n');
            }
            catch (IOException)
            {
                // The disk gives no answer any more; the first failure is the one to tell.
            }
        }
    }
}
