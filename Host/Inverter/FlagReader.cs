using BatterySim.Host.Protocol;

namespace BatterySim.Host.Inverter
{
    /// <summary>Reads several signals of the catalogue into one word of bits: a bit is set where its signal has a given raw value.</summary>
    internal sealed class FlagReader
    {
        private readonly CompiledSignal[] _signals;
        private readonly int[] _bits;
        private readonly int _raised;

        /// <summary>Compiles a reader.</summary>
        /// <param name="message">Message that carries the signals.</param>
        /// <param name="raised">Raw value that means yes: 1 for a flag and for a pair of 0x35A.</param>
        /// <param name="rows">Each bit with the name of its signal.</param>
        public FlagReader(MessageDefinition message, int raised, params (int Bit, string Signal)[] rows)
        {
            _raised = raised;
            _signals = new CompiledSignal[rows.Length];
            _bits = new int[rows.Length];
            for (int index = 0; index < rows.Length; index++)
            {
                _bits[index] = rows[index].Bit;
                _signals[index] = CompiledSignal.Compile(message, rows[index].Signal, 1);
            }
        }

        /// <summary>The bits in the data of a frame.</summary>
        public int Read(ulong data)
        {
            int bits = 0;
            for (int index = 0; index < _signals.Length; index++)
            {
                bits |= _signals[index].Read(data) == _raised ? _bits[index] : 0;
            }

            return bits;
        }
    }
}
