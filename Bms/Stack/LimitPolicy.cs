namespace BatterySim.Bms.Stack
{
    /// <summary>How the bank's CCL and DCL are made from those of its batteries.</summary>
    public enum LimitPolicy
    {
        /// <summary>The sum over the batteries that answer the master.</summary>
        Sum = 0,

        /// <summary>The smallest of them, times their number.</summary>
        Weakest = 1,

        /// <summary>The master's own.</summary>
        Master = 2,
    }
}
