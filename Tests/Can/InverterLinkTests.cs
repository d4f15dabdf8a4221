using BatterySim.Bms.Protocol;
using nanoFramework.TestFramework;

namespace BatterySim.Tests.Can
{
    [TestClass]
    public class InverterLinkTests
    {
        [TestMethod]
        public void StateAt_NeverReceived_IsWaitingIndefinitely()
        {
            InverterLink link = new InverterLink();

            Assert.AreEqual((int)LinkState.Waiting, (int)link.StateAt(1000000L));
            Assert.AreEqual(-1L, link.LastSeenMilliseconds);
        }

        [DataRow(0, (int)LinkState.Alive)]
        [DataRow(2000, (int)LinkState.Alive)]
        [DataRow(2001, (int)LinkState.Late)]
        [DataRow(10000, (int)LinkState.Late)]
        [DataRow(10001, (int)LinkState.Lost)]
        public void StateAt_AgeOfTheLastReply_ChangesAfterTwoAndTenSeconds(int ageMilliseconds, int state)
        {
            InverterLink link = new InverterLink();
            link.Record(5000L);

            Assert.AreEqual(state, (int)link.StateAt(5000L + ageMilliseconds));
        }

        [TestMethod]
        public void Note_AfterLoss_IsAliveAgain()
        {
            InverterLink link = new InverterLink();
            link.Record(0L);
            link.Record(60000L);

            Assert.AreEqual((int)LinkState.Alive, (int)link.StateAt(60000L));
            Assert.AreEqual(2, link.Count);
            Assert.AreEqual(60000L, link.LastSeenMilliseconds);
        }

        [TestMethod]
        public void Intervals_ThreeReplies_GiveLeastMeanAndMost()
        {
            InverterLink link = new InverterLink();
            link.Record(100L);
            Assert.AreEqual(-1, link.IntervalMeanMilliseconds);

            link.Record(1100L);
            link.Record(4100L);

            Assert.AreEqual(1000, link.IntervalMinMilliseconds);
            Assert.AreEqual(2000, link.IntervalMeanMilliseconds);
            Assert.AreEqual(3000, link.IntervalMaxMilliseconds);
        }

        [TestMethod]
        public void Clear_AfterReplies_WaitsAgain()
        {
            InverterLink link = new InverterLink();
            link.Record(100L);
            link.Record(200L);

            link.Clear();

            Assert.AreEqual((int)LinkState.Waiting, (int)link.StateAt(200L));
            Assert.AreEqual(0, link.Count);
            Assert.AreEqual(-1, link.IntervalMaxMilliseconds);
        }
    }
}
