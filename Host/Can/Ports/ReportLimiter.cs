using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;

namespace BatterySim.Host.Can.Ports
{
    /// <summary>Lets a few sentences of a kind through in a while and counts the others, so that a flood of clients is not a flood of text.</summary>
    public sealed class ReportLimiter
    {
        private const int SentencesMax = 10;
        private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

        private readonly Lock _lock = new();
        private readonly TimeProvider _clock;
        private readonly Action<string> _report;
        private readonly Dictionary<string, Kind> _kinds = new(StringComparer.Ordinal);

        /// <summary>Makes a limiter.</summary>
        /// <param name="report">Takes what gets through, on any thread.</param>
        /// <param name="clock">The clock on the wall; null for the machine's.</param>
        public ReportLimiter(Action<string> report, TimeProvider? clock = null)
        {
            _report = report;
            _clock = clock ?? TimeProvider.System;
        }

        /// <summary>Passes on a sentence, or counts it.</summary>
        /// <param name="kind">What kind it is; a constant.</param>
        /// <param name="sentence">The sentence without its full stop.</param>
        public void Report(string kind, string sentence)
        {
            string? said = null;
            lock (_lock)
            {
                if (!_kinds.TryGetValue(kind, out Kind? state))
                {
                    _kinds.Add(kind, state = new Kind(_clock.GetTimestamp()));
                }

                if (_clock.GetElapsedTime(state.Since) > Window)
                {
                    if (state.Left > 0)
                    {
                        said = string.Create(CultureInfo.InvariantCulture, $"{state.Left} more like this were not shown: {kind}");
                    }

                    state.Restart(_clock.GetTimestamp());
                }

                if (state.Said < SentencesMax)
                {
                    state.Said++;
                }
                else
                {
                    state.Left++;
                    sentence = "";
                }
            }

            if (said is not null)
            {
                _report(said);
            }

            if (sentence.Length > 0)
            {
                _report(sentence);
            }
        }

        private sealed class Kind(long since)
        {
            public long Since { get; private set; } = since;

            public int Said { get; set; }

            public int Left { get; set; }

            public void Restart(long now)
            {
                Since = now;
                Said = 0;
                Left = 0;
            }
        }
    }
}
