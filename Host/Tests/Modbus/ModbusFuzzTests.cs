using System;
using BatterySim.Host.Modbus.Server;
using BatterySim.Host.Modbus.Wire;
using Xunit;

namespace BatterySim.Host.Tests.Modbus
{
    /// <summary>A million replies damaged at random: nothing throws, and nothing damaged passes for a reply over RTU.</summary>
    public class ModbusFuzzTests
    {
        private const int Count = 1_000_000;

        [Fact]
        public void Replies_DamagedAtRandom_NeverThrowAndNeverGiveOtherRegisters()
        {
            var random = new Random(20261128);
            ModbusRequest request = ModbusRequest.Read(1, 182, 10);
            byte[] good = SolArk8KDump.Unit(SolArk8KDump.Words).Answer(request.ToBytes())!;
            byte[] buffer = new byte[RtuReplies.BufferLength];
            int found = 0;
            int wrong = 0;
            for (int round = 0; round < Count; round++)
            {
                bool isTcp = (round & 1) != 0;
                byte[] frame = isTcp ? MbapHeader.Wrap(7, good) : ModbusCrc.Append(good);
                int length = Damage(random, frame, buffer);
                ReadOnlySpan<byte> seen = buffer.AsSpan(0, length);
                ReplyStatus status = isTcp
                    ? TcpReplies.Find(seen, request, 7, out ReadOnlySpan<byte> body, out _)
                    : RtuReplies.Find(seen, request, out body, out _);
                found += status == ReplyStatus.Complete ? 1 : 0;
                wrong += !isTcp && status == ReplyStatus.Complete && !body.SequenceEqual(good) ? 1 : 0;
            }

            Assert.InRange(found, Count / 20, Count);
            Assert.InRange(wrong, 0, 30);
        }

        [Fact]
        public void Requests_DamagedAtRandom_NeverThrow()
        {
            var random = new Random(1);
            ModbusResponder unit = SolArk8KDump.Unit(SolArk8KDump.Words, new ModbusServerOptions { TakesWrites = true, AnswersWriteSingle = true });
            byte[] good = ModbusRequest.Read(1, 0, 125).ToRtu();
            byte[] buffer = new byte[RtuReplies.BufferLength];
            int answered = 0;
            for (int round = 0; round < Count / 10; round++)
            {
                int length = Damage(random, good, buffer);
                int used = RtuRequests.Take(buffer.AsSpan(0, length), out ReadOnlySpan<byte> body);
                Assert.InRange(used, 0, length);
                answered += body.Length > 0 && unit.Answer(body) != null ? 1 : 0;
                _ = unit.Answer(buffer.AsSpan(0, Math.Min(length, 9)));
            }

            Assert.True(answered > Count / 200);
        }

        // As it is, cut short, with bytes changed, with noise before or behind it, or noise alone.
        private static int Damage(Random random, byte[] frame, byte[] into)
        {
            int noise = random.Next(3) == 0 ? random.Next(40) : 0;
            random.NextBytes(into.AsSpan(0, noise));
            frame.CopyTo(into, noise);
            int length = noise + frame.Length;
            int changes = random.Next(4) == 0 ? random.Next(1, 4) : 0;
            for (int change = 0; change < changes; change++)
            {
                into[random.Next(length)] ^= (byte)random.Next(1, 256);
            }

            int tail = random.Next(5) == 0 ? random.Next(60) : 0;
            random.NextBytes(into.AsSpan(length, tail));
            length += tail;
            return random.Next(6) == 0 ? random.Next(length) : length;
        }
    }
}
