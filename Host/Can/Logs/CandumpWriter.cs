using System;
using System.IO;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Writes frames as candump -L does: (seconds.micros) channel ID#DATA.</summary>
    /// <remarks>can-utils, lib.c: three digits are an 11-bit identifier, eight a 29-bit one; #R and a length is a remote frame.</remarks>
    public sealed class CandumpWriter
    {
        private const string HexDigits = "0123456789ABCDEF";

        // "(", 12 + 1 + 6 digits of time, ") ", then " ", 8 digits of id, "#", 16 digits of data, " T", line end.
        private const int LineLengthMaxWithoutChannel = 64;

        private readonly TextWriter _writer;
        private readonly string _channel;
        private readonly char[] _line;

        /// <param name="writer">Where the lines go; the caller closes it.</param>
        /// <param name="channel">Name of the CAN interface, such as "can0": printable and without spaces.</param>
        public CandumpWriter(TextWriter writer, string channel)
        {
            ArgumentNullException.ThrowIfNull(writer);
            ArgumentException.ThrowIfNullOrEmpty(channel);
            foreach (char character in channel)
            {
                if (character <= ' ' || character > '~')
                {
                    throw new ArgumentException("A channel name is printable ASCII without spaces.", nameof(channel));
                }
            }

            _writer = writer;
            _channel = channel;
            _line = new char[LineLengthMaxWithoutChannel + channel.Length];
        }

        /// <summary>Writes one line, ended by a line feed on every system.</summary>
        /// <param name="microseconds">0 to <see cref="LoggedFrame.TimeMicrosecondsMax"/>.</param>
        /// <param name="frame">The frame.</param>
        public void Write(long microseconds, CanFrame frame)
        {
            Write(microseconds, frame, FrameDirection.Unknown);
        }

        /// <summary>Writes one line that also says which way the frame went.</summary>
        /// <param name="microseconds">0 to <see cref="LoggedFrame.TimeMicrosecondsMax"/>.</param>
        /// <param name="frame">The frame.</param>
        /// <param name="direction">Which way the frame went.</param>
        public void Write(long microseconds, CanFrame frame, FrameDirection direction)
        {
            ArgumentNullException.ThrowIfNull(frame);
            ArgumentOutOfRangeException.ThrowIfNegative(microseconds);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(microseconds, LoggedFrame.TimeMicrosecondsMax);

            int length = 0;
            _line[length++] = '(';
            length = PutDecimal(length, microseconds / 1_000_000, 10);
            _line[length++] = '.';
            length = PutDecimal(length, microseconds % 1_000_000, 6);
            _line[length++] = ')';
            _line[length++] = ' ';
            _channel.CopyTo(0, _line, length, _channel.Length);
            length += _channel.Length;
            _line[length++] = ' ';
            length = PutHex(length, frame.Id, frame.IsExtended ? 8 : 3);
            _line[length++] = '#';
            length = PutData(length, frame);
            if (direction != FrameDirection.Unknown)
            {
                _line[length++] = ' ';
                _line[length++] = direction == FrameDirection.Received ? 'R' : 'T';
            }

            _line[length++] = '\n';
            _writer.Write(_line, 0, length);
        }

        private int PutData(int at, CanFrame frame)
        {
            if (frame.IsRemote)
            {
                _line[at++] = 'R';
                if (frame.Length > 0)
                {
                    _line[at++] = (char)('0' + frame.Length);
                }

                return at;
            }

            for (int index = 0; index < frame.Length; index++)
            {
                at = PutHex(at, frame.Data[index], 2);
            }

            return at;
        }

        private int PutHex(int at, uint value, int digitCount)
        {
            for (int digit = digitCount - 1; digit >= 0; digit--)
            {
                _line[at + digit] = HexDigits[(int)(value & 0xF)];
                value >>= 4;
            }

            return at + digitCount;
        }

        private int PutDecimal(int at, long value, int digitCountMin)
        {
            int digitCount = digitCountMin;
            for (long rest = value / Pow10(digitCountMin); rest > 0; rest /= 10)
            {
                digitCount++;
            }

            for (int digit = digitCount - 1; digit >= 0; digit--)
            {
                _line[at + digit] = (char)('0' + (value % 10));
                value /= 10;
            }

            return at + digitCount;
        }

        private static long Pow10(int exponent)
        {
            long power = 1;
            for (int index = 0; index < exponent; index++)
            {
                power *= 10;
            }

            return power;
        }
    }
}
