namespace BatterySim.Host.Twin
{
    /// <summary>What becomes of time that the machine did not give the program, while somebody outside keeps real time.</summary>
    public enum LatePolicy
    {
        /// <summary>Simulated time goes on where it stopped: every burst is sent, later than planned.</summary>
        Shift = 0,

        /// <summary>Simulated time catches up and the bank keeps silent meanwhile: bursts are left out, the next one is punctual.</summary>
        Skip = 1,
    }
}
