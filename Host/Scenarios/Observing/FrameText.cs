using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using BatterySim.Bms.Can;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Scenarios.Observing
{
    /// <summary>Writes frames for people.</summary>
    internal static class FrameText
    {
        /// <summary>Data of the last frame in hexadecimal digits.</summary>
        public static string Bytes(FrameSlot slot) => Bytes(slot.Data, slot.IsRemote ? 0 : slot.Length);

        /// <summary>Bytes in hexadecimal digits, byte 0 first.</summary>
        public static string Bytes(ulong data, int length)
        {
            Span<char> digits = stackalloc char[2 * CanFrame.DataLengthMax];
            for (int index = 0; index < length; index++)
            {
                ((byte)(data >> (8 * index))).TryFormat(digits[(2 * index)..], out _, "X2", CultureInfo.InvariantCulture);
            }

            return digits[..(2 * length)].ToString();
        }

        /// <summary>One line: time, identifier, data, and what it says.</summary>
        public static string Line(in FrameRecord record, FrameDecoder decoder, CanFrame scratch)
        {
            string id = record.Id.ToString(record.IsExtended ? "X8" : "X3", CultureInfo.InvariantCulture);
            string data = record.IsRemote ? "R" + record.Length.ToString(CultureInfo.InvariantCulture) : Bytes(record.Data, record.Length);
            string seconds = (record.Microseconds / 1_000_000m).ToString("0.000", CultureInfo.InvariantCulture);
            return $"{seconds,9} s  {id,8}  {data,-16}  {Meaning(record, decoder, scratch)}".TrimEnd();
        }

        /// <summary>What a frame says, decoded, in one line.</summary>
        public static string Meaning(in FrameRecord record, FrameDecoder decoder, CanFrame scratch)
        {
            record.CopyTo(scratch);
            DecodedFrame decoded = decoder.Decode(scratch);
            if (!decoded.IsDecoded)
            {
                return decoded.Reason;
            }

            var text = new StringBuilder(decoded.Name);
            var clear = new List<string>();
            foreach (DecodedSignal signal in decoded.Signals)
            {
                if (signal.IsClear)
                {
                    clear.Add(signal.Name);
                    continue;
                }

                text.Append("  ").Append(signal.Name).Append('=').Append(signal);
            }

            return clear.Count > 0 && clear.Count == decoded.Signals.Count ? text.Append("  nothing set").ToString() : text.ToString();
        }
    }
}
