using System.Collections.Generic;
using BatterySim.Bms.Can;
using BatterySim.Hardware;
using Xunit;

namespace BatterySim.Host.Tests.Hardware
{
    /// <summary>What went into the ring of frames comes out: in order, whole, however often it goes round.</summary>
    public class CanFrameRingTests
    {
        [Theory]
        [InlineData(1)]
        [InlineData(2)]
        [InlineData(3)]
        [InlineData(8)]
        public void Frames_OfEveryKind_ComeOutAsTheyWentIn(int capacity)
        {
            var ring = new CanFrameRing(capacity);
            var expected = new Queue<(string Frame, long Milliseconds)>();
            int made = 0;
            for (int round = 0; round < 40; round++)
            {
                while (!ring.IsFull && (round + made) % 5 != 4)
                {
                    CanFrame frame = Make(made);
                    ring.Add(frame, 5_000_000_000L + made);
                    expected.Enqueue((Text(frame), 5_000_000_000L + made));
                    made++;
                }

                Assert.Equal(expected.Count == capacity, ring.IsFull);
                for (int taken = 0; taken <= round % 3 && ring.Count > 0; taken++)
                {
                    (string text, long milliseconds) = expected.Dequeue();
                    Assert.Equal(milliseconds, ring.FirstMilliseconds);
                    Assert.StartsWith($"{ring.FirstId:X} ", text);
                    if (round % 7 == 3)
                    {
                        ring.RemoveFirst();
                    }
                    else
                    {
                        var copy = Make(3);
                        ring.ConsumeFirst(copy);
                        Assert.Equal(text, Text(copy));
                    }
                }

                Assert.Equal(expected.Count, ring.Count);
                made++;
            }
        }

        // Lengths 0 to 8, both identifiers to their last, data and remote frames in turn.
        private static CanFrame Make(int number)
        {
            var frame = new CanFrame();
            bool isExtended = number % 2 == 1;
            frame.Begin(isExtended ? 0x1FFFFFFFu - (uint)number : 0x7FFu - (uint)number, number % 9, isExtended, number % 3 == 1);
            for (int offset = 0; offset < frame.Length; offset++)
            {
                frame.Data[offset] = (byte)(0xFF - number - offset);
            }

            return frame;
        }

        private static string Text(CanFrame frame)
        {
            string data = System.Convert.ToHexString(frame.Data, 0, frame.Length);
            return $"{frame.Id:X} {frame.Length} {frame.IsExtended} {frame.IsRemote} {data}";
        }
    }
}
