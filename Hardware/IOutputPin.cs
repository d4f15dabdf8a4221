namespace BatterySim.Hardware
{
    /// <summary>A digital output.</summary>
    public interface IOutputPin
    {
        /// <summary>Drives the pin.</summary>
        void Write(bool isHigh);
    }
}
