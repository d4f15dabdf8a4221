using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Virtual
{
    /// <summary>Is told of every frame that was completed on a bus.</summary>
    /// <param name="microseconds">Simulated time of the last bit of its end of frame, us.</param>
    /// <param name="sender">Node that sent it.</param>
    /// <param name="frame">The frame; reused, so copy what is to last.</param>
    public delegate void CanFrameObserver(long microseconds, VirtualBusNode sender, CanFrame frame);
}
