using System;
using BatterySim.Bms.Can;

namespace BatterySim.Tests
{
    /// <summary>Bytes as the logs write them.</summary>
    internal static class Hex
    {
        private const string Digits = "0123456789ABCDEF";

        /// <summary>The data bytes of a frame, two digits each, no spaces.</summary>
        public static string Of(CanFrame frame)
        {
            string text = "";
            for (int index = 0; index < frame.Length; index++)
            {
                text += Digits[frame.Data[index] >> 4].ToString() + Digits[frame.Data[index] & 15].ToString();
            }

            return text;
        }

        /// <summary>Begins a standard frame with the bytes of a text.</summary>
        public static void Read(uint id, string text, CanFrame frame)
        {
            frame.Begin(id, text.Length / 2);
            for (int index = 0; index < frame.Length; index++)
            {
                frame.PutU8(index, Convert.ToByte(text.Substring(index * 2, 2), 16));
            }
        }
    }
}
