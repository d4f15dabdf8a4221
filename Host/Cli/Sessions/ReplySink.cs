using BatterySim.Bms.Can;

namespace BatterySim.Host.Cli.Sessions
{
    /// <summary>A bus that takes every answer and has none of its own: the past cannot be answered.</summary>
    internal sealed class ReplySink : ICanBus
    {
        /// <inheritdoc />
        public CanBusState State => CanBusState.ErrorActive;

        /// <inheritdoc />
        public SendResult Send(CanFrame frame) => SendResult.Accepted;

        /// <inheritdoc />
        public bool TryReceive(CanFrame frame) => false;
    }
}
