using BatterySim.Bms;
using nanoFramework.Runtime.Native;

namespace BatterySim.Hardware.Nano
{
    /// <summary>The heap of the interpreter.</summary>
    public sealed class FreeMemory : IFreeMemory
    {
        /// <inheritdoc/>
        public int MeasureBytes()
        {
            return (int)GC.Run(true);
        }
    }
}
