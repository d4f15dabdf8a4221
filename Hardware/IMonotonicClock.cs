namespace BatterySim.Hardware
{
    /// <summary>A clock that nobody sets, for drivers that have to know how long a call took.</summary>
    public interface IMonotonicClock
    {
        /// <summary>Time since some fixed moment, ms.</summary>
        long NowMilliseconds { get; }
    }
}
