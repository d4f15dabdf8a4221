using System;
using System.Collections.Generic;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Stack;

namespace BatterySim.Host.Twin
{
    /// <summary>A frame of the bank in the form that one real battery gives it: another length, or bytes that the model does not write.</summary>
    public sealed class ShapedFrame : FrameDefinition
    {
        private readonly FrameDefinition _model;
        private readonly int _length;
        private readonly byte?[] _bytes;

        /// <param name="model">The frame as the bank's model writes it.</param>
        /// <param name="length">Data bytes, 1 to 8; 0 for a frame that is never sent.</param>
        /// <param name="bytes">What bytes hold whatever the model says, by place; null for those that the model writes. May be shorter.</param>
        /// <exception cref="ArgumentOutOfRangeException">The length is not 0 to 8.</exception>
        public ShapedFrame(FrameDefinition model, int length, IReadOnlyList<byte?> bytes)
            : base(model)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(length);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(length, CanFrame.DataLengthMax);
            _model = model;
            _length = length;
            _bytes = [.. bytes];
        }

        /// <inheritdoc/>
        public override uint Id => _model.Id;

        /// <inheritdoc/>
        public override bool IsExtended => _model.IsExtended;

        /// <inheritdoc/>
        public override string Name => _model.Name;

        /// <inheritdoc/>
        public override int NativeLengthIn(DialectSettings dialect) => Math.Max(1, _length);

        /// <inheritdoc/>
        public override bool TryWrite(BankReport bank, DialectSettings dialect, CanFrame frame)
        {
            if (_length == 0 || !_model.TryWrite(bank, dialect, frame))
            {
                return false;
            }

            frame.SetLength(_length);
            for (int index = 0; index < _bytes.Length && index < _length; index++)
            {
                if (_bytes[index] is byte value)
                {
                    frame.PutU8(index, value);
                }
            }

            return true;
        }

        /// <inheritdoc/>
        public override void Describe(DialectSettings dialect, SignalVisitor visitor) => _model.Describe(dialect, visitor);
    }
}
