namespace BatterySim.Host.Tests.Twin
{
    /// <summary>Counts how often a quantity turns round by more than a noise of this size.</summary>
    internal sealed class SwingCounter(int noise)
    {
        private int _extreme;
        private int _direction;

        public int Count { get; private set; }

        public void Add(int value)
        {
            if (_direction == 0 ? System.Math.Abs(value - _extreme) > noise : (_extreme - value) * _direction > noise)
            {
                Count += _direction == 0 ? 0 : 1;
                _direction = value > _extreme ? 1 : -1;
                _extreme = value;
            }
            else if ((value - _extreme) * _direction > 0)
            {
                _extreme = value;
            }
        }
    }
}
