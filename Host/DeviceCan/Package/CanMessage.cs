namespace nanoFramework.Device.Can
{
    /// <summary>A frame as nanoFramework has it.</summary>
    public class CanMessage(uint id, CanMessageIdType identifierType, CanMessageFrameType frameType, byte[] message)
    {
        public uint Id { get; set; } = id;

        public CanMessageIdType IdentifierType { get; set; } = identifierType;

        public CanMessageFrameType FrameType { get; set; } = frameType;

        public byte[] Message { get; set; } = message;
    }
}
