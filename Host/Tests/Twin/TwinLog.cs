using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Tests.Twin
{
    /// <summary>Everything that a session put on its bus, as text and as times.</summary>
    internal sealed class TwinLog
    {
        private readonly StringBuilder _text = new();

        public TwinLog(TwinSession session)
        {
            var writer = new CandumpWriter(new StringWriter(_text), "can0");
            session.Bus.FrameCompleted += (time, _, frame) =>
            {
                Entries.Add((time, frame.Id));
                writer.Write(time, frame);
            };
        }

        public List<(long Microseconds, uint Id)> Entries { get; } = [];

        public string Text => _text.ToString();

        public long[] TimesOf(uint id) => [.. Entries.Where(entry => entry.Id == id).Select(entry => entry.Microseconds)];

        public int CountOf(uint id) => TimesOf(id).Length;

        public int Replies => CountOf(InverterReplyFrame.CanId);

        public int Sets => CountOf(MeasurementsFrame.CanId);
    }
}
