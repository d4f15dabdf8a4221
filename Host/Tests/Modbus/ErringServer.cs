using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using BatterySim.Host.Modbus.Wire;

namespace BatterySim.Host.Tests.Modbus
{
    /// <summary>A unit behind a transparent gateway that answers every request in one wrong way.</summary>
    internal sealed class ErringServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly string _error;

        public ErringServer(string error)
        {
            _error = error;
            _listener.Start();
            new Thread(Run) { IsBackground = true }.Start();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public void Dispose() => _listener.Dispose();

        private void Run()
        {
            try
            {
                using TcpClient client = _listener.AcceptTcpClient();
                NetworkStream stream = client.GetStream();
                byte[] request = new byte[8];
                while (true)
                {
                    stream.ReadExactly(request);
                    if (_error == "close")
                    {
                        return;
                    }

                    Answer(stream);
                }
            }
            catch (Exception problem) when (problem is IOException or SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }

        // 183 of the real 8K: 52.01 V.
        private void Answer(NetworkStream stream)
        {
            byte[] good = ModbusCrc.Append([1, 3, 2, 0x14, 0x51]);
            switch (_error)
            {
                case "silence": return;
                case "late": Thread.Sleep(400); break;
                case "short": good = good[..^2]; break;
                case "unit": good = ModbusCrc.Append([2, 3, 2, 0x14, 0x51]); break;
                case "crc": good[^1] ^= 0xFF; break;
                case "exception": good = ModbusCrc.Append([1, 0x83, 4]); break;
                case "count": good = ModbusCrc.Append([1, 3, 4, 0x14, 0x51, 0, 0]); break;
                case "noise": good = [0x00, 0x01, 0x03, 0xFF, .. good]; break;
                case "halves":
                    stream.Write(good, 0, 3);
                    Thread.Sleep(60);
                    good = good[3..];
                    break;
                default: break;
            }

            stream.Write(good);
        }
    }
}
