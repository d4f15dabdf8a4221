using System.Collections.Generic;
using BatterySim.Bms.Can;
using BatterySim.Host.Inverter;
using BatterySim.Host.Tests.Virtual;

namespace BatterySim.Host.Tests.Inverter
{
    /// <summary>An inverter on a test bench: frames typed in by hand, a battery voltage from a power supply.</summary>
    internal sealed class InverterBench : ICanBus
    {
        public InverterBench(InverterSettings? settings = null)
        {
            Inverter = new VirtualSolArk(settings ?? new InverterSettings(), this) { TerminalMillivolts = 52_000 };
            Inverter.Advance(0);
        }

        public VirtualSolArk Inverter { get; }

        public List<(long Milliseconds, uint Id, string Data)> Sent { get; } = [];

        /// <summary>SOC that the sets carry, percent.</summary>
        public int SocPercent { get; set; } = 50;

        public CanBusState State => CanBusState.ErrorActive;

        public SendResult Send(CanFrame frame)
        {
            Sent.Add((Inverter.NowMilliseconds, frame.Id, System.Convert.ToHexString(frame.Data, 0, frame.Length)));
            return SendResult.Accepted;
        }

        public bool TryReceive(CanFrame frame) => false;

        public void AdvanceTo(long milliseconds) => Inverter.Advance(milliseconds - Inverter.NowMilliseconds);

        public void OnReceived(uint id, string hex) => Inverter.Receive(Frames.Data(id, hex));

        /// <summary>Five frames of a bank: 56.0 V, 100.0 A both ways, 44.8 V; 50 %, 100 %; 52.00 V, 0 A, 25.0 degC; no alarms.</summary>
        public void ReceiveBurst(string limits = "3002E803E803C001", string requests = "C000000000000000")
        {
            OnReceived(0x351, limits);
            OnReceived(0x355, $"{SocPercent:X2}00640000000000");
            OnReceived(0x356, "50140000FA000000");
            OnReceived(0x359, "0000000010504E00");
            OnReceived(0x35C, requests);
        }

        /// <summary>A set every second up to a time, so that the inverter stays content.</summary>
        public void KeepReceivingUntil(long milliseconds, string limits = "3002E803E803C001", string requests = "C000000000000000")
        {
            while (Inverter.NowMilliseconds < milliseconds)
            {
                ReceiveBurst(limits, requests);
                AdvanceTo(System.Math.Min(milliseconds, Inverter.NowMilliseconds + 1000));
            }
        }

        /// <summary>The same for so many seconds from now.</summary>
        public void KeepReceiving(int seconds, string limits = "3002E803E803C001", string requests = "C000000000000000") =>
            KeepReceivingUntil(Inverter.NowMilliseconds + (seconds * 1000L), limits, requests);
    }
}
