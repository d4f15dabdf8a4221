using BatterySim.Host.Scenarios.Language.Source;

namespace BatterySim.Host.Scenarios.Language.Forms
{
    /// <summary>A value that was read and found good.</summary>
    /// <param name="Number">Thousandths of the unit of a quantity, a whole number, the place of a word in its list, 1 or 0 of a switch.</param>
    /// <param name="Text">As people write it.</param>
    /// <param name="Scpi">As the instrument takes it.</param>
    /// <param name="Position">Where it stands.</param>
    internal readonly record struct FormValue(long Number, string Text, string Scpi, SourcePosition Position)
    {
        /// <summary>The number as an integer; every form that is read so has a range within it.</summary>
        public int Int => (int)Number;

        /// <summary>True for a switch that is on.</summary>
        public bool IsOn => Number != 0;
    }
}
