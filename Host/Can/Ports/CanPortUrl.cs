namespace BatterySim.Host.Can.Ports
{
    /// <summary>A port as a user names it, taken apart.</summary>
    /// <param name="Text">As it was written.</param>
    /// <param name="Kind">What it speaks.</param>
    public sealed record CanPortUrl(string Text, CanPortKind Kind)
    {
        /// <summary>Bit rate of the battery bus, bit/s (Pylontech, SOK, Sol-Ark: 500 kbit/s).</summary>
        public const int BusBitRate = 500_000;

        /// <summary>Serial speed of adapters that do not care, as those on USB.</summary>
        public const int BaudRateDefault = 115_200;

        /// <summary>Host name or address, where there is one.</summary>
        public string Host { get; init; } = "";

        /// <summary>TCP port, where there is one; 0 for any free one, when serving.</summary>
        public int TcpPort { get; init; }

        /// <summary>Device, interface, bus or file.</summary>
        public string Path { get; init; } = "";

        /// <summary>Bit rate that an adapter is set to, bit/s.</summary>
        public int BitRate { get; init; } = BusBitRate;

        /// <summary>Serial speed, baud.</summary>
        public int BaudRate { get; init; } = BaudRateDefault;

        /// <summary>True to begin a log again at its end.</summary>
        public bool Loops { get; init; }

        /// <summary>The channel of a log that is replayed, such as "can0"; empty for all.</summary>
        public string Channel { get; init; } = "";

        /// <summary>Seconds of a log in one second, 0.001 to 1000.</summary>
        public double Rate { get; init; } = 1;

        /// <summary>True if something outside keeps its own time, so that the simulation must keep to the clock.</summary>
        public bool IsExternal => Kind is not (CanPortKind.Virtual or CanPortKind.Log);

        /// <inheritdoc/>
        public override string ToString() => Text;
    }
}
