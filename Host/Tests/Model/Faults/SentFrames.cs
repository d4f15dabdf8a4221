using System;
using System.Collections.Generic;
using BatterySim.Bms.Can;

namespace BatterySim.Host.Tests.Model.Faults
{
    /// <summary>A controller that writes down what it is handed, as people write frames, and takes or refuses it.</summary>
    internal sealed class SentFrames : ICanBus, ICanBusDelivery
    {
        private readonly List<string> _frames = [];

        public SendResult Result { get; set; } = SendResult.Accepted;

        public CanBusState State { get; set; }

        public int Acknowledged { get; set; }

        public int Abandoned { get; set; }

        /// <summary>Frames that wait to be received.</summary>
        public Queue<CanFrame> Incoming { get; } = new();

        public static string Text(CanFrame frame) => (frame.IsExtended ? frame.Id.ToString("X8") : frame.Id.ToString("X3")) + "#"
            + (frame.IsRemote ? $"R{frame.Length}" : Convert.ToHexString(frame.Data, 0, frame.Length));

        /// <summary>What was handed over since the last call.</summary>
        public string Consume()
        {
            string frames = string.Join(' ', _frames);
            _frames.Clear();
            return frames;
        }

        public SendResult Send(CanFrame frame)
        {
            _frames.Add(Text(frame));
            return Result;
        }

        public bool TryReceive(CanFrame frame)
        {
            if (Incoming.Count == 0)
            {
                return false;
            }

            frame.CopyFrom(Incoming.Dequeue());
            return true;
        }

        public int AcknowledgedCountOf(uint id) => Acknowledged;

        public int AbandonedCountOf(uint id) => Abandoned;
    }
}
