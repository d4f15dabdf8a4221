namespace BatterySim.Hardware
{
    /// <summary>The drive on which the board keeps its settings: a flat folder. Any call may fail with an exception.</summary>
    public interface IFileDrive
    {
        /// <summary>Content of a file; null if there is none.</summary>
        byte[] ReadFile(string name);

        /// <summary>Writes a whole file, over an old one if there is one. Power may go in the middle.</summary>
        void WriteFile(string name, byte[] content);

        /// <summary>Deletes a file if it is there.</summary>
        void Delete(string name);

        /// <summary>Renames a file that is there to a name that is not.</summary>
        void Rename(string from, string to);
    }
}
