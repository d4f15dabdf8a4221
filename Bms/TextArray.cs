namespace BatterySim.Bms
{
    /// <summary>Makes arrays of texts.</summary>
    public static class TextArray
    {
        /// <summary>An array of that many null references.</summary>
        /// <remarks>
        /// On nanoFramework an element of a new string array is not null: a comparison with null is false, one with a text ends the
        /// interpreter. Each element has to be written once before it is read, and this is the one place that does it.
        /// </remarks>
        /// <param name="length">0 or more.</param>
        public static string[] Create(int length)
        {
            string[] texts = new string[length];
            for (int index = 0; index < length; index++)
            {
                texts[index] = null;
            }

            return texts;
        }
    }
}
