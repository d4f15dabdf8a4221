using System;
using System.Threading;
using Xunit;

namespace BatterySim.Host.Tests.Ports
{
    /// <summary>Waits for what other threads and the network bring, up to a time that only a hang reaches.</summary>
    internal static class Eventually
    {
        private const int LimitMilliseconds = 20_000;

        public static void True(Func<bool> condition, string what)
        {
            Assert.True(SpinWait.SpinUntil(condition, LimitMilliseconds), $"never happened: {what}");
        }
    }
}
