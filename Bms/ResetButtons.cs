using BatterySim.Bms.Battery;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms
{
    /// <summary>The RST buttons of the batteries: which one is held, since when, and when it is released by itself.</summary>
    public sealed class ResetButtons
    {
        private const long NotPressed = -1;

        private BatteryBank _bank;
        private long[] _pressedMilliseconds;
        private long[] _releaseMilliseconds;
        private long _nextEventMilliseconds = long.MaxValue;

        /// <summary>Time of the next release that was ordered, ms.</summary>
        public long NextEventMilliseconds { get { return _nextEventMilliseconds; } }

        /// <summary>Takes the buttons of a new bank, none of them pressed; null lets go of the bank before.</summary>
        public void Use(BatteryBank bank)
        {
            int count = bank == null ? 0 : bank.Count;
            _bank = bank;
            _pressedMilliseconds = new long[count];
            _releaseMilliseconds = new long[count];
            _nextEventMilliseconds = long.MaxValue;
            for (int index = 0; index < count; index++)
            {
                _pressedMilliseconds[index] = NotPressed;
                _releaseMilliseconds[index] = long.MaxValue;
            }
        }

        /// <summary>True while the button of a battery is held.</summary>
        public bool IsPressed(int battery)
        {
            return _pressedMilliseconds[battery] != NotPressed;
        }

        /// <summary>Presses the button of a battery. Batteries of its chain that are asleep wake at once, whether it sleeps itself or not:
        /// "in any of the batteries to turn all of them on" (Sol-Ark knowledge base, SOK).</summary>
        /// <returns>True if a battery woke for whom the button does nothing else.</returns>
        public bool Press(int battery, long nowMilliseconds)
        {
            if (IsPressed(battery))
            {
                return false;
            }

            PowerState state = _bank.ModuleAt(battery).Power.State;
            _bank.WakeAll(battery, nowMilliseconds);
            if (state == PowerState.Asleep || state == PowerState.Off)
            {
                return true;
            }

            _pressedMilliseconds[battery] = nowMilliseconds;
            return false;
        }

        /// <summary>Orders the release of a button that is held.</summary>
        public void ReleaseAt(int battery, long releaseMilliseconds)
        {
            if (IsPressed(battery))
            {
                _releaseMilliseconds[battery] = releaseMilliseconds;
                FindNextEvent();
            }
        }

        /// <summary>Releases a button: after <see cref="BmsPower.SleepHoldMilliseconds"/> the battery falls asleep,
        /// after <see cref="BmsPower.RestartHoldMilliseconds"/> it restarts.</summary>
        /// <returns>True if the button was held.</returns>
        public bool Release(int battery, long nowMilliseconds)
        {
            long pressed = _pressedMilliseconds[battery];
            _pressedMilliseconds[battery] = NotPressed;
            _releaseMilliseconds[battery] = long.MaxValue;
            FindNextEvent();
            if (pressed == NotPressed)
            {
                return false;
            }

            BmsPower power = _bank.ModuleAt(battery).Power;
            long held = nowMilliseconds - pressed;
            if (held >= BmsPower.RestartHoldMilliseconds)
            {
                power.Restart(nowMilliseconds);
            }
            else if (held >= BmsPower.SleepHoldMilliseconds)
            {
                power.Sleep();
            }

            return true;
        }

        /// <summary>Releases one button whose time has come.</summary>
        /// <returns>False if there is none.</returns>
        public bool ReleaseDue(long nowMilliseconds)
        {
            for (int index = 0; index < _releaseMilliseconds.Length; index++)
            {
                if (_releaseMilliseconds[index] <= nowMilliseconds)
                {
                    Release(index, nowMilliseconds);
                    return true;
                }
            }

            return false;
        }

        private void FindNextEvent()
        {
            long next = long.MaxValue;
            for (int index = 0; index < _releaseMilliseconds.Length; index++)
            {
                long release = _releaseMilliseconds[index];
                next = release < next ? release : next;
            }

            _nextEventMilliseconds = next;
        }
    }
}
