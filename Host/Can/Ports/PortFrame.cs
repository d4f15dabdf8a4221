using System;
using System.Buffers.Binary;
using System.Diagnostics;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>A frame as a value, with the time at which it came: what waits in queues between threads.</summary>
    /// <param name="Id">0 to 0x7FF, or to 0x1FFFFFFF if extended.</param>
    /// <param name="Length">0 to 8 bytes.</param>
    /// <param name="IsExtended">True for a 29-bit identifier.</param>
    /// <param name="IsRemote">True for a remote frame.</param>
    /// <param name="Data">The eight data bytes, the first one lowest.</param>
    /// <param name="TimeMicroseconds">Time since 1970, us.</param>
    public readonly record struct PortFrame(uint Id, int Length, bool IsExtended, bool IsRemote, ulong Data, long TimeMicroseconds)
    {
        private static readonly long StartMicroseconds = (DateTime.UtcNow - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        private static readonly long StartTimestamp = Stopwatch.GetTimestamp();

        /// <summary>Time on the wall, us since 1970, as it was when the program started and counted on since: nobody sets this clock.</summary>
        public static long NowMicroseconds => StartMicroseconds + (long)Stopwatch.GetElapsedTime(StartTimestamp).TotalMicroseconds;

        /// <summary>Takes a frame's content.</summary>
        public static PortFrame From(CanFrame frame, long microseconds)
        {
            return new PortFrame(
                frame.Id, frame.Length, frame.IsExtended, frame.IsRemote, BinaryPrimitives.ReadUInt64LittleEndian(frame.Data), microseconds);
        }

        /// <summary>Data byte 0 to 7.</summary>
        public byte ByteAt(int index) => (byte)(Data >> (8 * index));

        /// <summary>Fills a frame.</summary>
        public void CopyTo(CanFrame frame)
        {
            frame.Begin(Id, Length, IsExtended, IsRemote);
            for (int index = 0; index < Length && !IsRemote; index++)
            {
                frame.PutU8(index, ByteAt(index));
            }
        }
    }
}
