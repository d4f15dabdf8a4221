using System;
using System.Globalization;
using System.Text;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>One frame of a log; reused from line to line.</summary>
    public sealed class LoggedFrame
    {
        /// <summary>Latest time that a line can carry: twelve digits of seconds, microseconds.</summary>
        public const long TimeMicrosecondsMax = 999_999_999_999_999_999;

        // A channel's name goes into logs whose columns are separated by spaces, and into messages.
        private const int ChannelLengthMax = 32;
        private const string DefaultChannel = "can0";

        private static readonly string[] NumberedChannels = ["can0", "can1", "can2", "can3", "can4", "can5", "can6", "can7"];

        /// <summary>Time of the frame, microseconds, 0 to <see cref="TimeMicrosecondsMax"/>; real logs count from 1970, ours from 0.</summary>
        public long TimeMicroseconds { get; set; }

        /// <summary>False if the log gives the frame no time; <see cref="TimeMicroseconds"/> is 0 then.</summary>
        public bool HasTime { get; set; } = true;

        /// <summary>Name of the CAN interface, such as "can0".</summary>
        public string Channel { get; set; } = "";

        /// <summary>The frame; owned by the record, overwritten by the next line.</summary>
        public CanFrame Frame { get; } = new();

        /// <summary>Which way the frame went.</summary>
        public FrameDirection Direction { get; set; }

        /// <summary>Makes this record equal to another one.</summary>
        public void CopyFrom(LoggedFrame other)
        {
            ArgumentNullException.ThrowIfNull(other);
            TimeMicroseconds = other.TimeMicroseconds;
            HasTime = other.HasTime;
            Channel = other.Channel;
            Direction = other.Direction;
            Frame.CopyFrom(other.Frame);
        }

        /// <summary>Takes the channel's name from a line; what cannot be printed becomes '?', and nothing becomes can0.</summary>
        internal void SetChannel(ReadOnlySpan<byte> name)
        {
            if (name.IsEmpty)
            {
                Channel = DefaultChannel;
            }
            else if (!Ascii.Equals(name, Channel))
            {
                Channel = string.Create(Math.Min(name.Length, ChannelLengthMax), name, static (target, source) =>
                {
                    for (int index = 0; index < target.Length; index++)
                    {
                        target[index] = source[index] is > (byte)' ' and <= (byte)'~' ? (char)source[index] : '?';
                    }
                });
            }
        }

        /// <summary>Takes a channel that the log counts, 0 for can0.</summary>
        internal void SetChannelNumber(int number)
        {
            Channel = number >= 0 && number < NumberedChannels.Length
                ? NumberedChannels[number]
                : string.Create(CultureInfo.InvariantCulture, $"can{number}");
        }
    }
}
