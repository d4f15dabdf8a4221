using BatterySim.Bms.Faults;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms
{
    /// <summary>What falls due next in a simulator, and the order in which things that fall due together are done.</summary>
    /// <remarks>
    /// First what a person does, then the batteries, then the masters: so a burst of frames that starts at the same instant carries the new
    /// values. The times within a second stand in <see cref="SecondTimetable"/>.
    /// </remarks>
    internal sealed class Agenda
    {
        private readonly Simulator _simulator;
        private readonly FaultPlan _faults;
        private readonly ExtraFrames _extraFrames;
        private readonly ResetButtons _buttons;
        private readonly BenchLoad _load;
        private readonly CanMasters _masters;
        private readonly EventWatch _watch;
        private BatteryBank _bank;
        private long _nextEventMilliseconds;
        private long _rareEventMilliseconds;

        /// <summary>Makes the agenda of a simulator; it is empty before <see cref="Use"/>.</summary>
        public Agenda(Simulator simulator, ResetButtons buttons, BenchLoad load, CanMasters masters)
        {
            _simulator = simulator;
            _faults = simulator.Faults;
            _extraFrames = simulator.ExtraFrames;
            _buttons = buttons;
            _load = load;
            _masters = masters;
            _watch = new EventWatch(simulator, simulator.Events);
        }

        /// <summary>Time of the next thing that falls due, ms.</summary>
        public long NextEventMilliseconds { get { return _nextEventMilliseconds; } }

        /// <summary>Lets go of the bank.</summary>
        public void Drop()
        {
            _bank = null;
        }

        /// <summary>Takes a new bank as it is now.</summary>
        public void Use(BatteryBank bank, long nowMilliseconds)
        {
            _bank = bank;
            GaugeFaults.Fit(_faults, bank, nowMilliseconds);
            _watch.Begin(nowMilliseconds);
            FindNextEvent();
        }

        /// <summary>Does everything that is due.</summary>
        /// <returns>Time of the next thing that falls due, ms.</returns>
        public long Run(long nowMilliseconds)
        {
            if (_rareEventMilliseconds <= nowMilliseconds)
            {
                RunRare(nowMilliseconds);
            }

            BatteryBank bank = _bank;
            long next = bank.NextEventMilliseconds;
            if (next <= nowMilliseconds)
            {
                next = bank.Run(nowMilliseconds);
                if (bank.ConsumePowerChange())
                {
                    _masters.Appoint(false, nowMilliseconds);
                    _watch.Run(nowMilliseconds);
                    next = bank.NextEventMilliseconds;
                }
            }

            long due = _masters.NextEventMilliseconds;
            if (due <= nowMilliseconds)
            {
                due = _masters.Run(nowMilliseconds);
            }

            next = due < next ? due : next;
            next = _rareEventMilliseconds < next ? _rareEventMilliseconds : next;
            _nextEventMilliseconds = next;
            return next;
        }

        /// <summary>Takes up at once what was changed in a battery or a cable.</summary>
        /// <param name="isSettled">True where the chain is to be known at once, as after hours of service.</param>
        /// <param name="nowMilliseconds">Simulated time.</param>
        public void Refresh(bool isSettled, long nowMilliseconds)
        {
            _bank.Refresh(nowMilliseconds);
            _masters.Appoint(isSettled, nowMilliseconds);
            _watch.Run(nowMilliseconds);
            FindNextEvent();
        }

        /// <summary>Takes up at once what an operator ordered: a fault, an extra frame, a load.</summary>
        /// <remarks>
        /// What batteries and masters make of it at this instant is left to the next <see cref="Run"/> at the same instant: a command stands on
        /// a deep chain of calls already, and on a board the frames of the masters on top of it would be the deepest of all.
        /// </remarks>
        public void OnOrder(long nowMilliseconds)
        {
            FindRareEvent();
            if (_rareEventMilliseconds <= nowMilliseconds)
            {
                RunRare(nowMilliseconds);
            }

            FindNextEvent();
        }

        /// <summary>Records that the inverter was received.</summary>
        public void OnReply(long nowMilliseconds)
        {
            _watch.CheckLink(nowMilliseconds);
            Run(nowMilliseconds);
        }

        /// <summary>Puts the current that is asked for on the terminals.</summary>
        public void ApplyDemand(long nowMilliseconds)
        {
            _bank.SetCurrent(_load.DemandMilliamps, nowMilliseconds);
        }

        /// <summary>Looks at everything anew for what falls due next.</summary>
        public void FindNextEvent()
        {
            long bank = _bank.NextEventMilliseconds;
            long masters = _masters.NextEventMilliseconds;
            FindRareEvent();
            _nextEventMilliseconds = FirstOf(FirstOf(bank, masters), _rareEventMilliseconds);
        }

        /// <summary>Looks anew at what comes once a second or less.</summary>
        private void FindRareEvent()
        {
            long next = FirstOf(_faults.NextEventMilliseconds, _buttons.NextEventMilliseconds);
            next = FirstOf(next, _load.NextEventMilliseconds);
            next = FirstOf(next, _extraFrames.NextEventMilliseconds);
            _rareEventMilliseconds = FirstOf(next, _watch.NextEventMilliseconds);
        }

        // Checked through one time, so that all of this costs nothing in between.
        private void RunRare(long now)
        {
            if (_faults.NextEventMilliseconds <= now)
            {
                _faults.Run(now, _simulator.Events);
                _masters.FitCable(now);
                GaugeFaults.Fit(_faults, _bank, now);
            }

            if (_extraFrames.NextEventMilliseconds <= now)
            {
                CanMaster master = _masters.First;
                _extraFrames.Run(now, master.Recorder.Bus, !_masters.IsOutputOn || master.Battery < 0);
            }

            while (_buttons.NextEventMilliseconds <= now && _buttons.ReleaseDue(now))
            {
                Refresh(false, now);
            }

            if (_load.NextEventMilliseconds <= now)
            {
                _load.Run(now, _bank.VoltageMillivolts);
                ApplyDemand(now);
            }

            if (_watch.NextEventMilliseconds <= now)
            {
                _watch.Run(now);
            }

            FindRareEvent();
        }

        private static long FirstOf(long one, long other)
        {
            return one < other ? one : other;
        }
    }
}
