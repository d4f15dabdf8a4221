namespace BatterySim.Bms
{
    /// <summary>Tells how much memory is left, where a host has little of it.</summary>
    public interface IFreeMemory
    {
        /// <summary>Collects garbage and measures what is free, bytes.</summary>
        int MeasureBytes();
    }
}
