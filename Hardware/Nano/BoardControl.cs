using nanoFramework.Runtime.Native;

namespace BatterySim.Hardware.Nano
{
    /// <summary>The board itself.</summary>
    public sealed class BoardControl : IBoardControl
    {
        /// <inheritdoc/>
        public void Restart()
        {
            Power.RebootDevice();
        }
    }
}
