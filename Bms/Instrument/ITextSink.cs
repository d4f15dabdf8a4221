namespace BatterySim.Bms.Instrument
{
    /// <summary>Takes a text piece by piece.</summary>
    public interface ITextSink
    {
        /// <summary>Takes a piece.</summary>
        /// <param name="text">Buffer that holds it.</param>
        /// <param name="start">Its first character.</param>
        /// <param name="end">Past its last one.</param>
        void Write(char[] text, int start, int end);
    }
}
