using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net.Sockets;
using System.Threading;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Can.Ports.Serial;
using BatterySim.Host.Modbus.Wire;

namespace BatterySim.Host.Modbus.Client
{
    /// <summary>A Modbus client: one request at a time, with time-outs and retries. It writes nothing that was not allowed beforehand.</summary>
    public sealed class ModbusClient : IDisposable
    {
        private const int ConnectMilliseconds = 3000;

        private readonly ModbusUrl _url;
        private readonly ModbusClientOptions _options;
        private readonly HashSet<int> _writable;
        private readonly Lock _asking = new();
        private ByteChannel? _channel;
        private ushort _transaction;

        /// <summary>Makes a client; it connects with the first request, and again after a connection was lost.</summary>
        /// <param name="url">Where the unit is.</param>
        /// <param name="options">Its patience; null for the standard.</param>
        /// <param name="writable">Registers that may be written; null for none.</param>
        public ModbusClient(ModbusUrl url, ModbusClientOptions? options = null, IEnumerable<int>? writable = null)
        {
            _url = url;
            _options = options ?? new ModbusClientOptions();
            _writable = [.. writable ?? []];
        }

        /// <summary>Requests sent, retries included.</summary>
        public long RequestCount { get; private set; }

        /// <summary>Reads holding registers.</summary>
        /// <param name="unit">Unit id.</param>
        /// <param name="address">First register, 0-based.</param>
        /// <param name="count">1 to 125 registers.</param>
        /// <param name="attempts">Times that it is asked at most; 0 for as many as the options have.</param>
        public ModbusReply Read(int unit, int address, int count, int attempts = 0)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(count is >= 1 and <= ModbusFunction.ReadCountMax, true, nameof(count));
            ArgumentOutOfRangeException.ThrowIfNotEqual(address >= 0 && address + count <= ModbusFunction.RegisterCount, true, nameof(address));
            return Ask(ModbusRequest.Read((byte)unit, (ushort)address, (ushort)count), attempts > 0 ? attempts : _options.Attempts);
        }

        /// <summary>Writes one register with function 16, once: a write is not repeated, since nobody knows whether it was done.</summary>
        /// <exception cref="InvalidOperationException">The register is not among those that may be written.</exception>
        public ModbusReply Write(int unit, int address, ushort value)
        {
            if (!_writable.Contains(address))
            {
                throw new InvalidOperationException(string.Create(
                    CultureInfo.InvariantCulture, $"Register {address} may not be written; name it with --allow-writes {address} if that is meant."));
            }

            return Ask(ModbusRequest.Write((byte)unit, (ushort)address, value), 1);
        }

        /// <summary>Connects now rather than with the first request.</summary>
        /// <exception cref="ModbusConnectionException">Nobody is there.</exception>
        public void Connect() => _channel ??= Open(_url);

        /// <inheritdoc/>
        public void Dispose() => _channel?.Dispose();

        private ModbusReply Ask(in ModbusRequest request, int attempts)
        {
            lock (_asking)
            {
                ModbusReply reply = Failed(ModbusOutcome.Silent, 0, "nothing was sent");
                for (int attempt = 1; attempt <= attempts; attempt++)
                {
                    reply = AskOnce(request, attempt);
                    if (reply.Outcome is ModbusOutcome.Ok)
                    {
                        return reply;
                    }

                    // A gateway that waits in vain, or a unit that is busy, may do better the next time; other exceptions are final.
                    bool isFinal = reply is { Outcome: ModbusOutcome.Exception }
                        && reply.Exception is not (ModbusExceptionCode.GatewayTargetSilent or ModbusExceptionCode.DeviceBusy);
                    if (isFinal)
                    {
                        return reply;
                    }
                }

                return reply;
            }
        }

        private ModbusReply AskOnce(in ModbusRequest request, int attempt)
        {
            try
            {
                Connect();
                ByteChannel channel = _channel!;
                Quieten(channel);
                _transaction++;
                RequestCount++;
                channel.Write(_url.Transport == ModbusTransport.Tcp ? request.ToTcp(_transaction) : request.ToRtu());
                return Await(channel, request, attempt);
            }
            catch (Exception problem) when (problem is IOException or ModbusConnectionException)
            {
                Drop();
                return Failed(ModbusOutcome.Closed, attempt, problem.Message.TrimEnd('.'));
            }
        }

        // What comes before the request answers nothing that is asked now: a late reply to the request before must not be taken for its own.
        private void Quieten(ByteChannel channel)
        {
            long start = Stopwatch.GetTimestamp();
            do
            {
                channel.Drain();
            }
            while (_url.Transport != ModbusTransport.Tcp
                && channel.Take(_options.GapMilliseconds) != null
                && Stopwatch.GetElapsedTime(start).TotalMilliseconds < _options.TimeoutMilliseconds);
        }

        private ModbusReply Await(ByteChannel channel, in ModbusRequest request, int attempt)
        {
            byte[] buffer = new byte[RtuReplies.BufferLength];
            int length = 0;
            ReplyNotes notes = ReplyNotes.None;
            long start = Stopwatch.GetTimestamp();
            while (true)
            {
                int left = _options.TimeoutMilliseconds - (int)Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                byte[]? piece = left > 0 ? channel.Take(left) : null;
                if (piece == null)
                {
                    return channel.IsClosed && left > 0 ? Lost(attempt) : TimedOut(length, notes, request, attempt);
                }

                Keep(buffer, ref length, piece);
                ReadOnlySpan<byte> seen = buffer.AsSpan(0, length);
                ReplyStatus status = _url.Transport == ModbusTransport.Tcp
                    ? TcpReplies.Find(seen, request, _transaction, out ReadOnlySpan<byte> body, out notes)
                    : RtuReplies.Find(seen, request, out body, out notes);
                switch (status)
                {
                    case ReplyStatus.Complete: return Succeeded(body, request, attempt);
                    case ReplyStatus.Exception: return Refused((ModbusExceptionCode)body[2], attempt);
                    case ReplyStatus.Broken:
                        Drop();
                        return Failed(ModbusOutcome.Garbled, attempt, "what came is not Modbus TCP; a transparent gateway needs modbus-rtu://HOST:PORT");
                    default: break;
                }
            }
        }

        private static void Keep(byte[] buffer, ref int length, byte[] piece)
        {
            int kept = Math.Min(piece.Length, buffer.Length);
            int excess = Math.Max(0, length + kept - buffer.Length);
            buffer.AsSpan(excess, length - excess).CopyTo(buffer);
            length -= excess;
            piece.AsSpan(piece.Length - kept).CopyTo(buffer.AsSpan(length));
            length += kept;
        }

        private static ModbusReply Succeeded(ReadOnlySpan<byte> body, in ModbusRequest request, int attempt)
        {
            ushort[] registers = new ushort[request.Function == ModbusFunction.ReadHoldingRegisters ? request.Count : 0];
            for (int index = 0; index < registers.Length; index++)
            {
                registers[index] = BinaryPrimitives.ReadUInt16BigEndian(body[(3 + (index * 2))..]);
            }

            return new ModbusReply(ModbusOutcome.Ok, registers, ModbusExceptionCode.None, attempt, "");
        }

        private static ModbusReply Refused(ModbusExceptionCode code, int attempt)
        {
            string why = code switch
            {
                ModbusExceptionCode.GatewayPathUnavailable => "the gateway has no path to the unit",
                ModbusExceptionCode.GatewayTargetSilent => "the unit behind the gateway did not answer",
                _ => string.Create(CultureInfo.InvariantCulture, $"the unit answered with exception {(int)code:X2}"),
            };
            return new ModbusReply(ModbusOutcome.Exception, [], code, attempt, why);
        }

        private ModbusReply TimedOut(int length, in ReplyNotes notes, in ModbusRequest request, int attempt)
        {
            string time = string.Create(CultureInfo.InvariantCulture, $"within {_options.TimeoutMilliseconds} ms");
            if (notes.HasBadCrc)
            {
                return Failed(ModbusOutcome.Garbled, attempt, $"the reply {time} has a wrong CRC; check ground, cable and termination");
            }

            if (notes.OtherUnit >= 0)
            {
                return Failed(ModbusOutcome.OtherUnit, attempt, string.Create(
                    CultureInfo.InvariantCulture, $"unit {notes.OtherUnit} answered in place of unit {request.Unit}; is there a second master?"));
            }

            return length == 0
                ? Failed(ModbusOutcome.Silent, attempt, $"no answer {time}")
                : Failed(ModbusOutcome.Garbled, attempt, string.Create(CultureInfo.InvariantCulture, $"{length} bytes came {time}, none of them a valid reply"));
        }

        private ModbusReply Lost(int attempt)
        {
            Drop();
            return Failed(ModbusOutcome.Closed, attempt, "the other end closed the connection");
        }

        private static ModbusReply Failed(ModbusOutcome outcome, int attempt, string detail) =>
            new(outcome, [], ModbusExceptionCode.None, attempt, detail);

        private void Drop()
        {
            _channel?.Dispose();
            _channel = null;
        }

        private static ByteChannel Open(ModbusUrl url)
        {
            if (url.IsSerial)
            {
                try
                {
                    return new ByteChannel(SerialDevice.Open(url.Device, url.BaudRate), null);
                }
                catch (CanPortException problem)
                {
                    throw new ModbusConnectionException(problem.Message.TrimEnd('.') + ".", problem);
                }
            }

            var connection = new TcpClient { NoDelay = true, SendTimeout = ConnectMilliseconds };
            try
            {
                if (!connection.ConnectAsync(url.Host, url.TcpPort).Wait(ConnectMilliseconds))
                {
                    connection.Dispose();
                    throw new ModbusConnectionException($"{url.Host} does not answer on port {url.TcpPort}.");
                }

                return new ByteChannel(connection.GetStream(), connection);
            }
            catch (AggregateException problem) when (problem.InnerException is SocketException reason)
            {
                connection.Dispose();
                throw new ModbusConnectionException($"{url} cannot be reached ({reason.SocketErrorCode}).", problem);
            }
        }
    }
}
