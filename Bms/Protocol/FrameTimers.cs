using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Protocol.Frames;

namespace BatterySim.Bms.Protocol
{
    /// <summary>When the frames of a bank leave that gives each of them a timer of its own, so that their order goes round.</summary>
    /// <remarks>
    /// The periods are those of a captured Deye pack (SE-F12-C), measured in its log, where the shortest is 1.00 s and the longest 1.09 s. They
    /// go with the period of the dialect; a frame that such a pack does not send has the period between (assumed).
    /// </remarks>
    internal sealed class FrameTimers
    {
        private const int Permille = 1000;

        private readonly long[] _nominalMilliseconds;
        private readonly long[] _dueMilliseconds;

        /// <summary>Makes timers that stand still, one for each frame.</summary>
        public FrameTimers(int count)
        {
            _nominalMilliseconds = new long[count];
            _dueMilliseconds = new long[count];
        }

        /// <summary>Number of frames.</summary>
        public int Count { get { return _dueMilliseconds.Length; } }

        /// <summary>Frame that is due first, by its place in the order.</summary>
        public int First
        {
            get
            {
                int first = 0;
                for (int index = 1; index < _dueMilliseconds.Length; index++)
                {
                    first = _dueMilliseconds[index] < _dueMilliseconds[first] ? index : first;
                }

                return first;
            }
        }

        /// <summary>Starts all of them; the first frame is due now, and each further one a gap later.</summary>
        public void Start(DialectSettings dialect, Prng random, long nowMilliseconds)
        {
            for (int index = 0; index < _dueMilliseconds.Length; index++)
            {
                _nominalMilliseconds[index] = nowMilliseconds + (index * dialect.GapMilliseconds);
                Delay(index, dialect, random);
            }
        }

        /// <summary>Time at which a frame is due, ms.</summary>
        public long DueAt(int index)
        {
            return _dueMilliseconds[index];
        }

        /// <summary>Moves on the timer of a frame that left.</summary>
        public void MoveOn(int index, DialectSettings dialect, Prng random)
        {
            _nominalMilliseconds[index] += PeriodOf(dialect.Order[index].Id, dialect.PeriodMilliseconds);
            Delay(index, dialect, random);
        }

        private void Delay(int index, DialectSettings dialect, Prng random)
        {
            int jitter = dialect.JitterMilliseconds;
            _dueMilliseconds[index] = _nominalMilliseconds[index] + (jitter == 0 ? 0 : random.Between(0, jitter));
        }

        private static int PeriodOf(uint id, int periodMilliseconds)
        {
            int longerPermille;
            switch (id)
            {
                case AlarmsFrame.CanId: longerPermille = 0; break;
                case StateFrame.CanId: longerPermille = 10; break;
                case MeasurementsFrame.CanId: longerPermille = 20; break;
                case LimitsFrame.CanId: longerPermille = 60; break;
                case RequestsFrame.CanId: longerPermille = 80; break;
                case NameFrame.CanId: longerPermille = 90; break;
                default: longerPermille = 50; break;
            }

            return periodMilliseconds + (periodMilliseconds * longerPermille / Permille);
        }
    }
}
