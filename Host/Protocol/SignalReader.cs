using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Protocol
{
    /// <summary>Takes the signals of a message out of a frame.</summary>
    internal static class SignalReader
    {
        /// <summary>Name under which bits appear that are set and that the catalogue does not explain.</summary>
        public const string UnexplainedBitsName = "unexplainedBitsHex";

        /// <summary>All signals that the frame is long enough for, and at the end what it carries besides.</summary>
        public static List<DecodedSignal> ReadAll(MessageDefinition message, CanFrame frame)
        {
            ulong word = WordOf(frame);
            ulong explained = 0;
            var signals = new List<DecodedSignal>();
            foreach (SignalDefinition definition in message.Signals)
            {
                explained |= Mask(definition.BitLength) << definition.StartBit;
                bool mayBeCut = definition.Kind is SignalKind.Text or SignalKind.Bytes;
                if (frame.Length < (mayBeCut ? definition.FirstByte + 1 : definition.BytesNeeded))
                {
                    continue;
                }

                DecodedSignal signal = Read(definition, word, frame);
                if (!definition.IsAbsentAtZero || signal.Raw != 0)
                {
                    signals.Add(signal);
                }
            }

            // A frame too short for anything is reported as such, whatever bits it has.
            if (signals.Count > 0 && (word & ~explained) != 0)
            {
                signals.Add(Leftover(word & ~explained, frame.Length));
            }

            return signals;
        }

        private static DecodedSignal Read(SignalDefinition definition, ulong word, CanFrame frame)
        {
            ulong bits = (word >> definition.StartBit) & Mask(definition.BitLength);
            bool isNegative = definition.IsSigned && (bits >> (definition.BitLength - 1)) != 0;
            long raw = isNegative ? (long)(bits | ~Mask(definition.BitLength)) : (long)bits;
            if (definition.Kind is not (SignalKind.Text or SignalKind.Bytes))
            {
                return new DecodedSignal(definition, raw, (raw * definition.Scale) + definition.Offset, "");
            }

            int end = Math.Min(definition.BytesNeeded, frame.Length);
            ReadOnlySpan<byte> bytes = frame.Data.AsSpan(definition.FirstByte, end - definition.FirstByte);
            return new DecodedSignal(definition, raw, 0m, definition.Kind == SignalKind.Text ? TextOf(bytes) : Convert.ToHexString(bytes));
        }

        private static DecodedSignal Leftover(ulong bits, int length)
        {
            var bytes = new byte[length];
            for (int index = 0; index < length; index++)
            {
                bytes[index] = (byte)(bits >> (8 * index));
            }

            SignalDefinition definition = Signal.Bytes(UnexplainedBitsName, 0, length, "Bits that are set and that no source explains.");
            return new DecodedSignal(definition, (long)bits, 0m, Convert.ToHexString(bytes));
        }

        private static ulong WordOf(CanFrame frame)
        {
            ulong word = 0;
            for (int index = 0; index < frame.Length; index++)
            {
                word |= (ulong)frame.Data[index] << (8 * index);
            }

            return word;
        }

        private static ulong Mask(int bitLength)
        {
            return bitLength == 64 ? ulong.MaxValue : (1UL << bitLength) - 1;
        }

        // Padding goes; a byte that is not a printable character is shown as \xNN, as Deye's packs put numbers behind their name.
        private static string TextOf(ReadOnlySpan<byte> bytes)
        {
            int length = bytes.Length;
            while (length > 0 && (bytes[length - 1] is 0 or (byte)' '))
            {
                length--;
            }

            var text = new StringBuilder();
            foreach (byte character in bytes[..length])
            {
                if (character is >= (byte)' ' and <= (byte)'~')
                {
                    text.Append((char)character);
                }
                else
                {
                    text.Append(CultureInfo.InvariantCulture, $"\\x{character:X2}");
                }
            }

            return text.ToString();
        }
    }
}
