using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using System.Threading;
using BatterySim.Host.Cli;
using BatterySim.Host.Cli.Running;
using BatterySim.Host.Tests.Ports;

namespace BatterySim.Host.Tests.Modbus
{
    /// <summary>A bank and an inverter as two programs: joined by slcan, the bank with SCPI, the inverter with Modbus.</summary>
    internal sealed class ModbusBench : IDisposable
    {
        private readonly Interruption _stop = new();
        private readonly StringWriter _bankErrors = new();
        private readonly StringWriter _inverterErrors = new();
        private readonly Thread _bank;
        private readonly Thread _inverter;

        public ModbusBench(params string[] inverterArguments)
        {
            int scpi = FreePort();
            int can = FreePort();
            Scpi = $"127.0.0.1:{scpi}";
            Can = $"slcan://127.0.0.1:{can}";
            _bank = Start(["run", "--inverter", "none", "--scpi", $"{scpi}", "--serve", Can], _bankErrors);
            Eventually.True(() => _bankErrors.ToString().Contains("SCPI listens", StringComparison.Ordinal), "the bank listens");
            _inverter = Start(["inverter", "--can", Can, "--serve", "modbus://127.0.0.1:0?turnaround=5", "--serve", "modbus://127.0.0.1:0?writes=on&turnaround=5", .. inverterArguments], _inverterErrors);
            Eventually.True(() => Served().Length == 2, "the inverter serves Modbus twice");
            Modbus = Served()[0];
            WritableModbus = Served()[1];
        }

        public string Can { get; }

        public string Scpi { get; }

        public string Modbus { get; }

        public string WritableModbus { get; }

        public string[] Options => ["--can", Can, "--scpi", Scpi, "--modbus", Modbus];

        public void Dispose()
        {
            _stop.Request();
            _inverter.Join();
            _bank.Join();
            _stop.Dispose();
        }

        private string[] Served() =>
        [
            .. Regex.Matches(_inverterErrors.ToString(), @"serving Modbus unit \d+ on (127\.0\.0\.1:\d+)\.").Select(static match => "modbus://" + match.Groups[1].Value),
        ];

        private static int FreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        private Thread Start(string[] arguments, StringWriter errors)
        {
            TextWriter shared = TextWriter.Synchronized(errors);
            var thread = new Thread(() => App.Run(arguments, new CliHost(TextWriter.Null, shared) { Interruption = _stop }));
            thread.Start();
            return thread;
        }
    }
}
