using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using BatterySim.Bms;
using BatterySim.Host.Cli.Arguments;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Cli.View
{
    /// <summary>What happened, for the free lines of the screen: the bank's own events, and what ports and machine reported.</summary>
    internal sealed class EventFeed(Simulator simulator)
    {
        private const int KeptMax = 200;

        private readonly List<TextLine> _lines = [];
        private readonly ConcurrentQueue<string> _sentences = new();
        private readonly ScpiEvents _bank = new(simulator, fromStart: true);

        /// <summary>Takes a sentence of a port or of the machine; on any thread.</summary>
        public void Report(string sentence) => _sentences.Enqueue(sentence);

        /// <summary>Looks what is new.</summary>
        public void Observe()
        {
            foreach ((long milliseconds, string text) in _bank.ConsumeNew())
            {
                Add(milliseconds, text);
            }

            while (_sentences.TryDequeue(out string? sentence))
            {
                Add(simulator.NowMilliseconds, sentence);
            }
        }

        /// <summary>The newest ones on top, for so many lines at most.</summary>
        public IEnumerable<TextLine> Compose(int height)
        {
            int shown = Math.Min(Math.Max(0, height), _lines.Count);
            for (int index = 0; index < shown; index++)
            {
                yield return new TextLine().Add(index == 0 ? "Events    " : "          ", Palette.Title).Add(_lines[_lines.Count - 1 - index]);
            }
        }

        private void Add(long milliseconds, string text)
        {
            _lines.Add(new TextLine().Add(DurationText.ClockWithTenths(milliseconds) + "  ").Add(text));
            if (_lines.Count > KeptMax)
            {
                _lines.RemoveAt(0);
            }
        }
    }
}
