using System;

namespace nanoFramework.Device.Can
{
    public enum CanMessageIdType
    {
        SID = 0,
        EID = 1,
    }

    public enum CanMessageFrameType
    {
        Data = 0,
        RemoteRequest = 1,
    }

    public class CanMessageReceivedEventArgs
    {
        internal extern CanMessageReceivedEventArgs();
    }

    public delegate void CanMessageReceivedEventHandler(object sender, CanMessageReceivedEventArgs e);

    public sealed class CanSettings
    {
        public extern CanSettings(byte baudRatePrescaler, byte phaseSegment1, byte phaseSegment2, byte syncJumpWidth);
        public extern byte BaudRatePrescaler { get; set; }
        public extern byte PhaseSegment1 { get; set; }
        public extern byte PhaseSegment2 { get; set; }
        public extern byte SyncJumpWidth { get; set; }
    }

    public class CanMessage
    {
        public extern CanMessage(uint id, CanMessageIdType identifierType, CanMessageFrameType frameType, byte[] message);
        public extern uint Id { get; set; }
        public extern CanMessageIdType IdentifierType { get; set; }
        public extern CanMessageFrameType FrameType { get; set; }
        public extern byte[] Message { get; set; }
    }

    public sealed class CanController : IDisposable
    {
        public readonly string ControllerId;

        internal extern CanController();
        public extern event CanMessageReceivedEventHandler MessageReceived;
        public extern static CanController FromId(string controllerId, CanSettings settings);
        public extern void WriteMessage(CanMessage message);
        public extern CanMessage GetMessage();
        public extern void Dispose();
    }
}
