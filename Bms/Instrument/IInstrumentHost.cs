namespace BatterySim.Bms.Instrument
{
    /// <summary>What the home of a simulator can do beyond the bank itself. A board has no such home.</summary>
    public interface IInstrumentHost
    {
        /// <summary>True while an inverter sets the current, so that nobody else can.</summary>
        bool HasInverter { get; }

        /// <summary>Power of the load, W; negative to charge.</summary>
        int LoadWatts { get; set; }

        /// <summary>Simulated milliseconds in a second, 0 for as fast as it goes.</summary>
        int SpeedPermille { get; set; }

        /// <summary>True if the speed can be set.</summary>
        bool HasSpeed { get; }
    }
}
