using BatterySim.Bms.Can;

namespace BatterySim.Host.Verification.Bench
{
    /// <summary>A bus that takes every frame and never brings one.</summary>
    internal sealed class SinkBus : ICanBus
    {
        public CanBusState State => CanBusState.ErrorActive;

        public SendResult Send(CanFrame frame) => SendResult.Accepted;

        public bool TryReceive(CanFrame frame) => false;
    }
}
