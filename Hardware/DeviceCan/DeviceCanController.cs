#if DEVICE_CAN
using System;
using BatterySim.Bms.Can;

namespace BatterySim.Hardware.DeviceCan
{
    /// <summary>The CAN controller inside the processor, where the board's firmware serves it.</summary>
    public sealed class DeviceCanController : ICanController
    {
        private const string NotInFirmware =
            "this board's firmware has no CAN; flash one that has, or build with CanController=Mcp2515 and wire an MCP2515.";

        private readonly DeviceCanSettings _settings;
        private readonly IMonotonicClock _clock;
        private readonly string _title;
        private DeviceCanBus _bus;
        private string _fault;

        /// <summary>Names a controller; it is opened by <see cref="Start"/>.</summary>
        public DeviceCanController(DeviceCanSettings settings, IMonotonicClock clock)
        {
            _settings = settings;
            _clock = clock;
            _title = "built-in " + settings.ControllerId + ", clock " + (settings.ClockHertz / 1000000) + " MHz, "
                + (settings.BitsPerSecond / 1000) + " kbit/s";
        }

        /// <inheritdoc/>
        public string Title { get { return _title; } }

        /// <inheritdoc/>
        public bool IsReady { get { return _bus != null; } }

        /// <inheritdoc/>
        public string Fault { get { return _fault; } }

        /// <inheritdoc/>
        public CanBusState State { get { return _bus == null ? CanBusState.BusOff : _bus.State; } }

        /// <inheritdoc/>
        public void Start(long nowMilliseconds)
        {
            _fault = _settings.FindProblem();
            if (_fault != null)
            {
                return;
            }

            try
            {
                _bus = new DeviceCanBus(_settings, _clock);
            }
            catch (NotSupportedException)
            {
                _fault = NotInFirmware;
            }
        }

        /// <inheritdoc/>
        public void Poll(long nowMilliseconds)
        {
        }

        /// <inheritdoc/>
        public SendResult Send(CanFrame frame)
        {
            return _bus == null ? SendResult.BusOff : _bus.Send(frame);
        }

        /// <inheritdoc/>
        public bool TryReceive(CanFrame frame)
        {
            return _bus != null && _bus.TryReceive(frame);
        }
    }
}
#endif
