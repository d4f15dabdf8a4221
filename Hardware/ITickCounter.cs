namespace BatterySim.Hardware
{
    /// <summary>The board's clock as it is: a counter that wraps.</summary>
    public interface ITickCounter
    {
        /// <summary>Milliseconds since some moment; after <see cref="int.MaxValue"/> comes <see cref="int.MinValue"/>.</summary>
        int TickMilliseconds { get; }
    }
}
