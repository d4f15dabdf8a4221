using System;

namespace BatterySim.Host.Panel.Engine.Pictures
{
    /// <summary>The bytes of a frame as a picture has them.</summary>
    internal static class FrameBytes
    {
        /// <summary>As text, two digits a byte with blanks between them.</summary>
        public static string Text(byte[] bytes) => BitConverter.ToString(bytes).Replace('-', ' ');

        /// <summary>Which bytes are others than before, a bit for each; none where no such frame was sent before.</summary>
        /// <param name="before">Bytes of the one before; null if there was none.</param>
        /// <param name="bytes">Bytes now.</param>
        public static int Changed(byte[]? before, byte[] bytes)
        {
            int changed = 0;
            for (int index = 0; before != null && index < bytes.Length; index++)
            {
                changed |= index >= before.Length || before[index] != bytes[index] ? 1 << index : 0;
            }

            return changed;
        }
    }
}
