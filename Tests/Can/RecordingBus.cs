using BatterySim.Bms.Can;

namespace BatterySim.Tests.Can
{
    /// <summary>A controller that remembers what it was handed and when.</summary>
    internal sealed class RecordingBus : ICanBus
    {
        private const int Room = 4096;

        private readonly long[] _times = new long[Room];
        private readonly uint[] _ids = new uint[Room];
        private readonly CanFrame _last = new CanFrame();
        private int _count;

        /// <summary>Simulated time, kept by the rig.</summary>
        public long NowMilliseconds { get; set; }

        /// <summary>What the controller answers.</summary>
        public SendResult Answer { get; set; }

        /// <summary>Frames taken.</summary>
        public int Count { get { return _count; } }

        /// <summary>The frame taken last.</summary>
        public CanFrame Last { get { return _last; } }

        public CanBusState State { get { return CanBusState.ErrorActive; } }

        /// <summary>Time of a frame.</summary>
        public long TimeAt(int index)
        {
            return _times[index];
        }

        /// <summary>Identifier of a frame.</summary>
        public uint IdAt(int index)
        {
            return _ids[index];
        }

        /// <summary>Number of frames with one identifier.</summary>
        public int CountOf(uint id)
        {
            int count = 0;
            for (int index = 0; index < _count; index++)
            {
                count += _ids[index] == id ? 1 : 0;
            }

            return count;
        }

        /// <summary>Time of the n-th frame with one identifier, from 0; -1 if there are fewer.</summary>
        public long TimeOf(uint id, int number)
        {
            int seen = 0;
            for (int index = 0; index < _count; index++)
            {
                if (_ids[index] == id && seen++ == number)
                {
                    return _times[index];
                }
            }

            return -1;
        }

        public SendResult Send(CanFrame frame)
        {
            if (Answer == SendResult.Accepted)
            {
                _times[_count] = NowMilliseconds;
                _ids[_count] = frame.Id;
                _last.CopyFrom(frame);
                _count++;
            }

            return Answer;
        }

        public bool TryReceive(CanFrame frame)
        {
            return false;
        }
    }
}
