using BatterySim.Bms.Battery;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms
{
    /// <summary>Sees what changed in the bank, on the chain and on the link, and writes it into the log.</summary>
    public sealed class EventWatch
    {
        private const int FlagsShift = 8;

        // Above the power state of a battery.
        private const byte WaitingBit = 0x80;

        private readonly EventLog _log;
        private readonly Simulator _simulator;
        private byte[] _states;
        private bool[] _areBreakersOn;
        private int[] _protections;
        private int[] _alarms;
        private bool[] _areLost;
        private LinkState _link;
        private CanBusState _bus;
        private int _master;
        private int _version;
        private int _chainVersion = -1;
        private long _nextLookMilliseconds;
        private long _nextEventMilliseconds;

        /// <summary>Makes a watch over a simulator.</summary>
        public EventWatch(Simulator simulator, EventLog log)
        {
            _simulator = simulator;
            _log = log;
        }

        /// <summary>Time of its next look, ms.</summary>
        public long NextEventMilliseconds { get { return _nextEventMilliseconds; } }

        /// <summary>Takes a new bank as it is.</summary>
        public void Begin(long nowMilliseconds)
        {
            BatteryBank bank = _simulator.Bank;
            _states = new byte[bank.Count];
            _areBreakersOn = new bool[bank.Count];
            _protections = new int[bank.Count];
            _alarms = new int[bank.Count];
            _areLost = new bool[_simulator.Master.Chain.SlotCount];
            for (int index = 0; index < bank.Count; index++)
            {
                BatteryModule module = bank.ModuleAt(index);
                _states[index] = (byte)module.Power.State;
                _areBreakersOn[index] = module.Power.IsBreakerOn;
            }

            _version = bank.Version;
            _master = _simulator.Master.Battery;
            _link = _simulator.Link.StateAt(nowMilliseconds);
            _bus = _simulator.Master.Recorder.State;

            _nextLookMilliseconds = nowMilliseconds + SecondTimetable.FirstEventLookMilliseconds;
            _nextEventMilliseconds = _nextLookMilliseconds;
            _log.Add(nowMilliseconds, EventKind.Started, bank.Count);
        }

        /// <summary>Looks at the batteries if one of them was changed, at the link when it is lost, and at the rest once a second.</summary>
        public void Run(long nowMilliseconds)
        {
            if (_version != _simulator.Bank.Version)
            {
                CheckBatteries(nowMilliseconds);
                CheckMaster(nowMilliseconds);
            }

            if (nowMilliseconds < _nextEventMilliseconds)
            {
                return;
            }

            CheckLink(nowMilliseconds);
            if (nowMilliseconds >= _nextLookMilliseconds)
            {
                _nextLookMilliseconds = nowMilliseconds + SecondTimetable.SecondMilliseconds;
                CheckMaster(nowMilliseconds);
                CheckChain(nowMilliseconds);
            }

            // A link that is about to be lost is looked at when it is.
            long lost = _simulator.Link.LastSeenMilliseconds + InverterLink.LostAfterMilliseconds + 1;
            _nextEventMilliseconds = lost > nowMilliseconds && lost < _nextLookMilliseconds ? lost : _nextLookMilliseconds;
        }

        /// <summary>Checks the link, as it is due when a 0x305 came.</summary>
        public void CheckLink(long nowMilliseconds)
        {
            LinkState link = _simulator.Link.StateAt(nowMilliseconds);
            if (link == _link)
            {
                return;
            }

            if (link == LinkState.Lost)
            {
                _log.Add(nowMilliseconds, EventKind.LinkLost, 0);
            }
            else if (link == LinkState.Alive && _link != LinkState.Late)
            {
                _log.Add(nowMilliseconds, EventKind.LinkAlive, 0);
            }

            _link = link;
        }

        private void CheckBatteries(long nowMilliseconds)
        {
            BatteryBank bank = _simulator.Bank;
            _version = bank.Version;
            for (int index = 0; index < _states.Length; index++)
            {
                BatteryModule module = bank.ModuleAt(index);
                bool isBreakerOn = module.Power.IsBreakerOn;
                if (isBreakerOn != _areBreakersOn[index])
                {
                    _areBreakersOn[index] = isBreakerOn;
                    _log.Add(nowMilliseconds, isBreakerOn ? EventKind.BreakerClosed : EventKind.BreakerOpened, index);
                }

                PowerState state = module.Power.State;
                bool isWaiting = module.IsWaitingToJoin;
                if (isWaiting != ((_states[index] & WaitingBit) != 0))
                {
                    _states[index] ^= WaitingBit;
                    _log.Add(nowMilliseconds, isWaiting ? EventKind.JoinRefused : EventKind.Joined, index);
                }

                if ((int)state != (_states[index] & ~WaitingBit))
                {
                    _states[index] = (byte)((int)state | (isWaiting ? WaitingBit : 0));

                    // The kinds stand in the reverse order of the states.
                    _log.Add(nowMilliseconds, (EventKind)((int)EventKind.Off - (int)state), index | ((int)module.Power.Cause << FlagsShift));
                }

                CheckAlarms(index, module.Protections.Alarms, nowMilliseconds);
                CheckProtections(index, module.Protections.Protections, nowMilliseconds);
            }
        }

        private void CheckProtections(int index, int protections, long nowMilliseconds)
        {
            int before = _protections[index];
            _protections[index] = protections;
            if ((protections & ~before) != 0)
            {
                _log.Add(nowMilliseconds, EventKind.Tripped, index | ((protections & ~before) << FlagsShift));
            }
            else if (before != 0 && protections == 0)
            {
                _log.Add(nowMilliseconds, EventKind.Released, index);
            }
        }

        private void CheckAlarms(int index, int alarms, long nowMilliseconds)
        {
            int before = _alarms[index];
            _alarms[index] = alarms;
            if ((alarms & ~before) != 0)
            {
                _log.Add(nowMilliseconds, EventKind.AlarmRaised, index | ((alarms & ~before) << FlagsShift));
            }
            else if (before != 0 && alarms == 0)
            {
                _log.Add(nowMilliseconds, EventKind.AlarmsGone, index);
            }
        }

        private void CheckMaster(long nowMilliseconds)
        {
            CanMaster master = _simulator.Master;
            if (master.Battery != _master)
            {
                _master = master.Battery;
                _log.Add(nowMilliseconds, _master < 0 ? EventKind.Silent : EventKind.Speaking, _master < 0 ? 0 : _master);
            }
        }

        private void CheckChain(long nowMilliseconds)
        {
            CanMaster master = _simulator.Master;
            if (master.Chain.Version != _chainVersion)
            {
                _chainVersion = master.Chain.Version;
                CheckFollowers(master.Chain, nowMilliseconds);
            }

            CanBusState bus = master.Recorder.State;
            if (bus != _bus)
            {
                _bus = bus;
                _log.Add(nowMilliseconds, EventKind.BusChanged, (int)bus);
            }
        }

        private void CheckFollowers(ChainMaster chain, long nowMilliseconds)
        {
            for (int slot = 0; slot < _areLost.Length; slot++)
            {
                bool isLost = _master >= 0 && BatteryView.IsLost(chain.ViewAt(slot));
                if (isLost != _areLost[slot])
                {
                    _areLost[slot] = isLost;
                    _log.Add(nowMilliseconds, isLost ? EventKind.FollowerLost : EventKind.FollowerBack, slot);
                }
            }
        }
    }
}
