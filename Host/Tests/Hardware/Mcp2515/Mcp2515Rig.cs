using System;
using System.Collections.Generic;
using BatterySim.Bms.Can;
using BatterySim.Hardware;
using BatterySim.Hardware.Mcp2515;
using BatterySim.Host.Board;
using BatterySim.Host.Can.Virtual;
using Xunit;

namespace BatterySim.Host.Tests.Hardware.Mcp2515
{
    /// <summary>The driver on a simulated chip, and another node on the same bus.</summary>
    internal sealed class Mcp2515Rig
    {
        private const int UsualStepMilliseconds = 10;

        private readonly CanFrame _frame = new();

        public Mcp2515Rig(Mcp2515Settings? settings = null, Mcp2515ChipOptions? options = null, bool hasInterrupt = false, Func<ISpiPort, ISpiPort>? wires = null)
        {
            settings ??= new Mcp2515Settings { AcceptsEverything = true };
            options ??= new Mcp2515ChipOptions { CrystalHertz = settings.CrystalHertz };
            Chip = new Mcp2515Chip(Bus, "board", options);
            Peer = Bus.Attach("peer", 64, 4096);
            Driver = new Mcp2515CanBus(wires == null ? Chip : wires(Chip), settings, hasInterrupt ? Chip : null);
        }

        public VirtualBus Bus { get; } = new();

        public Mcp2515Chip Chip { get; }

        public VirtualBusNode Peer { get; }

        public Mcp2515CanBus Driver { get; }

        public long NowMilliseconds { get; private set; }

        public static Mcp2515Rig Running(Mcp2515Settings? settings = null, Mcp2515ChipOptions? options = null, bool hasInterrupt = false)
        {
            var rig = new Mcp2515Rig(settings, options, hasInterrupt);
            Assert.Null(rig.Driver.Start(0));
            rig.Run(100);
            Assert.True(rig.Driver.IsReady, rig.Driver.Fault);
            return rig;
        }

        /// <summary>Lets time pass, with the driver polled as the firmware's main loop does.</summary>
        public void Run(int milliseconds, int stepMilliseconds = UsualStepMilliseconds)
        {
            long end = NowMilliseconds + milliseconds;
            while (NowMilliseconds < end)
            {
                Wait(stepMilliseconds);
                Driver.Poll(NowMilliseconds);
            }
        }

        /// <summary>Lets time pass on the bus only.</summary>
        public void Wait(int milliseconds)
        {
            NowMilliseconds += milliseconds;
            Bus.AdvanceTo(Math.Max(Bus.NowMicroseconds, NowMilliseconds * 1000));
        }

        public IReadOnlyList<string> Received() => Drain(Driver);

        public IReadOnlyList<string> PeerReceived() => Drain(Peer);

        public void AssertNoViolations() => Assert.Empty(Chip.Violations);

        private List<string> Drain(ICanBus bus)
        {
            var frames = new List<string>();
            while (bus.TryReceive(_frame))
            {
                frames.Add(Text(_frame));
            }

            return frames;
        }

        public static string Text(CanFrame frame) =>
            $"{frame.Id:X}{(frame.IsExtended ? "x" : "")}#{(frame.IsRemote ? "R" + frame.Length : Convert.ToHexString(frame.Data.AsSpan(0, frame.Length)))}";
    }
}
