namespace BatterySim.Hardware
{
    /// <summary>Text and bytes. What is outside ASCII becomes a question mark.</summary>
    public static class Ascii
    {
        /// <summary>One byte for each character.</summary>
        public static byte[] BytesOf(string text)
        {
            byte[] bytes = new byte[text.Length];
            for (int index = 0; index < text.Length; index++)
            {
                char character = text[index];
                bytes[index] = character < 128 ? (byte)character : (byte)'?';
            }

            return bytes;
        }

        /// <summary>One character for each byte.</summary>
        public static string TextOf(byte[] bytes, int offset, int count)
        {
            char[] characters = new char[count];
            for (int index = 0; index < count; index++)
            {
                byte value = bytes[offset + index];
                characters[index] = value < 128 ? (char)value : '?';
            }

            return new string(characters);
        }
    }
}
