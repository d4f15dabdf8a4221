namespace BatterySim.Hardware
{
    /// <summary>The drive on which the board keeps its settings: a flat folder. Any call may fail with an exception.</summary>
    public interface IFileDrive
    {
        /// <summary>Content of a file; null if there is none.</summary>
        byte[] ReadFile(string name);

        /// <summary>Writes a whole file, over an old one if there is one. Power may go in the middle.</summary>
        void WriteFile(string name, byte[] content);

        /// <summary>Length of a file, bytes; -1 if there is none.</summary>
        int LengthOf(string name);

        /// <summary>Reads a piece of a file that is there.</summary>
        /// <param name="name">Name of the file.</param>
        /// <param name="offset">Where the piece begins, 0 to the length of the file.</param>
        /// <param name="buffer">Filled from its beginning as far as the file goes.</param>
        /// <returns>Number of bytes read.</returns>
        int ReadPiece(string name, int offset, byte[] buffer);

        /// <summary>Writes a piece at the end of a file, which is created if it is not there. Power may go in the middle.</summary>
        void Append(string name, byte[] buffer, int count);

        /// <summary>Deletes a file if it is there.</summary>
        void Delete(string name);

        /// <summary>Renames a file that is there to a name that is not.</summary>
        void Rename(string from, string to);
    }
}
