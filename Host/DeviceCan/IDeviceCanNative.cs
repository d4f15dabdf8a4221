using nanoFramework.Device.Can;

namespace BatterySim.Host.DeviceCan
{
    /// <summary>What a device firmware does behind nanoFramework.Device.Can: its native calls for one controller.</summary>
    public interface IDeviceCanNative
    {
        /// <summary>Starts the controller. ArgumentException: it cannot make this bit timing.</summary>
        void Open(CanSettings settings);

        /// <summary>Stops the controller.</summary>
        void Close();

        /// <summary>Hands a frame over for sending. What it throws is that firmware's word for why it cannot.</summary>
        void Write(CanMessage message);

        /// <summary>Takes the oldest received frame; null if there is none.</summary>
        CanMessage? Take();

        /// <summary>The program attached a handler for received frames (1) or took one away (-1).</summary>
        void OnHandlersChanged(int change);
    }
}
