using System.Collections.Generic;

namespace BatterySim.Host.Panel.Contract
{
    /// <summary>Everything that the page draws, at one moment.</summary>
    /// <remarks>Values that are not known are <see cref="int.MinValue"/>. A part that did not change equals the one before.</remarks>
    /// <param name="NowMilliseconds">Simulated time since the start, ms.</param>
    /// <param name="Speed">Simulated seconds in a second; 0 for as fast as possible.</param>
    /// <param name="Bank">The bank as its master reports it.</param>
    /// <param name="Batteries">The batteries in the order of the chain.</param>
    /// <param name="Frames">The frames of the dialect as last sent, in the order of a burst.</param>
    /// <param name="Bus">The bus and the inverter's 0x305.</param>
    /// <param name="Faults">Injected faults that act or wait.</param>
    /// <param name="Inverter">The inverter; null without one.</param>
    /// <param name="Scenario">The scenario that runs or ended last; null before there was one.</param>
    /// <param name="Recording">What is being recorded; null while nothing is.</param>
    public sealed record BenchPicture(
        long NowMilliseconds,
        double Speed,
        BankPicture Bank,
        IReadOnlyList<BatteryPicture> Batteries,
        IReadOnlyList<FramePicture> Frames,
        BusPicture Bus,
        IReadOnlyList<FaultPicture> Faults,
        InverterPicture? Inverter,
        ScenarioPicture? Scenario,
        RecordingPicture? Recording);
}
