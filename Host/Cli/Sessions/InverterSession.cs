using System;
using System.Collections.Generic;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Can.Virtual;
using BatterySim.Host.Inverter;

namespace BatterySim.Host.Cli.Sessions
{
    /// <summary>A virtual Sol-Ark that listens to a log with its times, or is on a bus with whoever its ports reach.</summary>
    internal sealed class InverterSession
    {
        private readonly CanFrame _received = new();
        private readonly VirtualBusNode? _node;
        private readonly LogSource? _source;
        private readonly LoggedFrame _next = new();
        private readonly int? _terminalMillivolts;
        private bool _hasNext;

        /// <summary>Switches the inverter on at time 0, which is the time of the log's first frame.</summary>
        public InverterSession(InverterRequest request, LogSource? log)
        {
            _terminalMillivolts = request.TerminalMillivolts;
            if (!request.Ports.IsEmpty)
            {
                Bus = new VirtualBus();
                _node = Bus.Attach("inverter");
            }

            Inverter = new VirtualSolArk(request.Settings, _node ?? (ICanBus)new ReplySink()) { LoadWatts = request.LoadWatts };
            if (log is not null)
            {
                _source = log;
                ReadNext();
            }
        }

        /// <summary>The inverter.</summary>
        public VirtualSolArk Inverter { get; }

        /// <summary>The bus that it is on; null if it listens to a log.</summary>
        public VirtualBus? Bus { get; }

        /// <summary>What is on that bus besides; null for nothing.</summary>
        public PortHub? Hub { get; set; }

        /// <summary>Where the inverter answers Modbus; null for nowhere.</summary>
        public ModbusUnits? Units { get; set; }

        /// <summary>Time since the first frame of the log, ms.</summary>
        public long NowMilliseconds => Inverter.NowMilliseconds;

        /// <summary>Frames in the log so far.</summary>
        public long FrameCount { get; private set; }

        /// <summary>
        /// What is to be said about the log: what it holds besides frames, its channels and its clock; sentences without full stop.
        /// </summary>
        public IEnumerable<string> LogNotes => _source is null ? [] : [.. _source.Problems.Sentences(_source.Unit), .. _source.Notes()];

        /// <summary>True once the log has no more frames; never on a bus.</summary>
        public bool IsOver => _source is not null && !_hasNext;

        /// <summary>Time of the log's next frame, ms.</summary>
        private long DueMilliseconds => Math.Max(NowMilliseconds, _next.TimeMicroseconds / 1000);

        /// <summary>Lets time pass and receives what was on the bus in it; stops early where the log ends.</summary>
        public void AdvanceTo(long milliseconds, bool stopsWithLog)
        {
            if (Bus is not null)
            {
                AdvanceBusTo(milliseconds);
                return;
            }

            while (_hasNext && DueMilliseconds <= milliseconds)
            {
                MoveTo(DueMilliseconds);
                FrameCount++;
                Inverter.Receive(_next.Frame);
                UpdateTerminals();
                ReadNext();
            }

            if (!IsOver || !stopsWithLog)
            {
                MoveTo(milliseconds);
            }
        }

        // A millisecond at a time: what arrives is answered in it, and the answer is on its way when the bus has completed it.
        private void AdvanceBusTo(long milliseconds)
        {
            do
            {
                long next = Math.Min(milliseconds, NowMilliseconds + 1);
                Bus!.AdvanceTo(next * 1000);
                _ = Hub?.Exchange();
                MoveTo(next);
                while (_node!.TryReceive(_received))
                {
                    FrameCount++;
                    Inverter.Receive(_received);
                    UpdateTerminals();
                }
            }
            while (NowMilliseconds < milliseconds);
        }

        private void MoveTo(long milliseconds)
        {
            Inverter.Advance(milliseconds - NowMilliseconds);
        }

        // Nobody but the battery says what is at the terminals, unless it was given.
        private void UpdateTerminals() => Inverter.TerminalMillivolts = _terminalMillivolts ?? Math.Max(0, Inverter.BmsData.VoltageMillivolts.Value);

        private void ReadNext() => _hasNext = _source!.TryRead(_next);
    }
}
