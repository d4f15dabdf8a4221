using System;
using System.Buffers.Binary;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using BatterySim.Bms.Can;
using Microsoft.Win32.SafeHandles;

namespace BatterySim.Host.Can.Ports.SocketCan
{
    /// <summary>A raw CAN socket of the Linux kernel on one interface, its error reports included.</summary>
    /// <remarks>linux/can.h, linux/can/raw.h, linux/sockios.h. The kernel does not give a socket its own frames back.</remarks>
    internal sealed class SocketCanLink : IPortLink
    {
        private const int FamilyCan = 29;
        private const int TypeRaw = 3;
        private const int ProtocolRaw = 1;
        private const int LevelRaw = 101;
        private const int OptionErrorFilter = 2;
        private const uint ErrorClassesAll = 0x1FFFFFFF;
        private const nuint RequestInterfaceIndex = 0x8933;
        private const nuint RequestInterfaceFlags = 0x8913;
        private const int InterfaceUp = 1;
        private const int InterfaceNameMax = 15;

        // struct ifreq: 16 bytes of name, then a union of 24. struct sockaddr_can: family, index at 4, 16 bytes of address.
        private const int RequestLength = 40;
        private const int RequestValueOffset = 16;
        private const int AddressLength = 24;
        private const int AddressIndexOffset = 4;

        // A full transmit queue empties at bus speed; one that does not is a bus where nobody acknowledges.
        private const int SendAttemptsMax = 20;
        private const int PollMilliseconds = 100;

        private readonly SafeFileHandle _socket;
        private readonly string _interface;
        private volatile bool _isDisposed;

        private SocketCanLink(SafeFileHandle socket, string name)
        {
            _socket = socket;
            _interface = name;
        }

        public static SocketCanLink Open(string name)
        {
            if (!OperatingSystem.IsLinux())
            {
                throw new CanPortException("socketcan exists on Linux only; elsewhere use an slcan adapter or a socketcand host", isPermanent: true);
            }

            int descriptor = Posix.socket(FamilyCan, TypeRaw, ProtocolRaw);
            if (descriptor < 0)
            {
                throw Marshal.GetLastPInvokeError() == Posix.ErrorNotSupported
                    ? new CanPortException("this kernel has no SocketCAN; load it with 'sudo modprobe can-raw' or use slcan or socketcand", isPermanent: true)
                    : new CanPortException($"no CAN socket can be made: {Posix.LastErrorText()}");
            }

            var socket = new SafeFileHandle(descriptor, ownsHandle: true);
            try
            {
                Bind(socket, name);
                return new SocketCanLink(socket, name);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        /// <summary>Uses a socket that is bound already; closes it in the end.</summary>
        public static SocketCanLink Over(SafeFileHandle socket, string name) => new(socket, name);

        public void Listen(IFrameSink sink)
        {
            Span<byte> buffer = stackalloc byte[SocketCanFrame.Length];
            while (!_isDisposed)
            {
                if (!Posix.WaitReadable(_socket, PollMilliseconds))
                {
                    continue;
                }

                nint count = Posix.read(_socket, ref buffer[0], buffer.Length);
                if (count == SocketCanFrame.Length)
                {
                    Take(buffer, sink);
                }
                else if (count == 0)
                {
                    throw new CanPortException($"'{_interface}' gives no more frames");
                }
                else if (count < 0 && !_isDisposed)
                {
                    ThrowIfLost();
                }
            }
        }

        public bool Send(in PortFrame frame)
        {
            Span<byte> buffer = stackalloc byte[SocketCanFrame.Length];
            SocketCanFrame.Write(frame, buffer);
            for (int attempt = 0; attempt < SendAttemptsMax && !_isDisposed; attempt++)
            {
                if (Posix.write(_socket, in buffer[0], buffer.Length) == buffer.Length)
                {
                    return true;
                }

                int error = Marshal.GetLastPInvokeError();
                if (error == Posix.ErrorNetworkDown)
                {
                    return false;
                }

                if (error is not (Posix.ErrorNoBufferSpace or Posix.ErrorInterrupted))
                {
                    throw new IOException(Posix.LastErrorText());
                }

                System.Threading.Thread.Sleep(1);
            }

            return false;
        }

        public void Dispose()
        {
            _isDisposed = true;
            _socket.Dispose();
        }

        private static void Bind(SafeFileHandle socket, string name)
        {
            byte[] request = new byte[RequestLength];
            if (name.Length > InterfaceNameMax
                || Encoding.ASCII.GetBytes(name, request) == 0
                || Posix.ioctl(socket, RequestInterfaceIndex, request) < 0)
            {
                throw new CanPortException($"there is no network interface '{name}'; 'ip link' lists those that exist");
            }

            byte[] address = new byte[AddressLength];
            BitConverter.TryWriteBytes(address, (ushort)FamilyCan);
            request.AsSpan(RequestValueOffset, sizeof(int)).CopyTo(address.AsSpan(AddressIndexOffset));
            byte[] filter = BitConverter.GetBytes(ErrorClassesAll);
            if (Posix.setsockopt(socket, LevelRaw, OptionErrorFilter, filter, filter.Length) < 0
                || Posix.bind(socket, address, address.Length) < 0)
            {
                throw new CanPortException(
                    Marshal.GetLastPInvokeError() == Posix.ErrorNoDevice
                        ? $"'{name}' is no CAN interface; 'ip -details link show type can' lists those that are"
                        : $"'{name}' cannot be used: {Posix.LastErrorText()}");
            }

            if (Posix.ioctl(socket, RequestInterfaceFlags, request) == 0
                && (BitConverter.ToInt16(request, RequestValueOffset) & InterfaceUp) == 0)
            {
                throw new CanPortException($"'{name}' is down; bring it up with 'sudo ip link set {name} up type can bitrate {CanPortUrl.BusBitRate}'");
            }
        }

        private void ThrowIfLost()
        {
            int error = Marshal.GetLastPInvokeError();
            if (error == Posix.ErrorInterrupted)
            {
                return;
            }

            throw new CanPortException(error switch
            {
                Posix.ErrorNetworkDown => $"'{_interface}' went down",
                Posix.ErrorNoDevice => $"'{_interface}' was removed",
                _ => $"'{_interface}' fails: {Posix.LastErrorText()}",
            });
        }

        private static void Take(ReadOnlySpan<byte> buffer, IFrameSink sink)
        {
            uint id = BinaryPrimitives.ReadUInt32LittleEndian(buffer);
            if ((id & SocketCanFrame.ErrorFlag) == 0)
            {
                if (SocketCanFrame.TryRead(buffer, PortFrame.NowMicroseconds, out PortFrame frame))
                {
                    sink.Deliver(frame);
                }
                else
                {
                    sink.Counters.CountMalformed();
                }
            }
            else if (SocketCanErrors.TryReadState(buffer, out CanBusState state))
            {
                sink.SetState(state);
                sink.Report($"the controller is {SocketCanErrors.NameOf(state)}");
            }
        }
    }
}
