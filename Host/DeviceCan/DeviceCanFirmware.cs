using System;
using System.Collections.Generic;

namespace BatterySim.Host.DeviceCan
{
    /// <summary>The CAN controllers that the device firmware has, by the names under which a program opens them.</summary>
    /// <remarks>A program reaches them through a static member, so those in use belong to the thread.</remarks>
    public static class DeviceCanFirmware
    {
        [ThreadStatic]
        private static Dictionary<string, IDeviceCanNative>? _controllers;

        /// <summary>Adds a controller, in place of one of the same name.</summary>
        /// <param name="controllerId">Name: CAN1, CAN2 or CAN3.</param>
        /// <param name="controller">Its native calls.</param>
        public static void Install(string controllerId, IDeviceCanNative controller)
        {
            _controllers ??= new Dictionary<string, IDeviceCanNative>(StringComparer.Ordinal);
            _controllers[controllerId] = controller;
        }

        // As the interpreter does for a call without native code.
        internal static IDeviceCanNative Find(string controllerId) =>
            _controllers?.GetValueOrDefault(controllerId) ?? throw new NotSupportedException();
    }
}
