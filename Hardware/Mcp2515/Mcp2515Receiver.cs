using BatterySim.Bms.Can;

namespace BatterySim.Hardware.Mcp2515
{
    /// <summary>Empties the two receive buffers in the order in which they were filled.</summary>
    /// <remarks>
    /// A frame goes to buffer 1 only while buffer 0 is full. So where both are full, 0 holds the older frame, with one exception: 1 was
    /// filled between the moment at which 0 alone was seen full and the moment at which reading freed it, and 0 was filled again after that.
    /// The chip keeps no times; that exception is told from the rule by looking again at once, sooner than a second frame can end.
    /// </remarks>
    internal sealed class Mcp2515Receiver
    {
        private const int Both = Mcp2515Registers.StatusReceived0 | Mcp2515Registers.StatusReceived1;

        private readonly Mcp2515Instructions _chip;
        private readonly Mcp2515Statistics _statistics;
        private readonly CanFrameRing _queue;
        private readonly CanFrame _frame = new CanFrame();
        private bool _isOneOlder;

        public Mcp2515Receiver(Mcp2515Instructions chip, int queueLength, Mcp2515Statistics statistics)
        {
            _chip = chip;
            _statistics = statistics;
            _queue = new CanFrameRing(queueLength);
        }

        /// <summary>Forgets what the chip held before its reset. Frames that it had handed over stay.</summary>
        public void Restart()
        {
            _isOneOlder = false;
        }

        /// <summary>Hands out the oldest frame.</summary>
        public bool TryTake(CanFrame frame)
        {
            if (_queue.Count == 0)
            {
                return false;
            }

            _queue.ConsumeFirst(frame);
            return true;
        }

        /// <summary>Reads what there is while there is room, and gives the last status read.</summary>
        public int Run(int status, long nowMilliseconds)
        {
            int latest = status;
            while ((latest & Both) != 0 && !_queue.IsFull)
            {
                if ((latest & Both) != Both)
                {
                    int single = (latest & Both) >> 1;
                    Read(single, nowMilliseconds);
                    _isOneOlder = single == 0;
                }
                else if (_isOneOlder)
                {
                    // Only this one: 0 stays full meanwhile, so what comes next to buffer 1 is newer than what is in 0.
                    Read(1, nowMilliseconds);
                    _isOneOlder = false;
                }
                else
                {
                    ReadBoth(nowMilliseconds);
                }

                latest = _chip.ReadStatus();
                if ((latest & Both) != Both)
                {
                    // 1 alone is older than whatever comes to buffer 0 from now on: it stays there where the queue has no room.
                    _isOneOlder = (latest & Both) == Mcp2515Registers.StatusReceived1;
                }
            }

            return latest;
        }

        private void ReadBoth(long nowMilliseconds)
        {
            Read(0, nowMilliseconds);
            if (_queue.IsFull)
            {
                // What comes to buffer 0 from now on is newer than what waits in buffer 1.
                _isOneOlder = true;
                return;
            }

            Read(1, nowMilliseconds);
        }

        private void Read(int buffer, long nowMilliseconds)
        {
            _chip.ReadReceive(buffer, _frame);
            _queue.Add(_frame, nowMilliseconds);
            _statistics.ReceivedCount++;
        }
    }
}
