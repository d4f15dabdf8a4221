namespace BatterySim.Host.Inverter
{
    /// <summary>One thing that the inverter was told, and when.</summary>
    public sealed class ReceivedValue
    {
        /// <summary>True once it was received.</summary>
        public bool IsKnown => ReceivedMilliseconds >= 0;

        /// <summary>The value last received, in the unit of the property that holds it; 0 while <see cref="IsKnown"/> is false.</summary>
        public int Value { get; private set; }

        /// <summary>Simulated time at which it was last received, ms; -1 if never.</summary>
        public long ReceivedMilliseconds { get; private set; } = -1;

        /// <summary>The value, or another one while nothing was received.</summary>
        public int Or(int otherwise) => IsKnown ? Value : otherwise;

        internal void Forget()
        {
            Value = 0;
            ReceivedMilliseconds = -1;
        }

        // False if it is another value meanwhile.
        internal bool OnRepeated(int value, long nowMilliseconds)
        {
            ReceivedMilliseconds = nowMilliseconds;
            return Value == value;
        }

        internal void OnReceived(int value, long nowMilliseconds)
        {
            Value = value;
            ReceivedMilliseconds = nowMilliseconds;
        }
    }
}
