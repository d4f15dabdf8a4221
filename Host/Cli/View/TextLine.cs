using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BatterySim.Host.Cli.View
{
    /// <summary>One line of a screen, made of pieces with a style each. It never wraps: what does not fit is cut.</summary>
    internal sealed class TextLine
    {
        private readonly List<Segment> _pieces = [];

        /// <summary>Length in columns; every character used is one column wide.</summary>
        public int Length { get; private set; }

        /// <summary>Adds text.</summary>
        public TextLine Add(string text, Style? style = null)
        {
            if (text.Length > 0)
            {
                _pieces.Add(new Segment(text, style ?? Style.Plain));
                Length += text.Length;
            }

            return this;
        }

        /// <summary>Adds another line's pieces.</summary>
        public TextLine Add(TextLine other)
        {
            foreach (Segment piece in other._pieces)
            {
                Add(piece.Text, piece.Style);
            }

            return this;
        }

        /// <summary>Adds blanks up to a column.</summary>
        public TextLine PadTo(int column) => Add(new string(' ', Math.Max(0, column - Length)));

        /// <summary>
        /// The pieces that fit into a width; a line that does not fit ends with &gt;, so that half a number is not taken for a whole one.
        /// </summary>
        public IEnumerable<Segment> Cut(int width)
        {
            return Length <= width ? _pieces : TakeColumns(width - 1).Append(new Segment(">", Palette.Label));
        }

        /// <inheritdoc />
        public override string ToString() => _pieces.Aggregate(new StringBuilder(), static (text, piece) => text.Append(piece.Text)).ToString();

        private IEnumerable<Segment> TakeColumns(int width)
        {
            int left = width;
            foreach (Segment piece in _pieces)
            {
                if (left <= 0)
                {
                    yield break;
                }

                yield return piece.Text.Length <= left ? piece : new Segment(piece.Text[..left], piece.Style);
                left -= piece.Text.Length;
            }
        }
    }
}
