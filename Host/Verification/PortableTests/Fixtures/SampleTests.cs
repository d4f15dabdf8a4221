using System;
using nanoFramework.TestFramework;

namespace BatterySim.PortableTests.Fixtures
{
    /// <summary>A test class of the board's kind whose outcomes are known; the bridge itself is tested with it.</summary>
    [TestClass]
    public class SampleTests
    {
        private readonly int _instanceState = 3;

        [TestMethod]
        public void Passes()
        {
            Assert.AreEqual(1, 1);
        }

        [TestMethod]
        public void Fails()
        {
            Assert.AreEqual(1, 2);
        }

        [TestMethod]
        public void UsesInstanceState()
        {
            Assert.AreEqual(3, _instanceState);
        }

        [DataRow(1, 1)]
        [DataRow(1, 2)]
        public void HasRows(int expected, int actual)
        {
            Assert.AreEqual(expected, actual);
        }

        [DataRow(1L)]
        public void HasARowOfAnotherType(int value)
        {
            Assert.AreEqual(1, value);
        }

        public void IsNoTest()
        {
            throw new InvalidOperationException();
        }
    }
}
