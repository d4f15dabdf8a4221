namespace BatterySim.Bms.Instrument
{
    /// <summary>The commands that only the firmware of a board has.</summary>
    public enum BoardCommand
    {
        /// <summary>How the board is.</summary>
        Status = 0,

        /// <summary>Product.</summary>
        Profile = 1,

        /// <summary>Followers beside the board's own battery.</summary>
        Followers = 2,

        /// <summary>Switches of a follower.</summary>
        Dip = 3,

        /// <summary>SOC after power-up.</summary>
        Soc = 4,

        /// <summary>Dialect.</summary>
        Dialect = 5,

        /// <summary>What starts a burst.</summary>
        Cadence = 6,

        /// <summary>Whether the bank wakes by itself.</summary>
        Wake = 7,

        /// <summary>Keeps the settings.</summary>
        Save = 8,

        /// <summary>Deletes what was kept.</summary>
        Defaults = 9,

        /// <summary>Restarts the board.</summary>
        Restart = 10,

        /// <summary>Presses RST.</summary>
        PressReset = 11,
    }
}
