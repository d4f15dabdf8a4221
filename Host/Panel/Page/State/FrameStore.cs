using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using BatterySim.Host.Panel.Contract;

namespace BatterySim.Host.Panel.Page.State
{
    /// <summary>The frames that came, for the list and the log; the oldest ones give way.</summary>
    public sealed class FrameStore
    {
        /// <summary>Frames that are kept: some hours of a bank of sixteen.</summary>
        public const int Capacity = 200_000;

        private const int MicrosecondsPerSecond = 1_000_000;

        private readonly List<BusFramePicture> _ring = [];
        private int _oldest;

        /// <summary>Frames that are kept.</summary>
        public int Count => _ring.Count;

        /// <summary>Frames that came, those that gave way included.</summary>
        public long Total { get; private set; }

        /// <summary>Adds frames.</summary>
        public void Add(IReadOnlyList<BusFramePicture> frames)
        {
            ArgumentNullException.ThrowIfNull(frames);
            foreach (BusFramePicture frame in frames)
            {
                if (_ring.Count < Capacity)
                {
                    _ring.Add(frame);
                    continue;
                }

                _ring[_oldest] = frame;
                _oldest = (_oldest + 1) % Capacity;
            }

            Total += frames.Count;
        }

        /// <summary>The newest frames that pass a filter, newest first.</summary>
        public IReadOnlyList<BusFramePicture> Newest(int count, string filter)
        {
            ArgumentNullException.ThrowIfNull(filter);
            List<BusFramePicture> found = [];
            string[] wanted = Wanted(filter);
            for (int index = Count - 1; index >= 0 && found.Count < count; index--)
            {
                if (IsShown(At(index), wanted))
                {
                    found.Add(At(index));
                }
            }

            return found;
        }

        /// <summary>All of them as <c>candump -L</c> writes them; times are simulated seconds since the start.</summary>
        public string ToCandump(string filter)
        {
            ArgumentNullException.ThrowIfNull(filter);
            StringBuilder text = new();
            string[] wanted = Wanted(filter);
            for (int index = 0; index < Count; index++)
            {
                BusFramePicture frame = At(index);
                if (IsShown(frame, wanted))
                {
                    text.Append(CultureInfo.InvariantCulture,
                        $"({frame.Microseconds / MicrosecondsPerSecond:0000000000}.{frame.Microseconds % MicrosecondsPerSecond:000000}) can0 {IdOf(frame)}#");
                    text.Append(frame.IsRemote ? "R" : frame.Data).Append('\n');
                }
            }

            return text.ToString();
        }

        /// <summary>The identifier as candump writes it.</summary>
        public static string IdOf(BusFramePicture frame)
        {
            ArgumentNullException.ThrowIfNull(frame);
            return frame.Id.ToString(frame.IsExtended ? "X8" : "X3", CultureInfo.InvariantCulture);
        }

        private BusFramePicture At(int index) => _ring[(_oldest + index) % _ring.Count];

        // Several identifiers, or their beginnings, with commas or spaces between them.
        private static string[] Wanted(string filter) =>
            [.. filter.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
                .Select(static part => part.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? part[2..] : part)];

        private static bool IsShown(BusFramePicture frame, string[] wanted)
        {
            string id = wanted.Length == 0 ? "" : IdOf(frame);
            return wanted.Length == 0 || wanted.Any(start => id.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        }
    }
}
