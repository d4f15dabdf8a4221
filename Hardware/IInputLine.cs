namespace BatterySim.Hardware
{
    /// <summary>A digital input with its polarity already taken care of: a pressed button, a closed switch, an interrupt that stands.</summary>
    public interface IInputLine
    {
        /// <summary>True while the line is in the state that its name means, whatever level that is.</summary>
        bool IsActive { get; }
    }
}
