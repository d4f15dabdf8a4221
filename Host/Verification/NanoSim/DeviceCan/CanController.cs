using System;
using BatterySim.Host.Verification.NanoSim;

namespace nanoFramework.Device.Can
{
    /// <summary>A CAN controller of the simulated board.</summary>
    public sealed class CanController : IDisposable
    {
        public readonly string ControllerId;

        private readonly SimulatedCan _can;

        internal CanController(string controllerId, SimulatedCan can)
        {
            ControllerId = controllerId;
            _can = can;
        }

        // Only that somebody listens matters: what arrived is fetched with GetMessage.
        public event CanMessageReceivedEventHandler MessageReceived
        {
            add => _can.OnHandlers(1);
            remove => _can.OnHandlers(-1);
        }

        public static CanController FromId(string controllerId, CanSettings settings)
        {
            SimulatedCan can = SimulatedBoard.Current.Can(controllerId);
            can.Settings = settings;
            return new CanController(controllerId, can);
        }

        public void WriteMessage(CanMessage message) => _can.Write(message);

        public CanMessage? GetMessage() => _can.Take();

        public void Dispose()
        {
        }
    }
}
