namespace BatterySim.Hardware
{
    /// <summary>What the firmware may do to the board itself.</summary>
    public interface IBoardControl
    {
        /// <summary>Starts the board anew. On real hardware it does not return.</summary>
        void Restart();
    }
}
