namespace BatterySim.Hardware
{
    /// <summary>The serial console's wire.</summary>
    public interface ISerialLine
    {
        /// <summary>Takes what has arrived and returns at once.</summary>
        /// <returns>Bytes put into <paramref name="buffer"/> from its start, 0 if there are none.</returns>
        int Read(byte[] buffer);

        /// <summary>Sends bytes; it may wait for the wire.</summary>
        void Write(byte[] buffer, int offset, int count);
    }
}
