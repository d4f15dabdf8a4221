using BatterySim.Bms.Can;

namespace BatterySim.Hardware.Mcp2515
{
    /// <summary>The road that works on every ESP32: an MCP2515 on the SPI bus.</summary>
    public sealed class Mcp2515Door : ICanDoor, ICanBusCounters, ICanBusDelivery
    {
        private readonly Mcp2515CanBus _bus;
        private readonly string _title;

        /// <summary>Takes a driver.</summary>
        /// <param name="bus">The driver.</param>
        /// <param name="settings">Its settings, for the title.</param>
        public Mcp2515Door(Mcp2515CanBus bus, Mcp2515Settings settings)
        {
            _bus = bus;
            _title = "MCP2515, crystal " + (settings.CrystalHertz / 1000000) + " MHz, " + (settings.BitsPerSecond / 1000) + " kbit/s";
        }

        /// <inheritdoc/>
        public string Title { get { return _title; } }

        /// <inheritdoc/>
        public bool IsReady { get { return _bus.IsReady; } }

        /// <inheritdoc/>
        public string Fault { get { return _bus.Fault; } }

        /// <inheritdoc/>
        public CanBusState State { get { return _bus.State; } }

        /// <inheritdoc/>
        public int TransmitErrorCount { get { return _bus.Statistics.TransmitErrorCount; } }

        /// <inheritdoc/>
        public int ReceiveErrorCount { get { return _bus.Statistics.ReceiveErrorCount; } }

        /// <inheritdoc/>
        public int AcknowledgedCountOf(uint id)
        {
            return _bus.Statistics.Deliveries.AcknowledgedCountOf(id);
        }

        /// <inheritdoc/>
        public int AbandonedCountOf(uint id)
        {
            return _bus.Statistics.Deliveries.AbandonedCountOf(id);
        }

        /// <inheritdoc/>
        public void Start(long nowMilliseconds)
        {
            _bus.Start(nowMilliseconds);
        }

        /// <inheritdoc/>
        public void Poll(long nowMilliseconds)
        {
            _bus.Poll(nowMilliseconds);
        }

        /// <inheritdoc/>
        public SendResult Send(CanFrame frame)
        {
            return _bus.Send(frame);
        }

        /// <inheritdoc/>
        public bool TryReceive(CanFrame frame)
        {
            return _bus.TryReceive(frame);
        }
    }
}
