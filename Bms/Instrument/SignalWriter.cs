using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;

namespace BatterySim.Bms.Instrument
{
    /// <summary>Answers with name and value of each signal of a frame that was sent. It reads the bytes, not what was meant.</summary>
    /// <remarks>A signal that lies beyond the length of the frame is left out.</remarks>
    internal sealed class SignalWriter : SignalVisitor
    {
        private readonly ScpiCall _call;
        private readonly CanFrame _frame;

        /// <summary>Makes one that reads a frame into the answer of a call.</summary>
        public SignalWriter(ScpiCall call, CanFrame frame)
        {
            _call = call;
            _frame = frame;
        }

        /// <inheritdoc/>
        public override void OnNumber(string name, int startBit, int bitLength, bool isSigned, int decimals, bool isReversed)
        {
            if (startBit + bitLength > _frame.Length * 8)
            {
                return;
            }

            // A field has at most 16 bits and starts within a byte, so three bytes hold it.
            int atByte = startBit >> 3;
            int word = ByteAt(atByte) | (ByteAt(atByte + 1) << 8) | (ByteAt(atByte + 2) << 16);
            int value = (word >> (startBit & 7)) & ((1 << bitLength) - 1);
            if (isSigned && value >= 1 << (bitLength - 1))
            {
                value -= 1 << bitLength;
            }

            _call.Answer().AddQuoted(name);
            _call.Answer().AddFixed(isReversed ? -value : value, decimals, false);
        }

        /// <inheritdoc/>
        public override void OnText(string name, int firstByte, int characterCount)
        {
            _call.Answer().AddQuoted(name);
            TextBuffer reply = _call.Answer();
            reply.Add('"');
            for (int index = firstByte; index < firstByte + characterCount && index < _frame.Length; index++)
            {
                char character = (char)_frame.Data[index];
                reply.Add(character == '"' ? '\'' : character < ' ' || character > '~' ? '?' : character);
            }

            reply.Add('"');
        }

        private int ByteAt(int index)
        {
            return index < CanFrame.DataLengthMax ? _frame.Data[index] : 0;
        }
    }
}
