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

        /// <summary>Times at which the machine did not let the program run, so that frames left late or not at all.</summary>
        int SlipCount { get; }

        /// <summary>All of these times together, ms.</summary>
        int SlipMilliseconds { get; }

        /// <summary>The longest of them, ms.</summary>
        int WorstSlipMilliseconds { get; }

        /// <summary>True if the speed can be set.</summary>
        bool HasSpeed { get; }
    }
}
