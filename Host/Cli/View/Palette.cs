using Spectre.Console;

namespace BatterySim.Host.Cli.View
{
    /// <summary>The few styles of the live view: colour says good, wary or bad, and never more than the text beside it.</summary>
    /// <remarks>
    /// Foregrounds are of middle brightness, so that they can be read on white, black and both solarized backgrounds; names and plain values
    /// keep the terminal's own colour. A test computes the contrasts.
    /// </remarks>
    internal static class Palette
    {
        /// <summary>The words that nobody may miss.</summary>
        public static readonly Style Warning = new(Color.FromInt32(16), Color.FromInt32(220), Decoration.Bold);

        /// <summary>Title of a section.</summary>
        public static readonly Style Title = new(Color.FromInt32(31), null, Decoration.Bold);

        /// <summary>Name of a value.</summary>
        public static readonly Style Label = Style.Plain;

        /// <summary>A value that is as it should be.</summary>
        public static readonly Style Good = new(Color.FromInt32(28));

        /// <summary>A value to look at.</summary>
        public static readonly Style Wary = new(Color.FromInt32(130));

        /// <summary>A value that is wrong.</summary>
        public static readonly Style Bad = new(Color.FromInt32(196), null, Decoration.Bold);

        /// <summary>A main value.</summary>
        public static readonly Style Strong = new(null, null, Decoration.Bold);

        /// <summary>A value that changed with the last frame.</summary>
        public static readonly Style Changed = new(null, null, Decoration.Bold | Decoration.Underline);

        /// <summary>What was not sent or received for two periods.</summary>
        public static readonly Style Stale = new(null, null, Decoration.Dim);

        /// <summary>The battery that the keys act on.</summary>
        public static readonly Style Selected = new(null, null, Decoration.Invert);
    }
}
