using System;

namespace BatterySim.Host.Twin
{
    /// <summary>A load of constant power on the battery's own terminals, for a bank without inverter: it asks no limit for leave.</summary>
    internal sealed class DirectLoad
    {
        private const int StepMilliseconds = 1000;

        // Below this there is nothing to draw from; dividing by it would be no physics.
        private const int VoltageMinMillivolts = 20_000;

        private int _milliamps;
        private int _watts;

        /// <summary>Power taken, W; negative to charge.</summary>
        public int Watts
        {
            get => _watts;
            set
            {
                _watts = value;
                NextEventMilliseconds = 0;
            }
        }

        /// <summary>Time of the next look at the voltage, ms; in the past after a change of the power.</summary>
        public long NextEventMilliseconds { get; private set; }

        /// <summary>Current at a time, mA, charging positive.</summary>
        public int Run(long nowMilliseconds, int millivolts)
        {
            if (nowMilliseconds >= NextEventMilliseconds)
            {
                NextEventMilliseconds = nowMilliseconds + StepMilliseconds;
                _milliamps = millivolts < VoltageMinMillivolts ? 0 : (int)(Math.Clamp(Watts * -1_000_000L / millivolts, int.MinValue, int.MaxValue));
            }

            return _milliamps;
        }
    }
}
