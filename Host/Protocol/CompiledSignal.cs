using System;
using System.Buffers.Binary;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Protocol
{
    /// <summary>A numeric signal of the catalogue made ready to be read fast: start, length, sign, and a whole number for its scale.</summary>
    public sealed class CompiledSignal
    {
        private readonly int _startBit;
        private readonly int _unusedBits;
        private readonly bool _isSigned;
        private readonly int _factor;
        private readonly int _offset;

        private CompiledSignal(SignalDefinition definition, int factor, int offset)
        {
            _startBit = definition.StartBit;
            _unusedBits = 64 - definition.BitLength;
            _isSigned = definition.IsSigned;
            _factor = factor;
            _offset = offset;
            BytesNeeded = definition.BytesNeeded;
        }

        /// <summary>Number of data bytes that a frame needs for the signal to be in it.</summary>
        public int BytesNeeded { get; }

        /// <summary>Compiles a signal.</summary>
        /// <param name="message">Message of the catalogue.</param>
        /// <param name="name">Name of the signal in it.</param>
        /// <param name="partsPerUnit">Steps of the result in one unit of the catalogue: 1000 for millivolts out of volts.</param>
        /// <exception cref="ArgumentException">The message has no such signal, or its scale is finer than a step of the result.</exception>
        public static CompiledSignal Compile(MessageDefinition message, string name, int partsPerUnit)
        {
            ArgumentNullException.ThrowIfNull(message);
            foreach (SignalDefinition definition in message.Signals)
            {
                if (definition.Name == name)
                {
                    int offset = Whole(definition.Offset * partsPerUnit, name);
                    return new CompiledSignal(definition, Whole(definition.Scale * partsPerUnit, name), offset);
                }
            }

            throw new ArgumentException($"Message {message.Name} has no signal '{name}'.", nameof(name));
        }

        /// <summary>True if the frame is long enough for the signal.</summary>
        public bool IsIn(CanFrame frame)
        {
            ArgumentNullException.ThrowIfNull(frame);
            return frame.Length >= BytesNeeded;
        }

        /// <summary>Value of the signal in the data of a frame (<see cref="WordOf"/>), in the steps that it was compiled for.</summary>
        public int Read(ulong data)
        {
            long raw = (long)(data << (_unusedBits - _startBit));
            long value = _isSigned ? raw >> _unusedBits : (long)((ulong)raw >> _unusedBits);
            return (int)Math.Clamp((value * _factor) + _offset, int.MinValue, int.MaxValue);
        }

        /// <summary>The data bytes of a frame as one number, byte 0 lowest.</summary>
        public static ulong WordOf(CanFrame frame)
        {
            ArgumentNullException.ThrowIfNull(frame);
            return BinaryPrimitives.ReadUInt64LittleEndian(frame.Data);
        }

        private static int Whole(decimal factor, string name)
        {
            return factor == decimal.Truncate(factor)
                ? (int)factor
                : throw new ArgumentException($"The scale of '{name}' is finer than the steps asked for.", nameof(name));
        }
    }
}
