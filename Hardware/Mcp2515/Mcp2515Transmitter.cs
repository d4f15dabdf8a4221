using BatterySim.Bms.Can;

namespace BatterySim.Hardware.Mcp2515
{
    /// <summary>Hands frames to the three transmit buffers so that they leave in the order in which they came; gives up what nobody takes.</summary>
    /// <remarks>
    /// Of the pending buffers the chip sends the one with the highest priority first, and of equal ones the one with the highest number
    /// (data sheet 3.3). A place is priority * 3 + number; frames take the places 11, 10, 9 ... downwards, so a later frame is always behind
    /// an earlier one. Places start again from the top whenever the chip has nothing left to send.
    /// </remarks>
    internal sealed class Mcp2515Transmitter
    {
        private const int BufferCount = 3;
        private const int PriorityTop = 3;
        private const int PlaceTop = (PriorityTop * BufferCount) + BufferCount - 1;
        private const int StatusBitsPerBuffer = 2;

        private readonly Mcp2515Instructions _chip;
        private readonly Mcp2515Settings _settings;
        private readonly Mcp2515Statistics _statistics;
        private readonly CanFrameRing _queue;
        private readonly CanFrame _frame = new CanFrame();
        private readonly bool[] _isLoaded = new bool[BufferCount];
        private readonly uint[] _ids = new uint[BufferCount];
        private readonly int[] _priorities = new int[BufferCount];
        private readonly long[] _milliseconds = new long[BufferCount];
        private int _loadedCount;
        private int _place = PlaceTop;
        private bool _isAborting;
        private bool _isQuiet;

        public Mcp2515Transmitter(Mcp2515Instructions chip, Mcp2515Settings settings, Mcp2515Statistics statistics)
        {
            _chip = chip;
            _settings = settings;
            _statistics = statistics;
            _queue = new CanFrameRing(settings.TransmitQueueLength);
        }

        /// <summary>True while nobody has acknowledged for so long that each frame is tried once only.</summary>
        public bool IsQuiet { get { return _isQuiet; } }

        /// <summary>True while there is a frame to be sent: the queue holds none unless the chip holds one.</summary>
        public bool IsBusy { get { return _loadedCount > 0; } }

        /// <summary>Forgets everything: the chip was reset. Its buffers then have priority 0.</summary>
        public void Restart()
        {
            _statistics.GivenUpCount += _loadedCount;
            while (_queue.Count > 0)
            {
                DropFirst();
            }

            for (int buffer = 0; buffer < BufferCount; buffer++)
            {
                if (_isLoaded[buffer])
                {
                    _statistics.Deliveries.RecordAbandoned(_ids[buffer]);
                }

                _isLoaded[buffer] = false;
                _priorities[buffer] = 0;
            }

            _loadedCount = 0;
            _place = PlaceTop;
            _isAborting = false;
            _isQuiet = false;
        }

        /// <summary>Takes a frame, and hands it to the chip at once if a buffer is known to be free.</summary>
        public SendResult Send(CanFrame frame, long nowMilliseconds)
        {
            if (_queue.IsFull)
            {
                _statistics.RefusedCount++;
                return SendResult.NoRoom;
            }

            _queue.Add(frame, nowMilliseconds);
            Fill();
            return SendResult.Accepted;
        }

        /// <summary>Takes notice of a frame from somebody else: who sends also acknowledges.</summary>
        public void OnFrameReceived()
        {
            if (_isQuiet)
            {
                _isQuiet = false;
                WriteMode();
            }
        }

        /// <summary>Books what was sent or lost, gives up what has waited too long, and hands over what follows.</summary>
        /// <param name="status">What READ STATUS answered.</param>
        /// <param name="nowMilliseconds">Time.</param>
        public void Run(int status, long nowMilliseconds)
        {
            BookFinished(status);
            if (_isAborting && _loadedCount == 0)
            {
                _isAborting = false;
                WriteMode();
            }

            DropStale(nowMilliseconds);
            if (!_isAborting && _loadedCount > 0 && nowMilliseconds - OldestLoadedMilliseconds() >= _settings.TransmitTimeoutMilliseconds)
            {
                Abort();
            }

            Fill();
        }

        private void BookFinished(int status)
        {
            int sentMask = 0;
            for (int buffer = 0; buffer < BufferCount; buffer++)
            {
                int bits = status >> (StatusBitsPerBuffer * buffer);
                if (!_isLoaded[buffer] || (bits & Mcp2515Registers.StatusPending0) != 0)
                {
                    continue;
                }

                _isLoaded[buffer] = false;
                _loadedCount--;
                if ((bits & Mcp2515Registers.StatusSent0) != 0)
                {
                    sentMask |= Mcp2515Registers.Transmit0Interrupt << buffer;
                    _statistics.SentCount++;
                    _statistics.Deliveries.RecordAcknowledged(_ids[buffer]);
                }
                else
                {
                    _statistics.GivenUpCount++;
                    _statistics.Deliveries.RecordAbandoned(_ids[buffer]);
                }
            }

            if (sentMask != 0)
            {
                _chip.BitModify(Mcp2515Registers.InterruptFlags, (byte)sentMask, 0);
                OnFrameReceived();
            }
        }

        private void DropStale(long nowMilliseconds)
        {
            while (_queue.Count > 0 && nowMilliseconds - _queue.FirstMilliseconds >= _settings.TransmitTimeoutMilliseconds)
            {
                DropFirst();
            }
        }

        private void DropFirst()
        {
            _statistics.Deliveries.RecordAbandoned(_queue.FirstId);
            _queue.RemoveFirst();
            _statistics.StaleCount++;
        }

        // A frame that is on its way at this moment is finished by the chip; the next status tells.
        private void Abort()
        {
            _isAborting = true;
            int oldest = OldestLoaded();
            int control = _chip.Read((byte)(Mcp2515Registers.TransmitControl0 + (oldest * Mcp2515Registers.BufferStride)));

            // A frame that met an error had the bus and found nobody; one that did not only found the bus busy.
            _isQuiet = _isQuiet || (control & Mcp2515Registers.TransmitError) != 0;
            WriteMode();
        }

        private void WriteMode()
        {
            bool isOneShot = _isQuiet || _settings.TransmitPolicy == Mcp2515TransmitPolicy.OneShot;
            int bits = (_isAborting ? Mcp2515Registers.AbortAll : 0) | (isOneShot ? Mcp2515Registers.OneShot : 0);
            _chip.BitModify(Mcp2515Registers.CanControl, Mcp2515Registers.AbortAll | Mcp2515Registers.OneShot, (byte)bits);
        }

        private void Fill()
        {
            while (_queue.Count > 0 && !_isAborting)
            {
                _place = _loadedCount == 0 ? PlaceTop : _place;
                int buffer = _place % BufferCount;
                if (_place < 0 || _isLoaded[buffer])
                {
                    return;
                }

                SetPriority(buffer, _place / BufferCount);
                _milliseconds[buffer] = _queue.FirstMilliseconds;
                _queue.ConsumeFirst(_frame);
                _chip.LoadTransmit(buffer, _frame);
                _chip.RequestToSend(buffer);
                _ids[buffer] = _frame.Id;
                _isLoaded[buffer] = true;
                _loadedCount++;
                _place--;
            }
        }

        private void SetPriority(int buffer, int priority)
        {
            if (_priorities[buffer] != priority)
            {
                _priorities[buffer] = priority;
                _chip.Write((byte)(Mcp2515Registers.TransmitControl0 + (buffer * Mcp2515Registers.BufferStride)), (byte)priority);
            }
        }

        private long OldestLoadedMilliseconds()
        {
            return _milliseconds[OldestLoaded()];
        }

        private int OldestLoaded()
        {
            int oldest = -1;
            for (int buffer = 0; buffer < BufferCount; buffer++)
            {
                if (_isLoaded[buffer] && (oldest < 0 || IsBefore(buffer, oldest)))
                {
                    oldest = buffer;
                }
            }

            return oldest;
        }

        private bool IsBefore(int buffer, int other)
        {
            return (_priorities[buffer] * BufferCount) + buffer > (_priorities[other] * BufferCount) + other;
        }
    }
}
