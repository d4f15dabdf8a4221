using System.Runtime.CompilerServices;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Profiles;

namespace BatterySim.Bms.Stack
{
    /// <summary>One battery that polls the others over the RS485 chain and keeps what it received.</summary>
    /// <remarks>
    /// 9600 baud, 8N1: a question of 20 characters, an answer of 150, half a second of waiting for one that does not come
    /// (PACE RS485 protocol 2018-06-15). The first round asks every address; later rounds ask those that ever answered and one further address.
    /// </remarks>
    public sealed class ChainMaster
    {
        /// <summary>Time from the start of a question to the end of its answer, ms: 170 characters of ten bits and 10 ms to think.</summary>
        public const int ReplyMilliseconds = 187;

        /// <summary>Time that the master waits for an answer, ms.</summary>
        public const int WaitMilliseconds = 500;

        /// <summary>Least time from one round to the next, ms.</summary>
        public const int RoundMilliseconds = SecondTimetable.SecondMilliseconds;

        private const int RoundOver = -1;

        private readonly BatteryBank _bank;
        private readonly byte[] _answerCounts;
        private readonly byte[] _firstAnswers;
        private readonly byte[] _lastAnswers;
        private readonly Prng _random;
        private readonly int[][] _views;
        private readonly int _addressMin;
        private readonly int _masterAddress;
        private readonly int _wakeMilliseconds;
        private int _self;
        private int _answers;
        private int _bankVersion;
        private int _asked;
        private int _scan;
        private bool _isScanning;
        private bool _hasLosses;
        private int _version;
        private bool _isReady;
        private bool _isAlone;
        private long _roundStartMilliseconds;
        private long _nextEventMilliseconds = long.MaxValue;

        /// <summary>Makes a master that does not poll yet.</summary>
        /// <param name="bank">The batteries and their wiring.</param>
        /// <param name="random">Decides which of two colliding answers is received.</param>
        public ChainMaster(BatteryBank bank, Prng random)
        {
            _bank = bank;
            _random = random;
            _addressMin = bank.Profile.NumberOf(ProfileKey.AddressMin);
            _masterAddress = bank.Profile.NumberOf(ProfileKey.MasterAddress);
            _views = new int[bank.Profile.NumberOf(ProfileKey.AddressMax) - _addressMin + 1][];
            for (int slot = 0; slot < _views.Length; slot++)
            {
                _views[slot] = BatteryView.Make();
            }

            // The chain wakes in the order of its addresses, and a battery notices within a second that it is ready.
            _wakeMilliseconds = (_views.Length * bank.Profile.NumberOf(ProfileKey.WakeStepMilliseconds)) + BatteryModule.StepMilliseconds;
            _answerCounts = new byte[_views.Length];
            _firstAnswers = new byte[_views.Length];
            _lastAnswers = new byte[_views.Length];
        }

        /// <summary>Grows whenever a battery was found, lost or forgotten, so that others need not look at each of them.</summary>
        public int Version { get { return _version; } }

        /// <summary>True once the first round is over: before that nothing is known of the bank.</summary>
        public bool IsReady { get { return _isReady; } }

        /// <summary>Time of the next thing that the chain will do, ms.</summary>
        public long NextEventMilliseconds { get { return _nextEventMilliseconds; } }

        /// <summary>Number of addresses that a chain has, in the order of numbering from the master's on.</summary>
        public int SlotCount { get { return _views.Length; } }

        /// <summary>What was received from the battery at a place in the numbering.</summary>
        /// <param name="slot">0 for the master's own address.</param>
        /// <returns>What <see cref="BatteryView"/> reads.</returns>
        public int[] ViewAt(int slot)
        {
            return _views[slot];
        }

        /// <summary>Starts polling; the first round begins when the chain has had its time to wake.</summary>
        /// <param name="self">Battery that this master is, 0 for the first.</param>
        /// <param name="isAlone">True for a stand-alone battery: it asks nobody.</param>
        /// <param name="nowMilliseconds">Simulated time.</param>
        public void Start(int self, bool isAlone, long nowMilliseconds)
        {
            _self = self;
            _bankVersion = -1;
            _version++;
            for (int slot = 0; slot < _views.Length; slot++)
            {
                BatteryView.Forget(_views[slot]);
            }

            _isAlone = isAlone;
            _isReady = isAlone;
            _isScanning = true;
            _hasLosses = false;
            _asked = RoundOver;
            _scan = 0;
            _roundStartMilliseconds = nowMilliseconds;
            UpdateSelf();
            _nextEventMilliseconds = nowMilliseconds + (isAlone ? RoundMilliseconds : _wakeMilliseconds);
        }

        /// <summary>Knows at once what a first round would have found.</summary>
        public void SkipFirstRound(long nowMilliseconds)
        {
            for (int slot = 1; slot < _views.Length && !_isAlone; slot++)
            {
                _answers = FindAnswers(slot);
                Ask(slot);
            }

            EndRound(nowMilliseconds);
        }

        /// <summary>Stops polling.</summary>
        public void Stop()
        {
            _version++;
            _isReady = false;
            _nextEventMilliseconds = long.MaxValue;
        }

        /// <summary>Does what is due; only at <see cref="NextEventMilliseconds"/> or later.</summary>
        [MethodImpl(Inline.Always)]
        public void Run(long nowMilliseconds)
        {
            if (_isAlone)
            {
                UpdateSelf();
                _nextEventMilliseconds = nowMilliseconds + RoundMilliseconds;
            }
            else if (_asked == RoundOver)
            {
                BeginRound(nowMilliseconds);
            }
            else
            {
                Ask(_asked);
                AskNext(nowMilliseconds);
            }
        }

        /// <summary>Updates what the master knows of itself, for which it needs no chain.</summary>
        public void UpdateSelf()
        {
            BatteryView.OnReceived(_views[0], _bank.ModuleAt(_self));
        }

        private void BeginRound(long nowMilliseconds)
        {
            _roundStartMilliseconds = nowMilliseconds;
            _asked = 0;
            _scan = _scan + 1 < _views.Length ? _scan + 1 : 1;
            AskNext(nowMilliseconds);
        }

        [MethodImpl(Inline.Always)]
        private void AskNext(long nowMilliseconds)
        {
            int slot = _asked + 1;
            while (slot < _views.Length && !_isScanning && !BatteryView.IsKnown(_views[slot]) && slot != _scan)
            {
                slot++;
            }

            if (slot >= _views.Length)
            {
                EndRound(nowMilliseconds);
                return;
            }

            _asked = slot;
            _answers = FindAnswers(slot);
            _nextEventMilliseconds = nowMilliseconds + (_answers > 0 ? ReplyMilliseconds : WaitMilliseconds);
        }

        private void EndRound(long nowMilliseconds)
        {
            _asked = RoundOver;
            _isScanning = false;
            _isReady = true;
            if (_hasLosses)
            {
                DropLost();
            }

            long next = _roundStartMilliseconds + RoundMilliseconds;
            _nextEventMilliseconds = next > nowMilliseconds ? next : nowMilliseconds + 1;
        }

        // Two answers at once are garbled half of the time; otherwise one of them is the stronger.
        [MethodImpl(Inline.Always)]
        private void Ask(int slot)
        {
            int answers = _answers;
            bool isGarbled = answers > 1 && _random.Between(0, 1) == 0;
            if (answers == 0 || isGarbled)
            {
                _hasLosses = BatteryView.Miss(_views[slot]) || _hasLosses;
                return;
            }

            if (!BatteryView.IsOnline(_views[slot]))
            {
                _version++;
            }

            bool isLast = answers > 1 && _random.Between(0, 1) == 0;
            BatteryView.OnReceived(_views[slot], _bank.ModuleAt(isLast ? _lastAnswers[slot] : _firstAnswers[slot]));
        }

        // At the end of a round, so that all who were lost with one cable are missed together.
        private void DropLost()
        {
            _hasLosses = false;
            _version++;
            for (int slot = 0; slot < _views.Length; slot++)
            {
                BatteryView.DropIfLost(_views[slot]);
            }
        }

        // Number of batteries that answer to an address, as long as nobody touches the bank.
        [MethodImpl(Inline.Always)]
        private int FindAnswers(int slot)
        {
            if (_bankVersion != _bank.Version)
            {
                _bankVersion = _bank.Version;
                for (int index = 0; index < _answerCounts.Length; index++)
                {
                    _answerCounts[index] = 0;
                }

                for (int index = 0; index < _bank.Count; index++)
                {
                    RecordAnswers(index);
                }
            }

            return _answerCounts[slot];
        }

        private void RecordAnswers(int index)
        {
            BatteryModule module = _bank.ModuleAt(index);
            int slot = SlotOf(module.Address);
            if (slot < 0 || index == _self || !module.IsRunning || module.Reply == ReplyKind.Silent || !_bank.Wiring.AreConnected(_self, index))
            {
                return;
            }

            if (_answerCounts[slot] == 0)
            {
                _firstAnswers[slot] = (byte)index;
            }

            _lastAnswers[slot] = (byte)index;
            _answerCounts[slot]++;
        }

        // Place of an address in the numbering that starts with the master's; -1 for an address that no chain has.
        private int SlotOf(int address)
        {
            if (address < _addressMin || address >= _addressMin + _views.Length)
            {
                return -1;
            }

            int slot = address - _masterAddress;
            return slot < 0 ? slot + _views.Length : slot;
        }
    }
}
