using System.Runtime.CompilerServices;
using BatterySim.Bms.Can;
using BatterySim.Bms.Faults;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms
{
    /// <summary>The batteries that talk to the inverter, and the cable that they talk through.</summary>
    /// <remarks>
    /// A correctly wired bank has one. A second one exists once a battery other than the first was wired to the inverter: on a board it is
    /// 8 kB of memory that a correct bank never uses.
    /// </remarks>
    public sealed class CanMasters
    {
        private const uint CableSeed = 0xCAB1E;

        private readonly ICanBus _bus;
        private readonly FaultPlan _faults;
        private readonly uint _seed;
        private BatteryBank _bank;
        private NoisyCanBus _cable;
        private CanMaster[] _masters;
        private uint _secondScheduleSeed;
        private uint _secondSeed;
        private bool _isCableBad;
        private bool _isOutputOn = true;
        private long _nextEventMilliseconds = long.MaxValue;

        /// <summary>Makes the masters of a simulator; there is none before <see cref="Use"/>.</summary>
        /// <param name="bus">Where the frames go.</param>
        /// <param name="faults">The faults that an operator ordered.</param>
        /// <param name="seed">Seed of what the cable loses.</param>
        public CanMasters(ICanBus bus, FaultPlan faults, uint seed)
        {
            _bus = bus;
            _faults = faults;
            _seed = seed;
            ReplaceCable();
        }

        /// <summary>The cable to the bus: what it lost. It loses frames only while a fault of the cable acts.</summary>
        public NoisyCanBus Cable { get { return _cable; } }

        /// <summary>The master of a correctly wired bank.</summary>
        public CanMaster First { get { return _masters[0]; } }

        /// <summary>A second one, where two batteries are numbered as master and both are wired to the inverter; null before that.</summary>
        public CanMaster Second { get { return _masters.Length > 1 ? _masters[1] : null; } }

        /// <summary>Time of the next thing that one of them does, ms.</summary>
        public long NextEventMilliseconds { get { return _nextEventMilliseconds; } }

        /// <summary>False while the bank is held silent on CAN.</summary>
        public bool IsOutputOn
        {
            get
            {
                return _isOutputOn;
            }

            set
            {
                _isOutputOn = value;
                for (int index = 0; index < _masters.Length; index++)
                {
                    _masters[index].Recorder.IsOn = value;
                }
            }
        }

        /// <summary>Lets go of the bank and of what was derived from it.</summary>
        public void Drop()
        {
            _bank = null;
            _masters = null;
            _nextEventMilliseconds = long.MaxValue;
        }

        /// <summary>Takes a new bank, in which nobody talks yet.</summary>
        /// <param name="bank">The new bank.</param>
        /// <param name="random">Draws the seeds of both masters.</param>
        /// <param name="dialect">Settings without error.</param>
        /// <param name="cadence">Who leads the conversation.</param>
        /// <param name="nowMilliseconds">Simulated time.</param>
        public void Use(BatteryBank bank, Prng random, DialectSettings dialect, Cadence cadence, long nowMilliseconds)
        {
            _bank = bank;
            uint scheduleSeed = random.Next();
            CanMaster first = Create(scheduleSeed, random.Next());
            first.UseDialect(dialect, cadence, nowMilliseconds);
            _masters = new CanMaster[] { first };
            _secondScheduleSeed = random.Next();
            _secondSeed = random.Next();
            FitCable(nowMilliseconds);
        }

        /// <summary>Makes the second master, set as the first one is, where the cable of a battery asks for it and there is none.</summary>
        public void OnInverterCable(int battery, bool isPlugged, long nowMilliseconds)
        {
            // Two batteries can only talk where one of them is not the first.
            if (battery == 0 || !isPlugged || _masters.Length > 1)
            {
                return;
            }

            CanMaster first = _masters[0];
            CanMaster second = Create(_secondScheduleSeed, _secondSeed);
            second.UseDialect(first.Schedule.Dialect, first.Schedule.Cadence, nowMilliseconds);
            second.Recorder.Bus = first.Recorder.Bus;
            second.Aggregator.ExpectedFollowers = first.Aggregator.ExpectedFollowers;
            _masters = new CanMaster[] { first, second };
            FindNextEvent();
        }

        /// <summary>Announces a number of followers, as the count switches of some hosts do; -1 for none announced.</summary>
        public void ExpectFollowers(int count)
        {
            for (int index = 0; index < _masters.Length; index++)
            {
                _masters[index].Aggregator.ExpectedFollowers = count;
            }
        }

        /// <summary>Takes over settings of the dialect, which must be without error.</summary>
        public void UseDialect(DialectSettings settings, Cadence cadence, long nowMilliseconds)
        {
            for (int index = 0; index < _masters.Length; index++)
            {
                _masters[index].UseDialect(settings, cadence, nowMilliseconds);
            }

            FindNextEvent();
        }

        /// <summary>Takes a 0x305; see <see cref="FrameSchedule.OnReply"/>.</summary>
        public void OnReply(long nowMilliseconds, bool afterSilence)
        {
            for (int index = 0; index < _masters.Length; index++)
            {
                _masters[index].OnReply(nowMilliseconds, afterSilence);
            }

            FindNextEvent();
        }

        /// <summary>Takes up a change of the faults that an operator made.</summary>
        public void OnFaultsChanged(long nowMilliseconds)
        {
            for (int index = 0; index < _masters.Length; index++)
            {
                _masters[index].OnFaultsChange();
            }

            FitCable(nowMilliseconds);
        }

        /// <summary>True if a frame that arrives is lost in the cable.</summary>
        public bool LosesReceived()
        {
            return _isCableBad && _cable.LosesReceived();
        }

        /// <summary>Puts a new cable in place of the one in use; what the old one lost is no longer counted.</summary>
        public void ReplaceCable()
        {
            _cable = new NoisyCanBus(_bus, new Prng(_seed ^ CableSeed));
        }

        /// <summary>Puts the bad cable between bank and bus only while a fault orders it: a good one costs nothing.</summary>
        public void FitCable(long nowMilliseconds)
        {
            FaultWindow burst = _faults.At(FaultPlan.IndexOf(CableFaultKind.Burst));
            FaultWindow busOff = _faults.At(FaultPlan.IndexOf(CableFaultKind.BusOff));
            bool hasBursts = burst.IsActiveAt(nowMilliseconds);
            bool goesOff = busOff.IsActiveAt(nowMilliseconds);
            _cable.BurstPermille = hasBursts ? burst.Value : 0;
            _cable.BurstFramesMax = hasBursts ? (int)burst.Detail : 1;
            _cable.BusOffPermille = goesOff ? busOff.Value : 0;
            _cable.BusOffFramesMax = goesOff ? (int)busOff.Detail : 1;
            _isCableBad = hasBursts || goesOff;
            ICanSender bus = _isCableBad ? (ICanSender)_cable : _bus;
            for (int index = 0; index < _masters.Length; index++)
            {
                _masters[index].Recorder.Bus = bus;
            }
        }

        /// <summary>Finds who talks. A master stays; a free place goes to the first entitled battery along the chain that has none.</summary>
        /// <param name="isSettled">True where the chain is to be known at once, as after hours of service.</param>
        /// <param name="nowMilliseconds">Simulated time.</param>
        public void Appoint(bool isSettled, long nowMilliseconds)
        {
            int first = EntitledBatteryOf(_masters[0]);
            int second = _masters.Length > 1 ? EntitledBatteryOf(_masters[1]) : CanMaster.Nobody;
            for (int index = 0; index < _bank.Count; index++)
            {
                if (index == first || index == second || !_masters[0].IsEntitled(index))
                {
                    continue;
                }

                if (first < 0)
                {
                    first = index;
                }
                else if (second < 0 && _masters.Length > 1)
                {
                    second = index;
                }
            }

            _masters[0].Appoint(first, isSettled, nowMilliseconds);
            if (_masters.Length > 1)
            {
                _masters[1].Appoint(second, isSettled, nowMilliseconds);
            }

            FindNextEvent();
        }

        /// <summary>Does what is due.</summary>
        /// <returns>Time of the next thing that one of them will do, ms.</returns>
        [MethodImpl(Inline.Always)]
        public long Run(long nowMilliseconds)
        {
            CanMaster[] masters = _masters;
            long next = masters[0].Run(nowMilliseconds);
            if (masters.Length > 1)
            {
                long second = masters[1].Run(nowMilliseconds);
                next = second < next ? second : next;
            }

            _nextEventMilliseconds = next;
            return next;
        }

        private CanMaster Create(uint scheduleSeed, uint seed)
        {
            CanMaster master = new CanMaster(_bank, _bus, _faults, new Prng(scheduleSeed), new Prng(seed));
            master.Recorder.IsOn = _isOutputOn;
            return master;
        }

        private void FindNextEvent()
        {
            long next = long.MaxValue;
            for (int index = 0; index < _masters.Length; index++)
            {
                long due = _masters[index].NextEventMilliseconds;
                next = due < next ? due : next;
            }

            _nextEventMilliseconds = next;
        }

        private static int EntitledBatteryOf(CanMaster master)
        {
            int battery = master.Battery;
            return battery >= 0 && master.IsEntitled(battery) ? battery : CanMaster.Nobody;
        }
    }
}
