namespace nanoFramework.Device.Can
{
    /// <summary>Raw fields of the timing register, each one less than what it means.</summary>
    public sealed class CanSettings(byte baudRatePrescaler, byte phaseSegment1, byte phaseSegment2, byte syncJumpWidth)
    {
        public byte BaudRatePrescaler { get; set; } = baudRatePrescaler;

        public byte PhaseSegment1 { get; set; } = phaseSegment1;

        public byte PhaseSegment2 { get; set; } = phaseSegment2;

        public byte SyncJumpWidth { get; set; } = syncJumpWidth;
    }
}
