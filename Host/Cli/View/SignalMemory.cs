using System;
using System.Collections.Generic;
using BatterySim.Bms.Protocol;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Cli.View
{
    /// <summary>What each frame said last and before, so that what changed can be marked.</summary>
    internal sealed class SignalMemory(LocalInstrument instrument)
    {
        private readonly Dictionary<uint, FrameContent> _contents = [];

        /// <summary>What a frame says now; asked anew only where another one was sent.</summary>
        public FrameContent Of(uint identifier, FrameStatistics statistics)
        {
            if (_contents.TryGetValue(identifier, out FrameContent? content) && content.SentMilliseconds == statistics.LastSentMilliseconds)
            {
                return content;
            }

            string[] bytes = Figures.Bytes(statistics.LastFrame, isSpaced: true).Split(' ');
            FrameContent next = new(statistics.LastSentMilliseconds, bytes, Signals(identifier), content);
            _contents[identifier] = next with { Before = content is null ? null : content with { Before = null } };
            return _contents[identifier];
        }

        private List<(string Name, string Value)> Signals(uint identifier)
        {
            IReadOnlyList<string> fields = ScpiFields.Split(instrument.Ask(FormattableString.Invariant($"FRAM{identifier:X3}:SIGN?")));
            List<(string, string)> signals = [];
            for (int index = 0; index + 1 < fields.Count; index += 2)
            {
                signals.Add((fields[index], fields[index + 1].Trim()));
            }

            return signals;
        }
    }
}
