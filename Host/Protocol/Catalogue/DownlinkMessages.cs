namespace BatterySim.Host.Protocol.Catalogue
{
    /// <summary>What inverters and controllers send besides 0x305, and frames of single makers that nobody has explained.</summary>
    internal static class DownlinkMessages
    {
        public static readonly MessageDefinition VictronKeepAlive = new()
        {
            Id = 0x306,
            Name = "VictronKeepAlive",
            Length = 8,
            Sender = MessageSender.Inverter,
            Comment = "Sent now and then by Victron controllers (dfch/BydCanProtocol), zero in the capture.",
            Signals = [Signal.Unexplained("No source says what the bytes mean.")],
        };

        public static readonly MessageDefinition UsbBoardControl = new()
        {
            Id = 0x306,
            Name = "UsbBoardControl",
            Length = 8,
            Sender = MessageSender.Inverter,
            Comment = "Deye V3.3: control of the USB board.",
            Signals =
            [
                Signal.Code8("usbBoardEnable", 0, new() { [0] = "off", [1] = "on" }, "USB board."),
                Signal.U16("usbBoardTimeoutSeconds", 1, 1m, "s", 0m, 18000m, "Time until it switches off."),
            ],
        };

        public static readonly MessageDefinition VictronIdentity = new()
        {
            Id = 0x307,
            Name = "VictronIdentity",
            Length = 8,
            CycleMilliseconds = 1000,
            Sender = MessageSender.Inverter,
            Comment = "Always 12 34 56 78 and the letters VIC in the captures of Victron controllers.",
            Signals =
            [
                Signal.Bytes("markHex", 0, 4, "12345678."),
                Signal.Text("controllerName", 4, 4, "VIC."),
            ],
        };

        public static readonly MessageDefinition[] DynessVendor =
        [
            new()
            {
                Id = 0x30F, Name = "DynessVendor30F", Length = 8, Comment = "Sent by Dyness batteries.",
                Signals = [Signal.Unexplained("No source says what the bytes mean.")],
            },
            new()
            {
                Id = 0x70D, Name = "DynessVendor70D", Length = 8, Comment = "Sent by Dyness batteries.",
                Signals = [Signal.Unexplained("No source says what the bytes mean.")],
            },
        ];
    }
}
