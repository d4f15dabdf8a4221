using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BatterySim.Host.Cli.View
{
    /// <summary>One line of a screen, made of pieces with a style each. It is cut or wrapped only when a width is given.</summary>
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

        /// <summary>Adds another line's pieces, dimmed and without their colours where they are old news.</summary>
        public TextLine AddAged(TextLine other, bool isStale) => isStale ? Add(other.ToString(), Palette.Stale) : Add(other);

        /// <summary>Adds blanks up to a column.</summary>
        public TextLine PadTo(int column) => Add(new string(' ', Math.Max(0, column - Length)));

        /// <summary>
        /// The pieces that fit into a width; a line that does not fit ends with &gt;, so that half a number is not taken for a whole one.
        /// </summary>
        public IEnumerable<Segment> Cut(int width)
        {
            return Length <= width ? _pieces : Columns(0, width - 1).Append(new Segment(">", Palette.Label));
        }

        /// <summary>A part of the line.</summary>
        public TextLine Part(int start, int length)
        {
            TextLine part = new();
            foreach (Segment piece in Columns(start, length))
            {
                part.Add(piece.Text, piece.Style);
            }

            return part;
        }

        /// <inheritdoc />
        public override string ToString() => _pieces.Aggregate(new StringBuilder(), static (text, piece) => text.Append(piece.Text)).ToString();

        private IEnumerable<Segment> Columns(int start, int length)
        {
            int column = 0;
            foreach (Segment piece in _pieces)
            {
                int from = Math.Max(0, start - column);
                int to = Math.Min(piece.Text.Length, start + length - column);
                if (from < to)
                {
                    yield return new Segment(piece.Text[from..to], piece.Style);
                }

                column += piece.Text.Length;
            }
        }
    }
}
