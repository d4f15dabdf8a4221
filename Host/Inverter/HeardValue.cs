namespace BatterySim.Host.Inverter
{
    /// <summary>One thing that the inverter was told, and when.</summary>
    public sealed class HeardValue
    {
        /// <summary>True once it was heard.</summary>
        public bool IsKnown => HeardMilliseconds >= 0;

        /// <summary>The value last heard, in the unit of the property that holds it; 0 while <see cref="IsKnown"/> is false.</summary>
        public int Value { get; private set; }

        /// <summary>Simulated time at which it was last heard, ms; -1 if never.</summary>
        public long HeardMilliseconds { get; private set; } = -1;

        /// <summary>The value, or another one while nothing was heard.</summary>
        public int Or(int otherwise) => IsKnown ? Value : otherwise;

        internal void Forget()
        {
            Value = 0;
            HeardMilliseconds = -1;
        }

        internal void Hear(int value, long nowMilliseconds)
        {
            Value = value;
            HeardMilliseconds = nowMilliseconds;
        }
    }
}
