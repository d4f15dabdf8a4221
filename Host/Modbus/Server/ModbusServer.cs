using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Can.Ports.Serial;
using BatterySim.Host.Modbus.Client;
using BatterySim.Host.Modbus.Wire;

namespace BatterySim.Host.Modbus.Server
{
    /// <summary>A unit on a line: Modbus TCP, RTU over TCP, or RTU over a serial port or pseudo terminal.</summary>
    public sealed class ModbusServer : IDisposable
    {
        private const int ConnectionsMax = 16;
        private const int WaitMilliseconds = 200;
        private const int SendTimeoutMilliseconds = 2000;
        private const int RetryMilliseconds = 10;

        // USB adapters hand bytes over every 16 ms, so that 3.5 characters of silence cannot be seen; no request is sent in pieces this far apart.
        private const int SilenceMilliseconds = 50;

        private readonly ModbusResponder _responder;
        private readonly bool _isTcpFraming;
        private readonly TcpListener? _listener;
        private readonly List<ByteChannel> _channels = [];
        private readonly Lock _answering = new();
        private volatile bool _isDisposed;

        private readonly ReportLimiter _reports;

        private ModbusServer(ModbusUrl url, ModbusResponder responder, TcpListener? listener, Action<string>? report)
        {
            _reports = new ReportLimiter(report ?? (static _ => { }));
            Url = url;
            _responder = responder;
            _isTcpFraming = url.Transport == ModbusTransport.Tcp;
            _listener = listener;
        }

        /// <summary>As it was asked for.</summary>
        public ModbusUrl Url { get; }

        /// <summary>Where it listens; null for a serial port.</summary>
        public IPEndPoint? EndPoint => (IPEndPoint?)_listener?.LocalEndpoint;

        /// <summary>Requests that were answered.</summary>
        public long AnsweredCount { get; private set; }

        /// <summary>Starts to serve.</summary>
        /// <param name="url">Where; the host is the address to listen on.</param>
        /// <param name="responder">The unit.</param>
        /// <param name="listenAddress">Address to listen on in place of the host; null for the host.</param>
        /// <param name="report">Takes, on any thread, a sentence without its full stop that a person should know; null for nobody.</param>
        /// <exception cref="ModbusConnectionException">The port is taken, or there is no such device.</exception>
        public static ModbusServer Start(
            ModbusUrl url, ModbusResponder responder, IPAddress? listenAddress = null, Action<string>? report = null)
        {
            ArgumentNullException.ThrowIfNull(url);
            if (url.IsSerial)
            {
                try
                {
                    var serial = new ModbusServer(url, responder, null, report);
                    serial.Serve(new ByteChannel(SerialDevice.Open(url.Device, url.BaudRate), null));
                    return serial;
                }
                catch (CanPortException problem)
                {
                    throw new ModbusConnectionException(problem.Message.TrimEnd('.') + ".", problem);
                }
            }

            var listener = new TcpListener(listenAddress ?? AddressOf(url), url.TcpPort);
            try
            {
                listener.Start();
            }
            catch (SocketException problem)
            {
                throw new ModbusConnectionException($"Modbus cannot listen on {url} ({problem.SocketErrorCode}); choose another port.", problem);
            }

            var server = new ModbusServer(url, responder, listener, report);
            new Thread(server.Accept) { IsBackground = true, Name = "modbus connections" }.Start();
            return server;
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            _isDisposed = true;
            _listener?.Dispose();
            lock (_channels)
            {
                _channels.ForEach(static channel => channel.Dispose());
            }
        }

        private static IPAddress AddressOf(ModbusUrl url)
        {
            if (string.Equals(url.Host, "localhost", StringComparison.OrdinalIgnoreCase))
            {
                return IPAddress.Loopback;
            }

            return IPAddress.TryParse(url.Host, out IPAddress? address)
                ? address
                : throw new ModbusConnectionException($"'{url.Host}' in {url} is not an address of this computer; write 127.0.0.1, or 0.0.0.0 for every network.");
        }

        private void Accept()
        {
            while (!_isDisposed)
            {
                try
                {
                    TcpClient connection = _listener!.AcceptTcpClient();
                    connection.NoDelay = true;
                    connection.SendTimeout = SendTimeoutMilliseconds;
                    Serve(new ByteChannel(connection.GetStream(), connection));
                }
                catch (Exception problem) when (problem is SocketException or ObjectDisposedException or InvalidOperationException or IOException)
                {
                    // A connection that broke before it was made, or no room for one; or the end, which the loop sees.
                    Thread.Sleep(_isDisposed ? 0 : RetryMilliseconds);
                }
            }
        }

        private void Serve(ByteChannel channel)
        {
            lock (_channels)
            {
                if (_channels.Count >= ConnectionsMax)
                {
                    _reports.Report("turned away from Modbus", $"a client was turned away from Modbus: {ConnectionsMax} connections are open already");
                    channel.Dispose();
                    return;
                }

                _channels.Add(channel);
            }

            new Thread(() => Run(channel)) { IsBackground = true, Name = "modbus unit" }.Start();
        }

        private void Run(ByteChannel channel)
        {
            // The beginning of a request, and what comes next.
            byte[] buffer = new byte[RtuRequests.LengthMax + MbapHeader.Length + ByteChannel.PieceLengthMax];
            int length = 0;
            try
            {
                while (!_isDisposed && !channel.IsClosed)
                {
                    byte[]? piece = channel.Take(length > 0 ? SilenceMilliseconds : WaitMilliseconds);
                    if (piece == null)
                    {
                        // Silence ends a frame of RTU, a broken one too; a TCP frame may come in pieces.
                        length = _isTcpFraming ? length : 0;
                        continue;
                    }

                    if (!Keep(buffer, ref length, piece) || !AnswerAll(channel, buffer, ref length))
                    {
                        return;
                    }
                }
            }
            catch (IOException)
            {
                // The client is gone.
            }
            finally
            {
                channel.Dispose();
                lock (_channels)
                {
                    _channels.Remove(channel);
                }
            }
        }

        // False if a client speaks HTTP.
        private bool Keep(byte[] buffer, ref int length, byte[] piece)
        {
            piece.CopyTo(buffer, length);
            length += piece.Length;
            if (!HttpGuard.BeginsRequest(buffer.AsSpan(0, length)))
            {
                return true;
            }

            _reports.Report("closed by Modbus for HTTP", "a client spoke HTTP, as a web page does; Modbus closed the connection and carried out nothing of it");
            return false;
        }

        private bool AnswerAll(ByteChannel channel, byte[] buffer, ref int length)
        {
            while (true)
            {
                ReadOnlySpan<byte> bytes = buffer.AsSpan(0, length);
                ReadOnlySpan<byte> body = default;
                ushort transaction = 0;
                int used = _isTcpFraming ? ConsumeTcp(bytes, out transaction, out body) : RtuRequests.Take(bytes, out body);
                if (used < 0)
                {
                    return false;
                }

                if (body.Length > 0)
                {
                    Answer(channel, body, transaction);
                }

                buffer.AsSpan(used, length - used).CopyTo(buffer);
                length -= used;
                if (body.Length == 0)
                {
                    return true;
                }
            }
        }

        private static int ConsumeTcp(ReadOnlySpan<byte> bytes, out ushort transaction, out ReadOnlySpan<byte> body)
        {
            body = default;
            transaction = 0;
            if (bytes.Length < MbapHeader.Length)
            {
                return 0;
            }

            if (!MbapHeader.TryRead(bytes, out transaction, out int bodyLength))
            {
                return -1;
            }

            if (bytes.Length < MbapHeader.Length + bodyLength)
            {
                return 0;
            }

            body = bytes.Slice(MbapHeader.Length, bodyLength);
            return MbapHeader.Length + bodyLength;
        }

        // One line, one answer at a time: clients of a gateway wait for each other, but not for one that does not read.
        private void Answer(ByteChannel channel, ReadOnlySpan<byte> body, ushort transaction)
        {
            byte[]? reply;
            lock (_answering)
            {
                reply = _responder.Answer(body);
                if (reply == null)
                {
                    return;
                }

                if (_responder.TurnaroundMilliseconds > 0)
                {
                    Thread.Sleep(_responder.TurnaroundMilliseconds);
                }

                AnsweredCount++;
            }

            channel.Write(_isTcpFraming ? MbapHeader.Wrap(transaction, reply) : ModbusCrc.Append(reply));
        }
    }
}
