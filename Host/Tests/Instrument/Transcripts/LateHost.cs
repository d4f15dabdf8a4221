using BatterySim.Bms.Instrument;

namespace BatterySim.Host.Tests.Instrument.Transcripts
{
    /// <summary>A host whose machine was late a number of times, with an inverter and without a speed.</summary>
    internal sealed class LateHost(int slips) : IInstrumentHost
    {
        public bool HasInverter => true;

        public int LoadWatts { get; set; } = 750;

        public int SpeedPermille { get; set; }

        public int SlipCount => slips;

        public int SlipMilliseconds => slips * 1500;

        public int WorstSlipMilliseconds => 700;

        public bool HasSpeed => false;
    }
}
