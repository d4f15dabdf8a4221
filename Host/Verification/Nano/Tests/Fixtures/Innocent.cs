using System;

namespace BatterySim.Nano.Tests.Fixtures
{
    /// <summary>Code that looks like a violation and is none: what the inspection must leave alone.</summary>
    internal sealed class Innocent
    {
        private readonly int[] _values = new int[4];
        private Violations.Colour _colour;

        public Violations.Colour Colour => _colour;

        public int Run(int index, string name)
        {
            if (index < 0)
            {
                throw new InvalidOperationException("negative index");
            }

            _colour = index == 0 ? Violations.Colour.Red : (Violations.Colour)index;
            Moment moment = new Moment(index);
            return _values[index] + name.Length + moment.Index + unchecked((byte)index);
        }

        public static string[] Texts() => ["written", "at", "once"];

        private readonly struct Moment(int index)
        {
            public int Index { get; } = index;
        }
    }
}
