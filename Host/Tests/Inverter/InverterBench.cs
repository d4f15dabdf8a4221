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

        public CanBusState State => CanBusState.ErrorActive;

        public SendResult Send(CanFrame frame)
        {
            Sent.Add((Inverter.NowMilliseconds, frame.Id, System.Convert.ToHexString(frame.Data, 0, frame.Length)));
            return SendResult.Accepted;
        }

        public bool TryReceive(CanFrame frame) => false;

        public void AdvanceTo(long milliseconds) => Inverter.Advance((int)(milliseconds - Inverter.NowMilliseconds));

        public void Hear(uint id, string hex) => Inverter.Receive(Frames.Data(id, hex));

        /// <summary>The least that makes an inverter work: 56.0 V, 100.0 A both ways, 44.8 V; 50 %, 100 %; 52.00 V, 0 A, 25.0 degC.</summary>
        public void HearSet(string limits = "3002E803E803C001", string requests = "C000000000000000")
        {
            Hear(0x351, limits);
            Hear(0x355, "3200640000000000");
            Hear(0x356, "50140000FA000000");
            Hear(0x359, "0000000010504E00");
            Hear(0x35C, requests);
        }

        /// <summary>A set every second up to a time, so that the inverter stays content.</summary>
        public void KeepHearingUntil(long milliseconds, string limits = "3002E803E803C001", string requests = "C000000000000000")
        {
            while (Inverter.NowMilliseconds < milliseconds)
            {
                HearSet(limits, requests);
                AdvanceTo(System.Math.Min(milliseconds, Inverter.NowMilliseconds + 1000));
            }
        }
    }
}
