using System;
using System.Collections.Generic;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Virtual;
using BatterySim.Host.Panel.Contract;

namespace BatterySim.Host.Panel.Engine.Pictures
{
    /// <summary>Keeps the frames of a bus until they are taken; the oldest ones give way.</summary>
    internal sealed class FrameTap
    {
        private const int FramesMax = 4096;

        private readonly VirtualBus _bus;
        private readonly Func<VirtualBusNode, bool> _isOfBank;
        private readonly Queue<BusFramePicture> _frames = new();

        /// <summary>Listens from now on.</summary>
        /// <param name="bus">The bus.</param>
        /// <param name="isOfBank">Tells the bank's node from the others.</param>
        public FrameTap(VirtualBus bus, Func<VirtualBusNode, bool> isOfBank)
        {
            _bus = bus;
            _isOfBank = isOfBank;
            bus.FrameCompleted += OnFrame;
        }

        /// <summary>The frames since the last call, oldest first.</summary>
        public IReadOnlyList<BusFramePicture> Take()
        {
            BusFramePicture[] taken = [.. _frames];
            _frames.Clear();
            return taken;
        }

        /// <summary>Listens no more.</summary>
        public void Close() => _bus.FrameCompleted -= OnFrame;

        private void OnFrame(long microseconds, VirtualBusNode sender, CanFrame frame)
        {
            if (_frames.Count == FramesMax)
            {
                _frames.Dequeue();
            }

            _frames.Enqueue(new BusFramePicture(
                microseconds,
                frame.Id,
                frame.IsExtended,
                frame.IsRemote,
                frame.IsRemote ? "" : Convert.ToHexString(frame.Data, 0, frame.Length),
                _isOfBank(sender)));
        }
    }
}
