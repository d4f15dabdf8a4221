using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Can.Ports.Serial;

namespace BatterySim.Host.Scpi
{
    /// <summary>The other end of an instrument: sends lines and knows which answers belong to which.</summary>
    /// <remarks>
    /// Behind each line goes a query that begins with a mark: a few queries with known answers in an order drawn for this one line. What comes
    /// before the mark belongs to the line, whatever it looks like. Lines that come back as they were sent are an echo, as a board's console has it.
    /// </remarks>
    public sealed class ScpiSession : IDisposable
    {
        private const int MarkLength = 5;

        // The longest answer is the list of all headers, some ten thousand characters; lines that wait belong to one question.
        private const int LineLengthMax = 1 << 20;
        private const int LinesMax = 10_000;
        private const string ErrorQuery = "SYST:ERR?";
        private const string ErrorCountQuery = "SYST:ERR:COUN?";
        private const byte ControlC = 3;

        private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(5);

        private readonly string _place;
        private readonly TimeSpan _patience;
        private readonly Stream _stream;
        private readonly IDisposable? _owner;
        private readonly BlockingCollection<string> _lines = [];
        private readonly Random _random = new();
        private readonly Queue<string> _echoes = new();

        private ScpiSession(string place, Stream stream, IDisposable? owner, TimeSpan patience)
        {
            _patience = patience;
            _place = place;
            _stream = stream;
            _owner = owner;
            new Thread(Read) { IsBackground = true, Name = "scpi answers" }.Start();
        }

        /// <summary>True once the other end is gone.</summary>
        public bool IsClosed => _lines.IsAddingCompleted;

        /// <summary>Connects.</summary>
        /// <exception cref="ScpiConnectionException">Nobody is there.</exception>
        public static ScpiSession Open(ScpiAddress address)
        {
            ArgumentNullException.ThrowIfNull(address);
            if (address.IsSerial)
            {
                try
                {
                    return Attach(address.ToString(), SerialDevice.Open(address.Device, address.BaudRate), UsualPatience);
                }
                catch (CanPortException problem)
                {
                    throw new ScpiConnectionException($"{problem.Message.TrimEnd('.')}.");
                }
            }

            var connection = new TcpClient();
            try
            {
                connection.Connect(address.Host, address.TcpPort);
                connection.NoDelay = true;
                return new ScpiSession(address.ToString(), connection.GetStream(), connection, UsualPatience);
            }
            catch (SocketException problem)
            {
                connection.Dispose();
                throw new ScpiConnectionException($"{address} cannot be reached ({problem.SocketErrorCode}); start a twin with 'batterysim run --scpi'.");
            }
        }

        /// <summary>Speaks to the console of a board over a stream that is open.</summary>
        /// <param name="place">What to call the other end in a message.</param>
        /// <param name="stream">The console; closed with the session.</param>
        /// <param name="patience">How long an answer may take.</param>
        /// <exception cref="ScpiConnectionException">No instrument answers there.</exception>
        public static ScpiSession Attach(string place, Stream stream, TimeSpan patience)
        {
            var session = new ScpiSession(place, stream, null, patience);
            session.Settle();
            return session;
        }

        /// <summary>Sends a line and a query behind it.</summary>
        /// <param name="line">One line; empty for the query alone.</param>
        /// <param name="tail">A query from the root.</param>
        /// <param name="stop">Ends the wait.</param>
        /// <exception cref="ScpiConnectionException">The other end is gone or silent.</exception>
        public ScpiReply Ask(string line, string tail, CancellationToken stop = default)
        {
            ArgumentNullException.ThrowIfNull(line);
            DrawMark(out string queries, out string mark);
            string marked = $"{queries}:{tail}";
            string flat = line.ReplaceLineEndings(" ");
            _echoes.Clear();
            Send(flat.Length > 0 ? [flat, marked] : [marked]);
            var answers = new List<string>();
            while (true)
            {
                string answer = Take(stop);
                if (_echoes.Count > 0 && answer == _echoes.Peek())
                {
                    _echoes.Dequeue();
                }
                else if (answer.StartsWith(mark, StringComparison.Ordinal))
                {
                    return new ScpiReply(answers, answer[mark.Length..]);
                }
                else
                {
                    answers.Add(answer);
                }
            }
        }

        /// <summary>Takes the oldest error from the queue; null if there is none.</summary>
        public string? ConsumeError(CancellationToken stop = default) => ErrorOf(Ask("", ErrorQuery, stop).Tail);

        /// <summary>Sends a line and takes the oldest error from the queue with it.</summary>
        /// <returns>The answers, and the error or null.</returns>
        public (IReadOnlyList<string> Answers, string? Error) Execute(string line, CancellationToken stop = default)
        {
            ScpiReply reply = Ask(line, ErrorQuery, stop);
            return (reply.Answers, ErrorOf(reply.Tail));
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            _stream.Dispose();
            _owner?.Dispose();
        }

        // A board may stand in a half-typed line, or still say its banner: what comes before the first mark is nobody's answer.
        private void Settle()
        {
            try
            {
                _stream.WriteByte(ControlC);
                Ask("", ErrorCountQuery);
            }
            catch (Exception problem) when (problem is IOException or ScpiConnectionException)
            {
                Dispose();
                throw new ScpiConnectionException(problem.Message);
            }
        }

        private static string? ErrorOf(string answer) => answer.StartsWith("0,", StringComparison.Ordinal) ? null : answer;

        private void DrawMark(out string queries, out string mark)
        {
            var sent = new StringBuilder();
            var answered = new StringBuilder();
            for (int index = 0; index < MarkLength; index++)
            {
                bool isLong = _random.Next(2) == 0;
                sent.Append(isLong ? ":SYST:VERS?;" : "*OPC?;");
                answered.Append(isLong ? "1999.0;" : "1;");
            }

            queries = sent.ToString();
            mark = answered.ToString();
        }

        private void Send(string[] lines)
        {
            var text = new StringBuilder();
            foreach (string line in lines)
            {
                text.Append(line).Append('\n');
                _echoes.Enqueue(line);
            }

            try
            {
                _stream.Write(Encoding.Latin1.GetBytes(text.ToString()));
                _stream.Flush();
            }
            catch (Exception problem) when (problem is IOException or ObjectDisposedException)
            {
                throw new ScpiConnectionException($"{_place} closed the connection.");
            }
        }

        private string Take(CancellationToken stop)
        {
            if (_lines.TryTake(out string? line, (int)_patience.TotalMilliseconds, stop))
            {
                return line;
            }

            throw new ScpiConnectionException(_lines.IsAddingCompleted
                ? $"{_place} closed the connection."
                : $"{_place} did not answer within {_patience.TotalSeconds:0} s; is a twin with --scpi or a board there?");
        }

        // False for a peer that says more in one line, or more lines, than an instrument ever does: it is not one.
        private bool ConsumeByte(byte value, StringBuilder line)
        {
            if (value != '\n')
            {
                line.Append((char)value);
                return line.Length <= LineLengthMax;
            }

            bool hasReturn = line.Length > 0 && line[^1] == '\r';
            _lines.Add(line.ToString(0, line.Length - (hasReturn ? 1 : 0)));
            line.Clear();
            return _lines.Count <= LinesMax;
        }

        private void Read()
        {
            try
            {
                byte[] buffer = new byte[4096];
                var line = new StringBuilder();
                for (int count = _stream.Read(buffer); count > 0; count = _stream.Read(buffer))
                {
                    foreach (byte value in buffer.AsSpan(0, count))
                    {
                        if (!ConsumeByte(value, line))
                        {
                            return;
                        }
                    }
                }
            }
            catch (Exception problem) when (problem is IOException or ObjectDisposedException)
            {
                // The end of the connection, which whoever waits for an answer sees next.
            }
            finally
            {
                _lines.CompleteAdding();
            }
        }
    }
}
