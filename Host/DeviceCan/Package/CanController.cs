using System;
using BatterySim.Host.DeviceCan;

namespace nanoFramework.Device.Can
{
    /// <summary>A CAN controller of the board's processor.</summary>
    public sealed class CanController : IDisposable
    {
        public readonly string ControllerId;

        private readonly IDeviceCanNative _native;

        internal CanController(string controllerId, IDeviceCanNative native)
        {
            ControllerId = controllerId;
            _native = native;
        }

        // Only that a handler is attached matters: what arrived is fetched with GetMessage.
        public event CanMessageReceivedEventHandler MessageReceived
        {
            add => _native.OnHandlersChanged(1);
            remove => _native.OnHandlersChanged(-1);
        }

        public static CanController FromId(string controllerId, CanSettings settings)
        {
            IDeviceCanNative native = DeviceCanFirmware.Find(controllerId);
            native.Open(settings);
            return new CanController(controllerId, native);
        }

        public void WriteMessage(CanMessage message) => _native.Write(message);

        public CanMessage? GetMessage() => _native.Take();

        public void Dispose() => _native.Close();
    }
}
