namespace BatterySim.Hardware
{
    /// <summary>A digital input.</summary>
    public interface IInputPin
    {
        /// <summary>Level at the pin now.</summary>
        bool IsHigh { get; }
    }
}
