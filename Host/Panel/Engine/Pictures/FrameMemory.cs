using System;
using System.Collections.Generic;
using System.Globalization;
using BatterySim.Bms.Protocol;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Panel.Engine.Pictures
{
    /// <summary>What each frame said last and before, so that what changed can be marked; asked anew only where another one was sent.</summary>
    internal sealed class FrameMemory(LocalInstrument instrument)
    {
        private readonly Dictionary<uint, Entry> _entries = [];

        /// <summary>A frame as last sent.</summary>
        public FramePicture Picture(uint id, FrameStatistics statistics, long nowMilliseconds)
        {
            if (!_entries.TryGetValue(id, out Entry? entry) || entry.Sent != statistics.Sent)
            {
                entry = Read(id, statistics, entry);
                _entries[id] = entry;
            }

            return new FramePicture(
                id,
                entry.Text,
                entry.ChangedBytes,
                statistics.Sent,
                statistics.Failed,
                statistics.Withheld,
                statistics.Sent == 0 ? -1 : nowMilliseconds - statistics.LastSentMilliseconds,
                statistics.PeriodMinMilliseconds,
                statistics.PeriodMeanMilliseconds,
                statistics.PeriodMaxMilliseconds,
                entry.Signals);
        }

        private Entry Read(uint id, FrameStatistics statistics, Entry? before)
        {
            if (statistics.Sent == 0)
            {
                return new Entry(0, [], "", 0, []);
            }

            byte[] bytes = statistics.LastFrame.Data.AsSpan(0, statistics.LastFrame.Length).ToArray();
            int changed = FrameBytes.Changed(before is { Sent: > 0 } ? before.Bytes : null, bytes);

            // What was said of the same bytes needs no second question.
            IReadOnlyList<SignalPicture> signals = before is { Sent: > 0 } && changed == 0 && before.Bytes.Length == bytes.Length
                ? before.ChangedBytes == 0 ? before.Signals : Signals(id, before)
                : Signals(id, before);
            return new Entry(statistics.Sent, bytes, FrameBytes.Text(bytes), changed, signals);
        }

        private List<SignalPicture> Signals(uint id, Entry? before)
        {
            IReadOnlyList<string> fields = ScpiFields.Split(instrument.Ask(string.Create(CultureInfo.InvariantCulture, $"FRAM{id:X3}:SIGN?")));
            var signals = new List<SignalPicture>();
            for (int index = 0; index + 1 < fields.Count; index += 2)
            {
                string value = fields[index + 1].Trim();
                int place = index / 2;
                bool isChanged = before is { Sent: > 0 }
                    && (place >= before.Signals.Count || before.Signals[place].Name != fields[index] || before.Signals[place].Value != value);
                signals.Add(new SignalPicture(fields[index], value, isChanged));
            }

            return signals;
        }

        private sealed record Entry(int Sent, byte[] Bytes, string Text, int ChangedBytes, IReadOnlyList<SignalPicture> Signals);
    }
}
