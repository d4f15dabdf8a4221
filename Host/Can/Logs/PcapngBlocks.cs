namespace BatterySim.Host.Can.Logs
{
    /// <summary>Numbers of the pcapng format (draft-ietf-opsawg-pcapng) and of its packets here.</summary>
    internal static class PcapngBlocks
    {
        public const uint SectionHeader = 0x0A0D0D0A;
        public const uint InterfaceDescription = 1;
        public const uint SimplePacket = 3;
        public const uint EnhancedPacket = 6;
        public const uint ByteOrderMagic = 0x1A2B3C4D;

        /// <summary>LINKTYPE_CAN_SOCKETCAN: identifier with flags in network order, length, three bytes, data.</summary>
        public const ushort LinkTypeSocketCan = 227;

        /// <summary>Bytes before the data of a CAN packet.</summary>
        public const int CanHeaderLength = 8;

        public const ushort OptionEnd = 0;
        public const ushort OptionInterfaceName = 2;
        public const ushort OptionTimeResolution = 9;
        public const ushort OptionTimeOffset = 14;
        public const ushort OptionPacketFlags = 2;

        /// <summary>Type, length before and length behind the body.</summary>
        public const int BlockOverhead = 12;
    }
}
