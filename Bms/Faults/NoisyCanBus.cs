using BatterySim.Bms.Can;

namespace BatterySim.Bms.Faults
{
    /// <summary>A bad cable between a bank and its bus: frames vanish in bursts, and now and then the controller goes off the bus.</summary>
    /// <remarks>
    /// What live foreign pins, a missing terminator or one too many do. It knows no clock, so lengths count frames of either direction that meet
    /// the cable. A lost frame was taken by the controller and never arrives; a controller that is off the bus takes none.
    /// The same seed and the same traffic give the same losses.
    /// </remarks>
    public sealed class NoisyCanBus : ICanBus
    {
        private const int Permille = 1000;

        private readonly ICanBus _bus;
        private readonly Prng _random;
        private int _burstPermille;
        private int _burstFramesMax = 1;
        private int _busOffPermille;
        private int _busOffFramesMax = 1;
        private int _burstLeft;
        private int _busOffLeft;
        private int _lostCount;
        private int _busOffCount;

        /// <summary>Makes a cable that is still good.</summary>
        /// <param name="bus">The bus behind it.</param>
        /// <param name="random">Decides what is lost.</param>
        public NoisyCanBus(ICanBus bus, Prng random)
        {
            _bus = bus;
            _random = random;
        }

        /// <summary>Chance that a burst of losses starts at a frame, 0 to 1000 permille.</summary>
        public int BurstPermille { get { return _burstPermille; } set { _burstPermille = Clamp(value, 0, Permille); } }

        /// <summary>Longest burst, 1 or more frames; each has a random length up to it.</summary>
        public int BurstFramesMax { get { return _burstFramesMax; } set { _burstFramesMax = Clamp(value, 1, int.MaxValue - 1); } }

        /// <summary>Chance that the controller goes off the bus at a frame, 0 to 1000 permille.</summary>
        public int BusOffPermille { get { return _busOffPermille; } set { _busOffPermille = Clamp(value, 0, Permille); } }

        /// <summary>Longest time off the bus, 1 or more frames that are refused; each has a random length up to it.</summary>
        public int BusOffFramesMax { get { return _busOffFramesMax; } set { _busOffFramesMax = Clamp(value, 1, int.MaxValue - 1); } }

        /// <summary>Frames of either direction that vanished.</summary>
        public int LostCount { get { return _lostCount; } }

        /// <summary>Times that the controller went off the bus.</summary>
        public int BusOffCount { get { return _busOffCount; } }

        /// <summary>State of the controller: off the bus while this cable holds it there, otherwise that of the bus behind.</summary>
        public CanBusState State { get { return _busOffLeft > 0 ? CanBusState.BusOff : _bus.State; } }

        /// <summary>Hands a frame over, loses it or refuses it.</summary>
        public SendResult Send(CanFrame frame)
        {
            if (IsOff())
            {
                return SendResult.BusOff;
            }

            return IsLost() ? SendResult.Accepted : _bus.Send(frame);
        }

        /// <summary>Brings the next frame that survives the cable.</summary>
        public bool TryReceive(CanFrame frame)
        {
            while (_bus.TryReceive(frame))
            {
                if (!LosesReceived())
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>True if the frame that comes in now is lost; for who hands frames over without <see cref="TryReceive"/>.</summary>
        public bool LosesReceived()
        {
            return IsOff() || IsLost();
        }

        private static int Clamp(int value, int low, int high)
        {
            return value < low ? low : value > high ? high : value;
        }

        private bool IsOff()
        {
            if (_busOffLeft > 0)
            {
                _busOffLeft--;
                return true;
            }

            if (_random.Between(1, Permille) > _busOffPermille)
            {
                return false;
            }

            _busOffCount++;
            _busOffLeft = _random.Between(1, _busOffFramesMax) - 1;
            return true;
        }

        private bool IsLost()
        {
            if (_burstLeft == 0 && _random.Between(1, Permille) <= _burstPermille)
            {
                _burstLeft = _random.Between(1, _burstFramesMax);
            }

            if (_burstLeft == 0)
            {
                return false;
            }

            _burstLeft--;
            _lostCount++;
            return true;
        }
    }
}
