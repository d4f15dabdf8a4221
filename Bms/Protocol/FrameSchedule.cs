using System.Runtime.CompilerServices;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Protocol
{
    /// <summary>Sends the bursts: when one starts, what comes next in it, and what a 0x305 means for it.</summary>
    /// <remarks>
    /// A 0x305 is the inverter's answer to a burst while that burst is under way and for <see cref="AnswerWindowMilliseconds"/> after it;
    /// any other 0x305 is a poll. In <see cref="Cadence.Poll"/> a poll is answered at once, an answer only when the period is over:
    /// so an inverter that answers every burst is served once a period and cannot drive the bank round in circles.
    /// </remarks>
    public sealed class FrameSchedule
    {
        /// <summary>Time after a burst in which a 0x305 counts as the answer to it, ms.</summary>
        public const int AnswerWindowMilliseconds = 100;

        private const int NoBurst = -1;

        private readonly IFrameOutput _output;
        private readonly Prng _random;
        private readonly DialectSettings _dialect = new DialectSettings();
        private readonly BankReport _burst = new BankReport();
        private readonly CanFrame _frame = new CanFrame();
        private readonly FrameRecorder _recorder;
        private Cadence _cadence;
        private FrameTimers _timers;
        private bool _isRunning;
        private int _nextFrame = NoBurst;
        private long _nextFrameMilliseconds = long.MaxValue;
        private long _nextBurstMilliseconds = long.MaxValue;
        private long _periodStartMilliseconds;
        private long _answerUntilMilliseconds = long.MinValue;
        private int _burstCount;

        /// <summary>Makes a schedule that is stopped, straight in front of a bus.</summary>
        public FrameSchedule(ICanSender bus, Prng random)
            : this(new FrameRecorder(bus), random)
        {
        }

        private FrameSchedule(FrameRecorder recorder, Prng random)
            : this(recorder, recorder, random)
        {
        }

        /// <summary>Makes a schedule that is stopped.</summary>
        /// <param name="output">Where the frames go: the recorder, or what may change them on their way to it.</param>
        /// <param name="recorder">What keeps the frames that leave in the end.</param>
        /// <param name="random">Draws the jitter.</param>
        public FrameSchedule(IFrameOutput output, FrameRecorder recorder, Prng random)
        {
            _output = output;
            _recorder = recorder;
            _random = random;
        }

        /// <summary>The settings in force. Change them through <see cref="Use"/>.</summary>
        public DialectSettings Dialect { get { return _dialect; } }

        /// <summary>Who leads the conversation.</summary>
        public Cadence Cadence { get { return _cadence; } }

        /// <summary>Number of bursts started.</summary>
        public int BurstCount { get { return _burstCount; } }

        /// <summary>True from <see cref="Start"/> to <see cref="Stop"/>.</summary>
        public bool IsRunning { get { return _isRunning; } }

        /// <summary>Time of the next thing that this schedule will do, ms; <see cref="long.MaxValue"/> if it waits for the inverter.</summary>
        public long NextEventMilliseconds
        {
            get { return _nextFrameMilliseconds < _nextBurstMilliseconds ? _nextFrameMilliseconds : _nextBurstMilliseconds; }
        }

        /// <summary>Statistics of the frame with the given identifier; null if the bank never sends it.</summary>
        public FrameStatistics StatisticsOf(uint id)
        {
            FrameDefinition definition = FrameTable.Find(id);
            return definition == null ? null : _recorder.StatisticsOf(definition);
        }

        /// <summary>Records that simulated time stood still: the measured periods and ages are those of the clock on the wall.</summary>
        /// <param name="milliseconds">How long, ms, not negative.</param>
        public void RecordSlip(int milliseconds)
        {
            _recorder.RecordSlip(milliseconds);
        }

        /// <summary>Takes over settings, which must be valid (<see cref="DialectSettings.FindProblem"/>). A burst under way is dropped.</summary>
        public void Use(DialectSettings settings, Cadence cadence, long nowMilliseconds)
        {
            _dialect.CopyFrom(settings);
            _recorder.Prepare(_dialect.Order);
            _cadence = cadence;

            // Who is polled answers with a burst, whatever its timers.
            if (!settings.HasOwnTimers || cadence == Cadence.Poll)
            {
                _timers = null;
            }
            else if (_timers == null || _timers.Count != settings.Order.Length)
            {
                _timers = new FrameTimers(settings.Order.Length);
            }

            if (_isRunning)
            {
                Start(nowMilliseconds);
            }
        }

        /// <summary>Starts with a burst now.</summary>
        public void Start(long nowMilliseconds)
        {
            _isRunning = true;
            BeginPeriod(nowMilliseconds);
        }

        /// <summary>Falls silent at once.</summary>
        public void Stop()
        {
            _isRunning = false;
            _nextFrame = NoBurst;
            _nextFrameMilliseconds = long.MaxValue;
            _nextBurstMilliseconds = long.MaxValue;
            _answerUntilMilliseconds = long.MinValue;
        }

        /// <summary>Takes notice of a 0x305. A burst that it asks for becomes due at once; <see cref="Run"/> sends it.</summary>
        /// <param name="nowMilliseconds">Simulated time.</param>
        /// <param name="afterSilence">True if no other 0x305 came in the 2 s before.</param>
        public void OnReply(long nowMilliseconds, bool afterSilence)
        {
            if (!_isRunning || _cadence == Cadence.Broadcast)
            {
                return;
            }

            bool isAnswer = _nextFrame != NoBurst || nowMilliseconds <= _answerUntilMilliseconds;
            if (_cadence == Cadence.Both)
            {
                if (!isAnswer && afterSilence)
                {
                    BeginPeriod(nowMilliseconds);
                }
            }
            else if (!isAnswer)
            {
                BeginPeriod(nowMilliseconds);
            }
            else if (_nextBurstMilliseconds == long.MaxValue)
            {
                ScheduleBurst(_periodStartMilliseconds + _dialect.PeriodMilliseconds);
            }
        }

        /// <summary>Does what is due at <paramref name="nowMilliseconds"/>; call it for every <see cref="NextEventMilliseconds"/> in turn.</summary>
        public void Run(long nowMilliseconds, BankReport report)
        {
            if (nowMilliseconds >= _nextBurstMilliseconds)
            {
                BeginBurst(nowMilliseconds, report);
            }

            while (nowMilliseconds >= _nextFrameMilliseconds)
            {
                SendNextFrame(nowMilliseconds);
            }
        }

        private void BeginPeriod(long periodStartMilliseconds)
        {
            _nextFrame = NoBurst;
            _nextFrameMilliseconds = long.MaxValue;
            if (_timers == null)
            {
                ScheduleBurst(periodStartMilliseconds);
                return;
            }

            _timers.Start(_dialect, _random, periodStartMilliseconds);
            _nextBurstMilliseconds = _timers.DueAt(_timers.First);
        }

        private void ScheduleBurst(long periodStartMilliseconds)
        {
            _periodStartMilliseconds = periodStartMilliseconds;
            _nextBurstMilliseconds = periodStartMilliseconds
                + (_dialect.JitterMilliseconds == 0 ? 0 : _random.Between(0, _dialect.JitterMilliseconds));
        }

        private void BeginBurst(long nowMilliseconds, BankReport report)
        {
            _burst.CopyFrom(report);
            if (_timers != null)
            {
                SendByTimers(nowMilliseconds);
                return;
            }

            _burstCount++;
            _nextFrame = 0;
            _nextFrameMilliseconds = nowMilliseconds;
            _answerUntilMilliseconds = nowMilliseconds + _dialect.BurstMilliseconds + AnswerWindowMilliseconds;
            if (_cadence == Cadence.Poll)
            {
                _nextBurstMilliseconds = long.MaxValue;
            }
            else
            {
                ScheduleBurst(_periodStartMilliseconds + _dialect.PeriodMilliseconds);
            }
        }

        [MethodImpl(Inline.Always)]
        private void SendNextFrame(long nowMilliseconds)
        {
            FrameDefinition definition = _dialect.Order[_nextFrame];
            _nextFrame++;
            if (_nextFrame < _dialect.Order.Length)
            {
                _nextFrameMilliseconds = nowMilliseconds + _dialect.GapMilliseconds;
            }
            else
            {
                _nextFrame = NoBurst;
                _nextFrameMilliseconds = long.MaxValue;
            }

            Send(definition, nowMilliseconds);
        }

        // Here each frame is a burst of its own; a round of the first one counts as a burst.
        private void SendByTimers(long nowMilliseconds)
        {
            _answerUntilMilliseconds = nowMilliseconds + AnswerWindowMilliseconds;
            int first = _timers.First;
            while (_timers.DueAt(first) <= nowMilliseconds)
            {
                _burstCount += first == 0 ? 1 : 0;
                _timers.MoveOn(first, _dialect, _random);
                Send(_dialect.Order[first], nowMilliseconds);
                first = _timers.First;
            }

            _nextBurstMilliseconds = _timers.DueAt(first);
        }

        [MethodImpl(Inline.Always)]
        private void Send(FrameDefinition definition, long nowMilliseconds)
        {
            if (!_dialect.SendsCapacity && definition.Id == CapacityFrame.CanId)
            {
                return;
            }

            if (!definition.TryEncode(_burst, _dialect, _frame))
            {
                _recorder.RecordWithheld(definition);
                return;
            }

            _output.Send(definition, _frame, nowMilliseconds);
        }
    }
}
