using System;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Can;
using BatterySim.Hardware.Console;
using BatterySim.Hardware.Settings;

namespace BatterySim.Hardware
{
    /// <summary>The whole firmware behind its devices: what a board runs and what the desktop runs in its place.</summary>
    /// <remarks>
    /// One thread calls <see cref="Pass"/> every 10 ms. A pass allocates nothing; what makes text waits for <see cref="Talk"/>.
    /// An exception of a driver is counted and survived; one of the bank itself leaves its reason behind and restarts the board.
    /// </remarks>
    public sealed class Firmware
    {
        /// <summary>Time between two passes, ms: what the board's scheduler resolves.</summary>
        public const int PassMilliseconds = 10;

        private const int SwitchesMilliseconds = 100;
        private const int BannerWaitMilliseconds = 500;
        private const int FramesPerPass = 8;
        private const int BytesPerRead = 64;

        private readonly FirmwareParts _parts;
        private readonly ElapsedClock _clock;
        private readonly ConsoleOutput _output;
        private readonly LineEditor _editor;
        private readonly BoardStore _store;
        private readonly DriveSettingsStore _places;
        private readonly RestartNote _note;
        private readonly StartGuard _guard;
        private readonly DriverErrors _faults = new DriverErrors();
        private readonly AddressSwitches _switches;
        private readonly DebouncedInput _reset;
        private readonly DebouncedInput _breaker;
        private readonly PanelLeds _leds;
        private readonly CanFrame _received = new CanFrame();
        private readonly byte[] _typed = new byte[BytesPerRead];
        private readonly BoardBank _bank;
        private readonly BoardCommands _commands;
        private Exception _fatal;
        private string _restartReason;
        private string _shownCanFault;
        private bool _isBannerDue;
        private int _switchesDueMilliseconds;
        private int _dip;
        private int _heldMilliseconds;
        private int _releaseMilliseconds;
        private int _typedCount;
        private int _typedNext;
        private bool _hasLine;
        private bool _isRestarting;
        private bool _hasLasted;
        private bool _isBankStopped;

        /// <summary>Puts a firmware together. Nothing is sent and nothing said before <see cref="Start"/>.</summary>
        public Firmware(FirmwareParts parts)
        {
            _parts = parts;
            _clock = parts.Clock;
            _output = new ConsoleOutput(parts.Serial);
            _editor = new LineEditor(_output);
            _store = new BoardStore(parts.Drive);
            _note = new RestartNote(parts.Drive);
            _guard = new StartGuard(parts.Drive);
            _guard.Begin();
            _switches = new AddressSwitches(parts.DipPins);
            _reset = new DebouncedInput(parts.ResetPin, false);
            _breaker = new DebouncedInput(parts.BreakerPin, true);
            _leds = new PanelLeds(parts.RunPin, parts.AlarmPin, parts.LedsAreActiveLow);
            BoardSettings settings = _guard.IsSafeMode ? new BoardSettings() : _store.Load();
            _bank = new BoardBank(settings, new GuardedCanBus(parts.Can, _faults), parts.Memory);
            _places = new DriveSettingsStore(parts.Drive);
            _bank.Simulator.Instrument.Store = _places;
            _commands = new BoardCommands(this, settings, _store);
            _bank.Simulator.Instrument.Board = _commands;
        }

        /// <summary>The bank that it plays.</summary>
        public BoardBank Bank { get { return _bank; } }

        /// <summary>Devices.</summary>
        public FirmwareParts Parts { get { return _parts; } }

        /// <summary>Where the settings came from and go to.</summary>
        public BoardStore Store { get { return _store; } }

        /// <summary>What went wrong in the drivers.</summary>
        public DriverErrors Faults { get { return _faults; } }

        /// <summary>Starts that did not last, and the safe mode that follows too many of them.</summary>
        public StartGuard Guard { get { return _guard; } }

        /// <summary>True once it has run for <see cref="StartGuard.LastingMilliseconds"/>.</summary>
        public bool HasLasted { get { return _hasLasted; } }

        /// <summary>Position of the address switches now.</summary>
        public int Dip { get { return _dip; } }

        /// <summary>How the CAN controller is, in words.</summary>
        public string CanCondition
        {
            get
            {
                return _guard.IsSafeMode ? "silent in safe mode"
                    : _parts.Can.Fault ?? (_parts.Can.IsReady ? CanStateNames.Of(_parts.Can.State) : "starting");
            }
        }

        /// <summary>Time since the start, ms.</summary>
        public long UptimeMilliseconds { get { return _clock.NowMilliseconds; } }

        /// <summary>Starts the CAN controller and, where the settings say so, wakes the bank.</summary>
        /// <remarks>The banner follows once the controller is known to be well or not.</remarks>
        public void Start()
        {
            _restartReason = _note.Take();
            StartCan();
            _dip = _switches.Read();
            _bank.MoveSwitches(_dip);
            _bank.SetBreaker(_breaker.IsActive);
            if (_commands.Settings.WakesByItself)
            {
                PressReset();
                ReleaseReset();
            }

            _bank.UpdatePower(_dip);
            _isBannerDue = true;
        }

        /// <summary>One round of the main loop.</summary>
        /// <returns>True if there is something to say or to do that takes longer: call <see cref="Talk"/>.</returns>
        public bool Pass()
        {
            int elapsed = _clock.ConsumeElapsed();
            MoveFrames();
            RunBank(elapsed);
            CheckPanel(elapsed);
            MoveConsole();
            return _hasLine || _fatal != null || IsCanNews() || _faults.IsReportDue(elapsed) || IsLastingNews();
        }

        /// <summary>Does what a pass left: answers a line, reports failures, shows the banner, restarts.</summary>
        public void Talk()
        {
            if (_fatal != null)
            {
                EndBank("a failure of the bank: " + DriverErrors.TextOf(_fatal));
                return;
            }

            if (IsLastingNews())
            {
                _hasLasted = true;
                _guard.End();
            }

            if (_hasLine)
            {
                AnswerLine();
            }

            if (IsCanNews())
            {
                ReportCan();
            }

            if (_faults.IsReportDue(0))
            {
                _output.Write(_faults.ConsumeReport());
            }
        }

        /// <summary>Leaves a reason for the next banner and starts the board anew, as somebody asked for.</summary>
        public void RestartBecause(string reason)
        {
            _guard.End();
            Restart(reason);
        }

        /// <summary>Presses RST, from the button or from the console.</summary>
        public void PressReset()
        {
            _dip = _switches.Read();
            _bank.MoveSwitches(_dip);
            PowerState state = _bank.OwnBattery.Power.State;
            bool isAwake = state == PowerState.Running || state == PowerState.Starting;
            _heldMilliseconds = isAwake ? 1 : 0;
            _bank.Simulator.PressReset(BoardBank.Own);
        }

        /// <summary>Lets RST go.</summary>
        public void ReleaseReset()
        {
            // A short press on a battery that is awake does nothing to it, so it is free to ask for the SOC.
            if (_heldMilliseconds > 0 && _heldMilliseconds < BmsPower.SleepHoldMilliseconds)
            {
                _leds.ShowSoc(_bank.OwnBattery.SocPermille);
            }

            _heldMilliseconds = 0;
            _bank.Simulator.ReleaseReset(BoardBank.Own);
        }

        /// <summary>Presses RST and lets it go after a while, as a finger would.</summary>
        public void HoldReset(int milliseconds)
        {
            PressReset();
            _releaseMilliseconds = milliseconds;
            if (milliseconds == 0)
            {
                ReleaseReset();
            }
        }

        private void Restart(string reason)
        {
            if (_isRestarting)
            {
                return;
            }

            _isRestarting = true;
            _note.Leave(reason);
            _parts.Control.Restart();
        }

        // A start that failed again and again is not tried without end; the console stays, so that the settings can be changed.
        private void EndBank(string reason)
        {
            _fatal = null;
            if (_hasLasted || StartGuard.MayRestart(_parts.Drive))
            {
                Restart(reason);
                return;
            }

            _isBankStopped = true;
            _output.WriteLine("! " + reason + "; the bank is stopped: another restart would end in the same way. HELP lists what you can change.");
        }

        private bool IsLastingNews()
        {
            return !_hasLasted && _clock.NowMilliseconds >= StartGuard.LastingMilliseconds;
        }

        private void MoveFrames()
        {
            if (_guard.IsSafeMode)
            {
                return;
            }

            try
            {
                _parts.Can.Poll(_clock.NowMilliseconds);
                for (int count = 0; count < FramesPerPass && _parts.Can.TryReceive(_received); count++)
                {
                    _bank.Simulator.Receive(_received);
                }
            }
            catch (Exception exception)
            {
                _faults.Record(DriverErrors.Can, exception);
            }
        }

        private void RunBank(int elapsed)
        {
            if (_isBankStopped)
            {
                return;
            }

            try
            {
                _bank.Simulator.Advance(elapsed);
                _bank.UpdatePower(_dip);
            }
            catch (Exception exception)
            {
                _fatal = exception;
            }
        }

        private void CheckPanel(int elapsed)
        {
            try
            {
                CheckSwitches(elapsed);
                CheckReset(elapsed);
                if (_breaker.Look(elapsed))
                {
                    _bank.SetBreaker(_breaker.IsActive);
                }

                ProtectionRunner protections = _bank.OwnBattery.Protections;
                _leds.State = _bank.FindPanelState();
                _leds.HasAlarm = protections.Alarms != 0;
                _leds.HasProtection = protections.Protections != 0;
                _leds.IsControllerGone = _parts.Can.Fault != null;
                _leds.HeldMilliseconds = _heldMilliseconds;
                _leds.Show(elapsed);
            }
            catch (Exception exception)
            {
                _faults.Record(DriverErrors.Pins, exception);
            }
        }

        private void CheckSwitches(int elapsed)
        {
            _switchesDueMilliseconds -= elapsed;
            if (_switchesDueMilliseconds > 0)
            {
                return;
            }

            _switchesDueMilliseconds = SwitchesMilliseconds;
            int dip = _switches.Read();
            if (dip != _dip)
            {
                _dip = dip;
                _bank.MoveSwitches(dip);
            }
        }

        private void CheckReset(int elapsed)
        {
            bool hasChanged = _reset.Look(elapsed);
            if (hasChanged && _reset.IsActive)
            {
                PressReset();
            }
            else if (hasChanged)
            {
                ReleaseReset();
            }
            else if (_releaseMilliseconds > 0)
            {
                HoldOn(elapsed);
            }
            else if (_heldMilliseconds > 0 && _heldMilliseconds <= BmsPower.RestartHoldMilliseconds)
            {
                _heldMilliseconds += elapsed;
            }
        }

        private void HoldOn(int elapsed)
        {
            _releaseMilliseconds -= elapsed;
            _heldMilliseconds += _heldMilliseconds > 0 ? elapsed : 0;
            if (_releaseMilliseconds <= 0)
            {
                ReleaseReset();
            }
        }

        private void MoveConsole()
        {
            try
            {
                _output.Move();
                while (!_hasLine)
                {
                    if (_typedNext == _typedCount)
                    {
                        _typedNext = 0;
                        _typedCount = _parts.Serial.Read(_typed);
                        if (_typedCount == 0)
                        {
                            return;
                        }
                    }

                    _hasLine = _editor.Feed(_typed[_typedNext]);
                    _typedNext++;
                }
            }
            catch (Exception exception)
            {
                _faults.Record(DriverErrors.Serial, exception);
            }
        }

        private void AnswerLine()
        {
            _hasLine = false;
            if (_editor.Line.IsTooLong)
            {
                _output.WriteLine("! a line has at most " + LineEditor.LineLengthMax + " characters; this one was thrown away.");
            }

            try
            {
                if (_commands.Execute(_editor.Line, _output))
                {
                    _output.Write("\r\n");
                }

                string message = _places.ConsumeMessage();
                if (message != null)
                {
                    _output.WriteLine(message);
                }
            }
            catch (Exception exception)
            {
                _output.WriteLine("! this command failed: " + DriverErrors.TextOf(exception));
            }

            _editor.Clear();
        }

        // The same fault is always the same text object, so that looking costs nothing.
        private bool IsCanNews()
        {
            ICanController can = _parts.Can;
            string fault = _guard.IsSafeMode ? null : can.Fault;
            if (_isBannerDue)
            {
                return fault != null || can.IsReady || _clock.NowMilliseconds >= BannerWaitMilliseconds;
            }

            return (object)fault != (object)_shownCanFault && (fault != null || can.IsReady);
        }

        private void ReportCan()
        {
            _shownCanFault = _parts.Can.Fault;
            if (_isBannerDue)
            {
                _isBannerDue = false;
                _output.Write(BootBanner.Write(this, _commands.Settings, _restartReason));
            }
            else
            {
                _output.WriteLine((_shownCanFault == null ? "CAN: " : "! CAN: ") + CanCondition);
            }
        }

        private void StartCan()
        {
            if (_guard.IsSafeMode)
            {
                return;
            }

            try
            {
                _parts.Can.Start(_clock.NowMilliseconds);
            }
            catch (Exception exception)
            {
                _faults.Record(DriverErrors.Can, exception);
            }
        }
    }
}
