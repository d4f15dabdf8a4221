using System;
using System.Collections.Generic;
using System.Globalization;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;

namespace BatterySim.Host.Tests.Protocol
{
    /// <summary>Writes down what a definition says of its signals.</summary>
    internal sealed class SignalCollector : SignalVisitor
    {
        private readonly List<(string Name, string Layout)> _signals = [];

        /// <summary>Name and layout of each signal of a frame.</summary>
        public static IReadOnlyList<(string Name, string Layout)> Of(FrameDefinition frame, DialectSettings settings)
        {
            var collector = new SignalCollector();
            frame.Describe(settings, collector);
            return collector._signals;
        }

        /// <summary>Layout of a number.</summary>
        public static string Number(int startBit, int bitLength, bool isSigned, decimal scale)
        {
            string sign = isSigned ? "signed" : "unsigned";
            return string.Create(CultureInfo.InvariantCulture, $"bit {startBit}, {bitLength} bits, {sign}, times {scale / 1.0000m}");
        }

        /// <summary>Layout of a text.</summary>
        public static string Text(int startBit, int bitLength) => $"bit {startBit}, {bitLength} bits of text";

        /// <inheritdoc/>
        public override void OnNumber(string name, int startBit, int bitLength, bool isSigned, int decimals, bool isReversed)
        {
            decimal scale = 1m / (decimal)Math.Pow(10, decimals);
            _signals.Add((name, Number(startBit, bitLength, isSigned, isReversed ? -scale : scale)));
        }

        /// <inheritdoc/>
        public override void OnText(string name, int firstByte, int characterCount)
        {
            _signals.Add((name, Text(firstByte * 8, characterCount * 8)));
        }
    }
}
