using System;
using BatterySim.Hardware;
using Xunit;

namespace BatterySim.Host.Tests.Board
{
    /// <summary>An exception in one line, as the console shows it.</summary>
    public class DriverFaultTextTests
    {
        [Theory]
        [InlineData("no answer", "System.InvalidOperationException: no answer")]
        [InlineData("", "System.InvalidOperationException")]
        [InlineData("Exception was thrown: System.InvalidOperationException", "System.InvalidOperationException")]
        public void TextOf_Exception_NamesItsKindOnce(string message, string expected)
        {
            Assert.Equal(expected, DriverErrors.TextOf(new InvalidOperationException(message)));
        }
    }
}
