namespace BatterySim.Bms.Instrument
{
    /// <summary>Where *SAV keeps settings: lines of text in numbered places.</summary>
    public interface ISettingsStore
    {
        /// <summary>Begins to write a place; what it held stays until <see cref="EndWrite"/>.</summary>
        /// <returns>False if it cannot be written.</returns>
        bool BeginWrite(int place);

        /// <summary>Writes one line.</summary>
        bool WriteLine(char[] text, int length);

        /// <summary>Makes what was written the content of the place, whole or not at all.</summary>
        bool EndWrite();

        /// <summary>Begins to read a place.</summary>
        /// <returns>False if it was never written or cannot be read whole.</returns>
        bool BeginRead(int place);

        /// <summary>Reads the next line.</summary>
        /// <returns>Its length; -1 at the end.</returns>
        int ReadLine(char[] text);
    }
}
