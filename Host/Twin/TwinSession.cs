using System;
using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Virtual;
using BatterySim.Host.Inverter;

namespace BatterySim.Host.Twin
{
    /// <summary>Bank, bus and inverter together, in simulated time: the loop is closed.</summary>
    /// <remarks>
    /// Bank and inverter live in whole milliseconds, the bus in microseconds: a frame that is completed within a millisecond is delivered at
    /// its end. How a caller cuts time changes nothing. Between two events nothing happens and nothing is computed.
    /// </remarks>
    public sealed class TwinSession
    {
        private const int MicrosecondsPerMillisecond = 1000;
        private const int MillisecondsPerSecond = 1000;

        private readonly OpenFetRise _rise = new();
        private readonly VirtualBusNode? _inverterNode;
        private readonly VirtualBusNode? _recorderNode;
        private readonly DirectLoad? _directLoad;
        private readonly ClonedBus? _clonedBus;
        private bool _isPlugged = true;
        private int _milliamps;
        private bool _isCollapsed;

        /// <summary>Puts everything together and switches it on. Nothing is sent before the first <see cref="AdvanceTo"/>.</summary>
        /// <exception cref="ArgumentException">The options have a fault; the message says which.</exception>
        public TwinSession(TwinOptions options)
        {
            string? problem = options.FindProblem();
            if (problem != null)
            {
                throw new ArgumentException(problem);
            }

            Bus = new VirtualBus();
            BankNode = Bus.Attach("bank");
            _clonedBus = options.Voice is { IsEmpty: false } voice ? new ClonedBus(BankNode, voice, options.Bank.Seed) : null;
            Simulator = new Simulator(options.Bank, (ICanBus?)_clonedBus ?? BankNode);
            if (options.Inverter != null)
            {
                _inverterNode = Bus.Attach("inverter");
                Inverter = new VirtualSolArk(options.Inverter, _inverterNode);
            }
            else
            {
                _directLoad = new DirectLoad();
            }

            if (options.HasRecorder)
            {
                _recorderNode = Bus.Attach("recorder", 1, 0);
            }

            foreach (string line in options.StartLines)
            {
                Simulator.Execute(line);
            }

            LoadWatts = options.LoadWatts != 0 || Inverter == null ? options.LoadWatts : Inverter.LoadWatts;
        }

        /// <summary>Told after every step with the simulated time reached, ms; while somebody listens there is one at every full second.</summary>
        public event Action<long>? Stepped;

        /// <summary>The bank.</summary>
        public Simulator Simulator { get; }

        /// <summary>The inverter; null if there is none.</summary>
        public VirtualSolArk? Inverter { get; }

        /// <summary>The bus. Subscribe to <see cref="VirtualBus.FrameCompleted"/> for every frame with its time.</summary>
        public VirtualBus Bus { get; }

        /// <summary>The bank's controller: bus state, error counter, frames sent.</summary>
        public VirtualBusNode BankNode { get; }

        /// <summary>Simulated time since the start, ms.</summary>
        public long NowMilliseconds { get; private set; }

        /// <summary>Time of the next thing that will happen, ms.</summary>
        public long NextEventMilliseconds
        {
            get
            {
                long next = Simulator.NextEventMilliseconds;
                next = Math.Min(next, Inverter?.NextEventMilliseconds ?? _directLoad!.NextEventMilliseconds);
                next = Math.Min(next, _clonedBus?.NextEventMilliseconds ?? long.MaxValue);
                next = Math.Min(next, Bus.NextEventMilliseconds);
                if (Stepped != null)
                {
                    next = Math.Min(next, ((NowMilliseconds / MillisecondsPerSecond) + 1) * MillisecondsPerSecond);
                }

                return Math.Max(next, NowMilliseconds);
            }
        }

        /// <summary>Power taken from the battery, W; negative: power that is there to charge it. Holds from now on.</summary>
        public int LoadWatts
        {
            get => Inverter?.LoadWatts ?? _directLoad!.Watts;
            set
            {
                if (Inverter != null)
                {
                    Inverter.LoadWatts = value;
                }
                else
                {
                    _directLoad!.Watts = value;
                }
            }
        }

        /// <summary>Frames that the inverter put on the bus and that were acknowledged.</summary>
        public long InverterFrameCount => _inverterNode?.SentCount ?? 0;

        /// <summary>Lets time pass and does what falls due in it, up to and including its end.</summary>
        /// <param name="milliseconds">Simulated time, not before <see cref="NowMilliseconds"/>.</param>
        public void AdvanceTo(long milliseconds)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, NowMilliseconds);
            if (Inverter != null && _clonedBus == null)
            {
                RunUnseen(Inverter, _inverterNode!, milliseconds);
            }

            for (long next = NextEventMilliseconds; next <= milliseconds; next = NextEventMilliseconds)
            {
                MoveTo(next, Stepped != null);
            }

            MoveTo(milliseconds, true);
        }

        /// <summary>Does what falls due next, as <see cref="AdvanceTo"/> does it on its way to a later time.</summary>
        public void StepToNextEvent() => MoveTo(NextEventMilliseconds, Stepped != null);

        /// <summary>True while the inverter's CAN plug is in.</summary>
        public bool IsInverterConnected => _inverterNode != null && _isPlugged;

        /// <summary>Pulls the inverter's CAN plug, or puts it back. Without an inverter nothing happens.</summary>
        public void SetInverterConnected(bool isConnected)
        {
            _isPlugged = isConnected;
            JoinOrLeave();
        }

        /// <summary>Pulls the recorder's plug, or puts it back; without it only the inverter acknowledges. Without one nothing happens.</summary>
        public void SetRecorderConnected(bool isConnected)
        {
            if (_recorderNode == null)
            {
                return;
            }

            if (isConnected)
            {
                Bus.Connect(_recorderNode);
            }
            else
            {
                Bus.Disconnect(_recorderNode);
            }
        }

        /// <summary>Switches the inverter off or on; off, it neither receives nor acknowledges. Without an inverter nothing happens.</summary>
        public void SetInverterPower(bool isOn)
        {
            Inverter?.SetPower(isOn);
            JoinOrLeave();
            if (Inverter != null)
            {
                Carry(NowMilliseconds, Inverter.CurrentMilliamps);
            }
        }

        private void JoinOrLeave()
        {
            if (_inverterNode == null)
            {
                return;
            }

            if (_isPlugged && Inverter!.IsPoweredOn)
            {
                Bus.Connect(_inverterNode);
            }
            else
            {
                Bus.Disconnect(_inverterNode);
            }
        }

        // The bus first, so that frames that start now join it at this instant; then both ends do what is due by time,
        // then they take what has arrived, and last the current that the inverter makes reaches the bank. Who has nothing to do is left where he
        // is, unless somebody may look: three of five events are of one of the three only.
        private void MoveTo(long milliseconds, bool isSeen)
        {
            NowMilliseconds = milliseconds;
            Bus.AdvanceTo(milliseconds * MicrosecondsPerMillisecond);
            if (isSeen || BankNode.HasReceived || Simulator.NextEventMilliseconds <= milliseconds
                || _clonedBus?.NextEventMilliseconds <= milliseconds)
            {
                MoveBank(milliseconds);
            }

            if (Inverter == null)
            {
                Carry(milliseconds, _directLoad!.Run(milliseconds, Simulator.Bank.VoltageMillivolts));
            }
            else if (isSeen || _inverterNode!.HasReceived || Inverter.NextEventMilliseconds <= milliseconds || _isCollapsed || IsRefused)
            {
                MoveInverter(Inverter, milliseconds);
            }

            if (isSeen)
            {
                Stepped?.Invoke(milliseconds);
            }
        }

        // As AdvanceTo for as long as nobody looks. Where no frame ends nobody else can have done anything, so every time is asked for once.
        private void RunUnseen(VirtualSolArk inverter, VirtualBusNode inverterNode, long end)
        {
            Simulator simulator = Simulator;
            while (Stepped == null)
            {
                long due = inverter.NextEventMilliseconds;
                long bus = Bus.NextEventMilliseconds;
                long bank = simulator.NextEventMilliseconds;
                long last = Math.Min(Math.Min(due, bus) - 1, end);
                if (bank <= last && !BankNode.HasReceived && !inverterNode.HasReceived)
                {
                    RunBankAlone(inverter, last);
                    due = inverter.NextEventMilliseconds;
                    bus = Bus.NextEventMilliseconds;
                    bank = simulator.NextEventMilliseconds;
                }

                long next = Math.Max(NowMilliseconds, Math.Min(bank, Math.Min(due, bus)));
                if (next > end)
                {
                    return;
                }

                if (bus <= next)
                {
                    MoveTo(next, false);
                    continue;
                }

                NowMilliseconds = next;
                Bus.AdvanceTo(next * MicrosecondsPerMillisecond);
                if (bank <= next || BankNode.HasReceived)
                {
                    MoveBank(next);
                }

                if (due <= next || inverterNode.HasReceived || _isCollapsed || IsRefused)
                {
                    MoveInverter(inverter, next);
                }
            }
        }

        // What the bank does before anybody else does anything: up to the last moment, or until a frame of its own ends.
        private void RunBankAlone(VirtualSolArk inverter, long last)
        {
            Simulator simulator = Simulator;
            VirtualBus bus = Bus;
            long frameEnd = bus.NextEventMilliseconds;
            long now = NowMilliseconds;
            long bank = simulator.NextEventMilliseconds;
            do
            {
                now = Math.Max(now, bank);
                bus.AdvanceTo(now * MicrosecondsPerMillisecond);
                bank = simulator.RunNextEvent();
                if (_isCollapsed || IsRefused)
                {
                    NowMilliseconds = now;
                    MoveInverter(inverter, now);
                    return;
                }

                if (bus.NextEventMilliseconds != frameEnd)
                {
                    frameEnd = bus.NextEventMilliseconds;
                    last = Math.Min(last, frameEnd - 1);
                }
            }
            while (bank <= last);
            NowMilliseconds = now;
        }

        // A current that no battery takes.
        private bool IsRefused => _milliamps != 0 && Simulator.Bank.CurrentMilliamps == 0;

        private void MoveBank(long milliseconds)
        {
            _clonedBus?.MoveTo(milliseconds);
            Simulator.Advance((int)(milliseconds - Simulator.NowMilliseconds));
            _clonedBus?.Run(Simulator);
            while (BankNode.HasReceived)
            {
                Simulator.Receive(BankNode.ConsumeReceived());
            }
        }

        private void MoveInverter(VirtualSolArk inverter, long milliseconds)
        {
            _isCollapsed = _isCollapsed && !CanDischarge() && IsWithoutSource(inverter);
            inverter.TerminalMillivolts =
                _isCollapsed ? 0 : Simulator.Bank.VoltageMillivolts + _rise.MillivoltsAt(milliseconds, inverter.Settings);
            inverter.Advance(milliseconds - inverter.NowMilliseconds);
            while (_inverterNode!.HasReceived)
            {
                inverter.Receive(_inverterNode.ConsumeReceived());
            }

            int milliamps = inverter.CurrentMilliamps;
            if (milliamps != _milliamps)
            {
                _rise.OnChange(Simulator.Bank, _milliamps, milliamps, inverter.Settings, milliseconds);
                Carry(milliseconds, milliamps);
            }

            if (milliamps != 0 && Simulator.Bank.CurrentMilliamps == 0)
            {
                RefuseCurrent(inverter, milliamps);
            }
        }

        private void Carry(long milliseconds, int milliamps)
        {
            if (milliamps != _milliamps)
            {
                _milliamps = milliamps;
                Simulator.Advance((int)(milliseconds - Simulator.NowMilliseconds));
                Simulator.SetCurrent(milliamps);
            }
        }

        // Every FET that the current would need is open. Without another source the inverter's own capacitors are empty at once, and its
        // terminals stay dead until a battery gives current again or the grid or the sun holds them up.
        private void RefuseCurrent(VirtualSolArk inverter, int milliamps)
        {
            _isCollapsed = milliamps < 0 && IsWithoutSource(inverter);
            inverter.OnCurrentRefused();
            _milliamps = 0;
            Simulator.SetCurrent(0);
        }

        private bool CanDischarge()
        {
            for (int index = 0; index < Simulator.Bank.Count; index++)
            {
                if (Simulator.Bank.ModuleAt(index).CanDischarge)
                {
                    return true;
                }
            }

            return false;
        }

        private static bool IsWithoutSource(VirtualSolArk inverter)
        {
            InverterSettings settings = inverter.Settings;
            return !inverter.IsGridConnected && settings.SolarWatts <= 0 && settings.LoadWatts >= 0;
        }
    }
}
