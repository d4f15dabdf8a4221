using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Can.Ports;
using BatterySim.Host.Tests.Twin;
using BatterySim.Host.Twin;
using Xunit;

namespace BatterySim.Host.Tests.Ports
{
    /// <summary>Ports, logs and the twin on one bus.</summary>
    public sealed class PortHubTests : IDisposable
    {
        private readonly PortRig _rig = new();
        private readonly CanFrame _frame = new();
        private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.log");

        [Fact]
        public void Exchange_FrameOfOnePort_IsReceivedByTheBankAndTheOtherPortOnce()
        {
            var session = new TwinSession(new TwinOptions { Inverter = null });
            using var hub = new PortHub(session.Bus);
            ServerPort first = Server("slcan");
            ServerPort second = Server("socketcand");
            hub.Add(first);
            hub.Add(second);
            hub.Open();
            LinkPort asking = _rig.Join($"slcan://127.0.0.1:{first.EndPoint.Port}");
            LinkPort watching = _rig.Join($"socketcand://127.0.0.1:{second.EndPoint.Port}");
            Eventually.True(() => Step(session, hub) && watching.TryReceive(_frame), "the watcher is connected");
            long before = session.Simulator.Link.Count;

            _frame.Begin(InverterReplyFrame.CanId, 8);
            asking.Send(_frame);
            Eventually.True(() => Step(session, hub) && session.Simulator.Link.Count > before, "the bank hears 0x305");

            int replies = 0;
            for (long end = session.NowMilliseconds + 2000; session.NowMilliseconds < end;)
            {
                Step(session, hub);
            }

            Eventually.True(
                () =>
                {
                    while (watching.TryReceive(_frame))
                    {
                        replies += _frame.Id == InverterReplyFrame.CanId ? 1 : 0;
                    }

                    return replies > 0;
                },
                "the other port hears 0x305");
            Assert.Equal((1, before + 1), (replies, session.Simulator.Link.Count));
            while (asking.TryReceive(_frame))
            {
                Assert.NotEqual(InverterReplyFrame.CanId, (ushort)_frame.Id);
            }
        }

        [Theory]
        [InlineData("", new long[] { 0, 500, 1500 })]
        [InlineData("?rate=2", new long[] { 0, 250, 750 })]
        [InlineData("?loop=1", new long[] { 0, 500, 1500, 2500, 3000, 4000 })]
        public async Task Replay_Log_EntersAtItsTimes(string options, long[] milliseconds)
        {
            File.WriteAllText(_path, "(1700000000.000000) can0 7A1#\n(1700000000.500000) can0 7A2#01\nrubbish\n(1700000001.500000) can0 7A3#0203\n");
            var session = new TwinSession(new TwinOptions { Inverter = null });
            using var hub = new PortHub(session.Bus);
            var replay = new LogReplay(CanPortUrlParser.Parse($"log://{_path}{options}", out _)!);
            hub.Add(replay);
            hub.Open();
            var times = new List<long>();
            session.Bus.FrameCompleted += (microseconds, _, frame) =>
            {
                if (frame.Id >= 0x7A0)
                {
                    times.Add(microseconds / 1000);
                }
            };

            await new TwinRunner(session, SimulationPace.Max, new TestClock()) { Hub = hub }.RunAsync(4200, null, CancellationToken.None);

            Assert.Equal(milliseconds, times);
            Assert.Equal(milliseconds.Length, replay.FrameCount);
            Assert.StartsWith("line 3", replay.FirstSkipped, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData(null, "no such file")]
        [InlineData("", "has no frames")]
        [InlineData("malformed\n", "line 1")]
        public void Replay_NoLog_SaysWhy(string? content, string part)
        {
            if (content != null)
            {
                File.WriteAllText(_path, content);
            }

            using var replay = new LogReplay(CanPortUrlParser.Parse($"log://{_path}", out _)!);

            CanPortException problem = Assert.Throws<CanPortException>(replay.Open);

            Assert.Contains(part, problem.Message, StringComparison.Ordinal);
        }

        public void Dispose()
        {
            _rig.Dispose();
            File.Delete(_path);
        }

        private static ServerPort Server(string scheme)
        {
            return (ServerPort)CanPorts.CreateServer(CanPortUrlParser.ParseServed($"{scheme}://127.0.0.1:0", out _)!, null);
        }

        private static bool Step(TwinSession session, PortHub hub)
        {
            session.AdvanceTo(session.NowMilliseconds + 10);
            while (hub.Exchange())
            {
                session.AdvanceTo(session.NowMilliseconds);
            }

            return true;
        }
    }
}
