using BatterySim.Bms.Can;
using BatterySim.Host.Can.Virtual;

namespace BatterySim.Host.Board
{
    /// <summary>The CAN controller inside an ESP32 on a <see cref="VirtualBus"/>, with the queue that the driver of ESP-IDF puts before it.</summary>
    /// <remarks>
    /// It repeats a frame until somebody acknowledges it. Errors on its wires count eight each; above 255 it is off the bus, keeps its queue,
    /// and comes back only when asked, once it has seen 128 times 11 recessive bits. The frame that bus-off cut short is not sent again.
    /// </remarks>
    internal sealed class Esp32TwaiController
    {
        private const int ErrorStep = 8;
        private const int TransmitErrorMax = 255;

        // An error in the first bits of a frame: some bits, error flag, delimiter, interframe space.
        private const int ErrorAttemptMicroseconds = 40 * VirtualBus.BitMicroseconds;
        private const int RecoveryMicroseconds = 128 * 11 * VirtualBus.BitMicroseconds;

        private readonly VirtualBus _bus;
        private readonly VirtualBusNode _node;
        private bool _isEnabled;
        private bool _isRecovering;
        private long _quietSinceMicroseconds;
        private long _settledMicroseconds;

        public Esp32TwaiController(VirtualBus bus, string name, int transmitCapacity, int receiveCapacity)
        {
            _bus = bus;
            _node = bus.Attach(name, transmitCapacity, receiveCapacity);
            bus.Disconnect(_node);
        }

        /// <summary>True while whatever this controller starts to send is destroyed.</summary>
        public bool IsDisturbed { get; set; }

        /// <summary>True while the controller samples at another rate than that of the bus.</summary>
        public bool IsWrongRate { get; set; }

        public bool IsBusOff { get; private set; }

        public int TransmitErrorCount => _node.TransmitErrorCount;

        public int PendingCount => _node.PendingCount;

        /// <summary>Frames that somebody acknowledged.</summary>
        public long DeliveredCount => _node.SentCount;

        /// <summary>Frames that found the receive queue full.</summary>
        public long OverrunCount => _node.OverrunCount;

        private bool IsOnTheBus => _isEnabled && !IsBusOff && !IsDisturbed && !IsWrongRate;

        /// <summary>Starts with nothing to send and no error.</summary>
        public void Enable()
        {
            Empty();
            _isEnabled = true;
            Settle();
        }

        /// <summary>Stops and forgets what was to be sent.</summary>
        public void Disable()
        {
            _isEnabled = false;
            Connect();
            Empty();
        }

        /// <summary>Asks an off controller to come back.</summary>
        public void Recover()
        {
            _isRecovering = true;
            _quietSinceMicroseconds = _bus.NowMicroseconds;
        }

        /// <summary>Does what time has brought: failed attempts, the way off the bus and back.</summary>
        public void Settle()
        {
            long now = _bus.NowMicroseconds;
            if (_isEnabled && !IsBusOff && !IsOnTheBus && !_node.IsConnected)
            {
                FailAttempts(now);
            }

            Return(now);
            Connect();
            _settledMicroseconds = now;
        }

        public SendResult Send(CanFrame frame) => _node.Send(frame);

        public bool TryReceive(CanFrame frame) => _node.TryReceive(frame);

        private void FailAttempts(long now)
        {
            for (long time = _settledMicroseconds; time + ErrorAttemptMicroseconds <= now && _node.PendingCount > 0; time += ErrorAttemptMicroseconds)
            {
                _node.AddTransmitErrors(ErrorStep);
                if (_node.TransmitErrorCount > TransmitErrorMax)
                {
                    IsBusOff = true;
                    _isRecovering = false;
                    return;
                }
            }
        }

        private void Return(long now)
        {
            if (!IsBusOff || !_isRecovering)
            {
                return;
            }

            // A short between the wires is dominant: it is never quiet.
            if (IsDisturbed)
            {
                _quietSinceMicroseconds = now;
            }
            else if (now - _quietSinceMicroseconds >= RecoveryMicroseconds)
            {
                IsBusOff = false;
                _isRecovering = false;
                _node.TryWithdraw();
                _node.ClearErrors();
            }
        }

        private void Connect()
        {
            if (IsOnTheBus && !_node.IsConnected)
            {
                _bus.Connect(_node);
            }
            else if (!IsOnTheBus && _node.IsConnected)
            {
                _bus.Disconnect(_node);
            }
        }

        private void Empty()
        {
            while (_node.TryWithdraw())
            {
                // One frame each time.
            }

            _node.ClearErrors();
            IsBusOff = false;
            _isRecovering = false;
        }
    }
}
