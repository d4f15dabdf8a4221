using Spectre.Console;

namespace BatterySim.Host.Cli.View
{
    /// <summary>The few styles of the live view: colour says good, wary or bad, and never more than the text beside it.</summary>
    internal static class Palette
    {
        /// <summary>The words that nobody may miss.</summary>
        public static readonly Style Warning = new(Color.Black, Color.Yellow, Decoration.Bold);

        /// <summary>Title of a section.</summary>
        public static readonly Style Title = new(Color.Aqua, null, Decoration.Bold);

        /// <summary>Name of a value.</summary>
        public static readonly Style Label = new(Color.Grey);

        /// <summary>A value that is as it should be.</summary>
        public static readonly Style Good = new(Color.Green);

        /// <summary>A value to look at.</summary>
        public static readonly Style Wary = new(Color.Yellow);

        /// <summary>A value that is wrong.</summary>
        public static readonly Style Bad = new(Color.Red, null, Decoration.Bold);

        /// <summary>A main value.</summary>
        public static readonly Style Strong = new(null, null, Decoration.Bold);
    }
}
