using System;
using System.Collections.Generic;
using BatterySim.Hardware;

namespace BatterySim.Host.Tests.Hardware.Mcp2515
{
    /// <summary>Writes down every SPI transfer as the data sheet draws it, and lets a test change what the chip answers.</summary>
    internal sealed class WireLog(ISpiPort chip) : ISpiPort
    {
        private readonly List<string> _lines = [];

        /// <summary>Changes an answer: what was sent, and what the chip answered, behind the bytes of instruction and address.</summary>
        public Action<byte[], byte[]>? Answer { get; set; }

        /// <summary>What was sent since the last call; of a reading instruction, how many bytes it takes.</summary>
        public IReadOnlyList<string> Consume()
        {
            string[] lines = [.. _lines];
            _lines.Clear();
            return lines;
        }

        /// <inheritdoc/>
        public void Transfer(byte[] send, byte[] receive, int length)
        {
            // READ (0x03), READ STATUS (0xA0) and READ RX BUFFER (0x90 to 0x96): what is sent while the chip answers means nothing.
            int meant = send[0] == 0x03 ? 2 : send[0] >= 0x90 && send[0] <= 0xB0 ? 1 : length;
            _lines.Add(Convert.ToHexString(send, 0, meant) + (meant < length ? $" {length - meant}" : ""));
            chip.Transfer(send, receive, length);
            Answer?.Invoke(send, receive);
        }
    }
}
