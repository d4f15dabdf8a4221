using System.Runtime.CompilerServices;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Can;
using BatterySim.Bms.Faults;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms
{
    /// <summary>A battery that talks to the inverter: its view of the chain, the report made of it, and the frames.</summary>
    /// <remarks>A correctly wired bank has one. There is a second one where two batteries are numbered as master and both are wired.</remarks>
    public sealed class CanMaster
    {
        /// <summary>Stands for the battery while none talks.</summary>
        public const int Nobody = -1;

        private readonly BatteryBank _bank;
        private readonly ChainMaster _chain;
        private readonly Aggregator _aggregator;
        private readonly FrameSchedule _schedule;
        private readonly FrameRecorder _recorder;
        private readonly FrameFaults _frameFaults;
        private readonly ReportOverrides _overrides;
        private readonly BankReport _report = new BankReport();
        private readonly int _masterAddress;
        private readonly int _standaloneAddress;
        private int _battery = Nobody;
        private readonly int _slotsPerPart;
        private int _part;
        private bool _isGathered;
        private bool _isAlone;
        private bool _hasReport;
        private long _nextReportMilliseconds = long.MaxValue;
        private long _nextEventMilliseconds = long.MaxValue;

        /// <summary>Makes one that is silent.</summary>
        public CanMaster(BatteryBank bank, ICanSender bus, FaultPlan faults, Prng scheduleRandom, Prng random)
        {
            _bank = bank;
            _recorder = new FrameRecorder(bus);
            _frameFaults = new FrameFaults(faults, _recorder);
            _overrides = new ReportOverrides(faults);
            _schedule = new FrameSchedule(_frameFaults, _recorder, scheduleRandom);
            _chain = new ChainMaster(bank, random);
            _aggregator = new Aggregator(bank.Profile, bank.Policies);
            _slotsPerPart = (_chain.SlotCount + SecondTimetable.ReportPartCount - 1) / SecondTimetable.ReportPartCount;
            _masterAddress = bank.Profile.NumberOf(ProfileKey.MasterAddress);
            _standaloneAddress = bank.Profile.NumberOf(ProfileKey.StandaloneAddress);
        }

        /// <summary>Battery that talks to the inverter, 0 for the first; <see cref="Nobody"/> while none does.</summary>
        public int Battery { get { return _battery; } }

        /// <summary>What it received over the chain.</summary>
        public ChainMaster Chain { get { return _chain; } }

        /// <summary>How it makes one bank of its batteries.</summary>
        public Aggregator Aggregator { get { return _aggregator; } }

        /// <summary>What it claims.</summary>
        public BankReport Report { get { return _report; } }

        /// <summary>What it sends.</summary>
        public FrameSchedule Schedule { get { return _schedule; } }

        /// <summary>What left in the end: counts, times, bytes.</summary>
        public FrameRecorder Recorder { get { return _recorder; } }

        /// <summary>Time of the next thing that it will do, ms.</summary>
        public long NextEventMilliseconds { get { return _nextEventMilliseconds; } }

        /// <summary>True if a battery is one that talks to the inverter by itself: awake, wired, and numbered as master or stand-alone.</summary>
        public bool IsEntitled(int battery)
        {
            BatteryModule module = _bank.ModuleAt(battery);
            return module.IsRunning && module.SpeaksPylontech && _bank.Wiring.IsInverterPlugged(battery)
                && (module.Address == _masterAddress || module.Address == _standaloneAddress);
        }

        /// <summary>Makes a battery speak, or nobody.</summary>
        /// <param name="battery">0 for the first; -1 for nobody.</param>
        /// <param name="isSettled">True where the chain is to be known at once, as after hours of service.</param>
        /// <param name="nowMilliseconds">Simulated time.</param>
        public void Appoint(int battery, bool isSettled, long nowMilliseconds)
        {
            bool isAlone = battery >= 0 && _bank.ModuleAt(battery).Address != _masterAddress;
            if (battery == _battery && isAlone == _isAlone)
            {
                return;
            }

            _battery = battery;
            _isAlone = isAlone;
            _hasReport = false;
            _schedule.Stop();
            _frameFaults.Drop();
            _chain.Stop();
            _nextReportMilliseconds = long.MaxValue;
            if (battery < 0)
            {
                FindNextEvent();
                return;
            }

            _chain.Start(battery, isAlone, nowMilliseconds);
            if (isSettled)
            {
                _chain.SkipFirstRound(nowMilliseconds);
            }

            _nextReportMilliseconds = nowMilliseconds;
            FindNextEvent();
        }

        /// <summary>Takes over settings of the dialect, which must be without fault.</summary>
        public void UseDialect(DialectSettings settings, Cadence cadence, long nowMilliseconds)
        {
            _schedule.Use(settings, cadence, nowMilliseconds);
            FindNextEvent();
        }

        /// <summary>Takes notice of a 0x305; see <see cref="FrameSchedule.OnReply"/>.</summary>
        public void OnReply(long nowMilliseconds, bool afterSilence)
        {
            _schedule.OnReply(nowMilliseconds, afterSilence);
            FindNextEvent();
        }

        /// <summary>Takes up a change of the faults.</summary>
        public void OnFaultsChange()
        {
            _frameFaults.Prepare();
        }

        /// <summary>Does what is due: first the chain, then the report, then the frames, so that a burst carries what was received.</summary>
        /// <returns>Time of the next thing that it will do, ms.</returns>
        [MethodImpl(Inline.Always)]
        public long Run(long nowMilliseconds)
        {
            long chain = _chain.NextEventMilliseconds;
            if (nowMilliseconds >= chain)
            {
                _chain.Run(nowMilliseconds);
                chain = _chain.NextEventMilliseconds;
            }

            if (nowMilliseconds >= _nextReportMilliseconds)
            {
                UpdateReport(nowMilliseconds);
            }

            long next = _schedule.NextEventMilliseconds;
            if (nowMilliseconds >= next)
            {
                _schedule.Run(nowMilliseconds, _overrides.Apply(_report, nowMilliseconds));
                next = _schedule.NextEventMilliseconds;
            }

            long delayed = _frameFaults.NextEventMilliseconds;
            if (nowMilliseconds >= delayed)
            {
                _frameFaults.Run(nowMilliseconds);
                delayed = _frameFaults.NextEventMilliseconds;
            }

            next = chain < next ? chain : next;
            next = delayed < next ? delayed : next;
            next = _nextReportMilliseconds < next ? _nextReportMilliseconds : next;
            _nextEventMilliseconds = next;
            return next;
        }

        private void FindNextEvent()
        {
            long next = _nextReportMilliseconds;
            long chain = _chain.NextEventMilliseconds;
            long schedule = _schedule.NextEventMilliseconds;
            long delayed = _frameFaults.NextEventMilliseconds;
            next = chain < next ? chain : next;
            next = delayed < next ? delayed : next;
            _nextEventMilliseconds = schedule < next ? schedule : next;
        }

        // The batteries are taken in a few at a time through the second; the report is whole shortly before the next burst.
        private void UpdateReport(long nowMilliseconds)
        {
            if (!_chain.IsReady)
            {
                _nextReportMilliseconds = _chain.NextEventMilliseconds;
                return;
            }

            if (!_hasReport)
            {
                BeginReport();
                _aggregator.Add(_chain, _chain.SlotCount);
                _aggregator.WriteOneSecond(_chain, _report);
                _hasReport = true;
                _schedule.Start(nowMilliseconds);
                BeginReport();
                _nextReportMilliseconds = nowMilliseconds + SecondTimetable.FirstReportPartMilliseconds;
            }
            else if (!_isGathered)
            {
                _isGathered = !_aggregator.Add(_chain, _slotsPerPart);
                _nextReportMilliseconds = nowMilliseconds + SecondTimetable.ReportPartMilliseconds;
                _part++;
            }
            else
            {
                _aggregator.WriteOneSecond(_chain, _report);
                _nextReportMilliseconds = nowMilliseconds + SecondTimetable.SecondMilliseconds - (_part * SecondTimetable.ReportPartMilliseconds);
                BeginReport();
            }
        }

        private void BeginReport()
        {
            _part = 0;
            _isGathered = false;
            _chain.UpdateSelf();
            _aggregator.Begin();
        }
    }
}
