namespace BatterySim.Host.Protocol.Catalogue
{
    /// <summary>Discover AES behind a LYNK II set to Serial CAN; the name frames also come from Dyness.</summary>
    /// <remarks>Source: captures of bms-to-inverter issue #107 and ryanpulley/DiscoverAEStoPylontech.</remarks>
    internal static class DiscoverMessages
    {
        public static readonly MessageDefinition AmpereHours = new()
        {
            Id = 0x354,
            Name = "AmpereHours",
            Length = 8,
            CycleMilliseconds = 1000,
            Comment = "Nominal and remaining charge.",
            Signals =
            [
                Signal.U16("nominalAmpereHours", 0, 1m, "Ah", 0m, 65535m, "Nominal capacity."),
                Signal.U16("remainingAmpereHours", 2, 1m, "Ah", 0m, 65535m, "Charge that is left."),
            ],
        };

        public static readonly MessageDefinition[] ProductName =
        [
            new()
            {
                Id = 0x370, Name = "ProductNamePart1", Length = 8, CycleMilliseconds = 10000, Comment = "Product name, first half.",
                Signals = [Signal.Text("productNamePart1", 0, 8, "Eight characters.")],
            },
            new()
            {
                Id = 0x371, Name = "ProductNamePart2", Length = 8, CycleMilliseconds = 10000, Comment = "Product name, second half.",
                Signals = [Signal.Text("productNamePart2", 0, 8, "Eight characters.")],
            },
        ];

        // Four bytes; with the meaning that Victron gives these identifiers they would say 0 modules online.
        public static readonly MessageDefinition[] Unexplained =
        [
            new()
            {
                Id = 0x372, Name = "Discover372", Length = 4, CycleMilliseconds = 10000, Comment = "Four bytes in the capture.",
                Signals = [Signal.Bytes("unexplainedBytesHex", 0, 4, "No source says what the bytes mean.")],
            },
            new()
            {
                Id = 0x373, Name = "Discover373", Length = 4, CycleMilliseconds = 10000, Comment = "Four bytes in the capture.",
                Signals = [Signal.Bytes("unexplainedBytesHex", 0, 4, "No source says what the bytes mean.")],
            },
        ];
    }
}
