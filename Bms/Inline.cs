namespace BatterySim.Bms
{
    /// <summary>The mark of a method that is called from one or two places, every second of every battery.</summary>
    /// <remarks>
    /// It is MethodImplOptions.AggressiveInlining, for which a board's mscorlib has no name. Its interpreter takes no notice of it; a compiler
    /// for the desktop saves the call, and with all of them an eighth of a simulated day's time.
    /// </remarks>
    public static class Inline
    {
        /// <summary>To be compiled into its caller.</summary>
        public const short Always = 256;
    }
}
