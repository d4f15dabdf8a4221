namespace BatterySim.Bms.Battery
{
    /// <summary>What a follower answers when its master polls it.</summary>
    public enum ReplyKind
    {
        /// <summary>What it measures.</summary>
        Normal = 0,

        /// <summary>A valid answer full of zeros, as newer PACE batteries give to a question they do not know.</summary>
        Zeros = 1,

        /// <summary>Nothing, as with software that does not match the master's.</summary>
        Silent = 2,
    }
}
