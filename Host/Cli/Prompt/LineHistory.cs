using System.Collections.Generic;

namespace BatterySim.Host.Cli.Prompt
{
    /// <summary>Lines from before, and the way back and forth through them.</summary>
    internal sealed class LineHistory
    {
        /// <summary>Lines that are kept; the oldest go.</summary>
        public const int CountMax = 1000;

        private readonly List<string> _lines = [];
        private string _draft = "";
        private int _place;

        /// <summary>The lines, oldest first.</summary>
        public IReadOnlyList<string> Lines => _lines;

        /// <summary>Keeps a line, unless it is empty or the same as the last one, and goes back to the end.</summary>
        public void Add(string line)
        {
            if (line.Trim().Length > 0 && (_lines.Count == 0 || _lines[^1] != line))
            {
                _lines.Add(line);
                if (_lines.Count > CountMax)
                {
                    _lines.RemoveAt(0);
                }
            }

            _place = _lines.Count;
            _draft = "";
        }

        /// <summary>The line before; the oldest stays.</summary>
        /// <param name="current">What stands there now; kept while it is the newest.</param>
        public string Older(string current)
        {
            if (_place == 0)
            {
                return current;
            }

            _draft = _place == _lines.Count ? current : _draft;
            _place--;
            return _lines[_place];
        }

        /// <summary>The line behind; past the last one, what had been typed.</summary>
        /// <param name="current">What stands there now.</param>
        public string Newer(string current)
        {
            if (_place == _lines.Count)
            {
                return current;
            }

            _place++;
            return _place == _lines.Count ? _draft : _lines[_place];
        }
    }
}
