using System;
using System.Globalization;
using BatterySim.Host.Twin;
using Xunit;

namespace BatterySim.Host.Tests.Twin
{
    /// <summary>The fast text is the text that .NET's decimals give.</summary>
    public class FixedTextTests
    {
        [Theory]
        [InlineData(1, 0)]
        [InlineData(10, 1)]
        [InlineData(1000, 1)]
        [InlineData(1000, 3)]
        [InlineData(100, 0)]
        public void Format_AnyNumber_IsWhatDecimalsGive(int divisor, int digits)
        {
            var random = new Random(7);
            char[] text = new char[FixedText.LengthMax];
            for (int count = 0; count < 200_000; count++)
            {
                int value = count switch
                {
                    < 4000 => count - 2000,
                    4000 => int.MinValue,
                    4001 => int.MaxValue,
                    _ => random.Next(int.MinValue, int.MaxValue),
                };
                string expected = ((decimal)value / divisor).ToString($"F{digits}", CultureInfo.InvariantCulture);

                Assert.Equal(expected, new string(text, 0, FixedText.Format(value, divisor, digits, text)));
            }
        }
    }
}
