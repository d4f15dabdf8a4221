using System;
using System.Collections.Generic;
using Spectre.Console.Rendering;

namespace BatterySim.Host.Cli.View
{
    /// <summary>Lines for a screen of a given size: cut to its width and height, so that nothing ever wraps or scrolls.</summary>
    internal sealed class Screen(IReadOnlyList<TextLine> lines, ScreenSize size, bool isPlaced) : Renderable
    {
        // Home, clear to the end of the line and clear to the end of the screen: painting over what was there does not flicker.
        private const string Home = "\u001b[H";
        private const string ClearLine = "\u001b[K";
        private const string ClearBelow = "\u001b[J";

        /// <inheritdoc />
        protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
        {
            int count = Math.Min(lines.Count, size.Height);
            if (isPlaced)
            {
                yield return Segment.Control(Home);
            }

            for (int index = 0; index < count; index++)
            {
                foreach (Segment piece in lines[index].Cut(size.Width))
                {
                    yield return piece;
                }

                if (isPlaced && lines[index].Length < size.Width)
                {
                    yield return Segment.Control(ClearLine);
                }

                if (index < count - 1)
                {
                    yield return Segment.LineBreak;
                }
            }

            if (isPlaced)
            {
                yield return Segment.Control(ClearBelow);
            }
        }
    }
}
