namespace BatterySim.Bms
{
    /// <summary>A constant power on the bank's terminals, for a bank whose inverter does not tell its current.</summary>
    public sealed class BenchLoad
    {
        private const int StepMilliseconds = 1000;

        // Below this there is nothing to draw from; dividing by it would be no physics.
        private const int VoltageMinMillivolts = 20000;

        private int _watts;
        private long _nextEventMilliseconds = long.MaxValue;

        /// <summary>Power, W, positive for a load.</summary>
        public int Watts { get { return _watts; } }

        /// <summary>Time of the next look at the voltage, ms.</summary>
        public long NextEventMilliseconds { get { return _nextEventMilliseconds; } }

        /// <summary>Takes a power from now on.</summary>
        public void Start(int watts, long nowMilliseconds)
        {
            _watts = watts;
            _nextEventMilliseconds = nowMilliseconds;
        }

        /// <summary>Takes nothing, and has nothing to say.</summary>
        public void Stop()
        {
            _watts = 0;
            _nextEventMilliseconds = long.MaxValue;
        }

        /// <summary>Current for the next second, mA, charging positive.</summary>
        public int Run(long nowMilliseconds, int voltageMillivolts)
        {
            _nextEventMilliseconds = _watts == 0 ? long.MaxValue : nowMilliseconds + StepMilliseconds;
            return voltageMillivolts < VoltageMinMillivolts ? 0 : (int)(_watts * -1000000L / voltageMillivolts);
        }
    }
}
