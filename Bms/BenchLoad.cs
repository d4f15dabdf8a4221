namespace BatterySim.Bms
{
    /// <summary>What is asked of the bank's terminals: a current, or a constant power where no inverter tells the current.</summary>
    public sealed class BenchLoad
    {
        /// <summary>Most power that can be drawn, or charged with, W.</summary>
        public const int WattsMax = 1000000;

        private const int StepMilliseconds = 1000;

        // Below this there is nothing to draw from, and a division by it has no physical meaning.
        private const int VoltageMinMillivolts = 20000;

        private int _watts;
        private int _demandMilliamps;
        private long _nextEventMilliseconds = long.MaxValue;

        /// <summary>Power, W, positive for a load.</summary>
        public int Watts { get { return _watts; } }

        /// <summary>Current that is asked of the bank, mA, charging positive.</summary>
        public int DemandMilliamps { get { return _demandMilliamps; } }

        /// <summary>Time at which the current for the power is worked out next, ms.</summary>
        public long NextEventMilliseconds { get { return _nextEventMilliseconds; } }

        /// <summary>Asks for a constant power from now on, W, positive for a load.</summary>
        public void Start(int watts, long nowMilliseconds)
        {
            _watts = watts;
            _nextEventMilliseconds = nowMilliseconds;
        }

        /// <summary>Asks for a current from now on, mA, charging positive; a constant power ends.</summary>
        public void SetCurrent(int milliamps)
        {
            Stop();
            _demandMilliamps = milliamps;
        }

        /// <summary>Ends a constant power; the current stays.</summary>
        public void Stop()
        {
            _watts = 0;
            _nextEventMilliseconds = long.MaxValue;
        }

        /// <summary>Works out the current for the next second from the voltage at the terminals.</summary>
        public void Run(long nowMilliseconds, int voltageMillivolts)
        {
            _nextEventMilliseconds = _watts == 0 ? long.MaxValue : nowMilliseconds + StepMilliseconds;
            _demandMilliamps = voltageMillivolts < VoltageMinMillivolts ? 0 : (int)(_watts * -1000000L / voltageMillivolts);
        }
    }
}
