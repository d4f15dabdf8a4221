using System;
using System.Collections.Generic;
using System.Globalization;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Modbus.Observing;
using BatterySim.Host.Scenarios.Observing;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>Writes down what is done and seen during a probe: each command, each frame and register that changes.</summary>
    internal sealed class ProbeLog
    {
        // Registers that change all the time are in the samples.
        private static readonly int[] Watched = [59, 101, 102, 103, 104, 105, 106, 184, 194, 201, 202, 203, 312, 313, 314, 315, 316, 319, 322, 323];
        private const int EventsMax = 600;
        private const uint Measurements = MeasurementsFrame.CanId;

        private readonly List<ProbeEvent> _events = [];
        private readonly Dictionary<int, ushort> _words = [];
        private readonly Dictionary<uint, (int Length, ulong Data)> _frames = [];
        private readonly HashSet<uint> _sinceCommand = [];
        private int _framesSeen;

        /// <summary>What was written down.</summary>
        public IReadOnlyList<ProbeEvent> Events => _events;

        /// <summary>Time of the probe at which the bench's clock was last set to 0, ms.</summary>
        public long OffsetMilliseconds { get; set; }

        /// <summary>Forgets how many frames were seen: the bench begins anew.</summary>
        public void Restart() => _framesSeen = 0;

        /// <summary>A command of the instrument.</summary>
        public void Command(long milliseconds, string line)
        {
            Add(milliseconds, "command", line);
            _sinceCommand.Clear();
        }

        /// <summary>Registers that changed.</summary>
        public void Registers(long milliseconds, InverterReading reading)
        {
            foreach (int address in Watched)
            {
                Register(milliseconds, address, reading);
            }
        }

        /// <summary>A register, if it changed.</summary>
        public void Register(long milliseconds, int address, InverterReading reading)
        {
            ushort word = reading.Word(address);
            if (!_words.TryGetValue(address, out ushort before) || before != word)
            {
                _words[address] = word;
                Add(milliseconds, string.Create(CultureInfo.InvariantCulture, $"register {address}"), word.ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        /// <summary>Frames that changed; measurements, which always do, once after each command.</summary>
        public void Frames(IReadOnlyList<FrameRecord> frames)
        {
            for (; _framesSeen < frames.Count; _framesSeen++)
            {
                FrameRecord frame = frames[_framesSeen];
                uint key = frame.Id | (frame.IsExtended ? 0x8000_0000 : 0);
                bool isFirst = _sinceCommand.Add(key);
                bool isSame = _frames.TryGetValue(key, out (int Length, ulong Data) before) && before == (frame.Length, frame.Data);
                if (!isSame && (isFirst || frame.Id != Measurements))
                {
                    _frames[key] = (frame.Length, frame.Data);
                    string id = frame.Id.ToString(frame.IsExtended ? "X8" : "X3", CultureInfo.InvariantCulture);
                    Add(frame.Microseconds / 1000, "frame " + id, Bytes(frame));
                }
            }
        }

        /// <summary>Bytes of a frame, two hexadecimal digits each.</summary>
        public static string Bytes(in FrameRecord frame)
        {
            Span<byte> bytes = stackalloc byte[8];
            System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(bytes, frame.Data);
            return Convert.ToHexString(bytes[..Math.Min(8, frame.Length)]);
        }

        private void Add(long milliseconds, string source, string text)
        {
            if (_events.Count < EventsMax)
            {
                _events.Add(new ProbeEvent(OffsetMilliseconds + milliseconds, source, text));
            }
        }
    }
}
