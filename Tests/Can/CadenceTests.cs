using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Frames;
using nanoFramework.TestFramework;

namespace BatterySim.Tests.Can
{
    /// <summary>Who leads the conversation: what a 0x305 does in each cadence.</summary>
    [TestClass]
    public class CadenceTests
    {
        [TestMethod]
        public void Broadcast_ReplyAtAnyTime_ChangesNothing()
        {
            ScheduleRig rig = ScheduleRig.SolArk(Cadence.Broadcast);
            rig.ReplyAt(45L);
            rig.ReplyAt(500L);
            rig.ReplyAt(4700L);
            rig.RunTo(9999L);

            Assert.AreEqual(10, rig.Bus.CountOf(AlarmsFrame.CanId));
            Assert.AreEqual(9000L, rig.Bus.TimeOf(AlarmsFrame.CanId, 9));
        }

        [TestMethod]
        public void Poll_NobodyAnswers_OpensWithOneSetAndWaits()
        {
            ScheduleRig rig = ScheduleRig.SolArk(Cadence.Poll);

            rig.RunTo(60000L);

            Assert.AreEqual(7, rig.Bus.Count);
        }

        [TestMethod]
        public void Poll_ReplyAfterTheAnswerWindow_IsAnsweredAtOnce()
        {
            ScheduleRig rig = ScheduleRig.SolArk(Cadence.Poll);

            rig.ReplyAt(60000L);

            Assert.AreEqual(60000L, rig.Bus.TimeOf(AlarmsFrame.CanId, 1));
        }

        // The set ends at 120 ms; 100 ms later a 0x305 is not an answer to it any more.
        [DataRow(220, 1000)]
        [DataRow(221, 221)]
        public void Poll_ReplyAtTheEdgeOfTheWindow_IsAnAnswerUpToItAndAPollAfterIt(int replyMilliseconds, int nextBurstMilliseconds)
        {
            ScheduleRig rig = ScheduleRig.SolArk(Cadence.Poll);
            rig.ReplyAt(replyMilliseconds);
            rig.RunTo(5000L);

            Assert.AreEqual((long)nextBurstMilliseconds, rig.Bus.TimeOf(AlarmsFrame.CanId, 1));
            Assert.AreEqual(2, rig.Bus.CountOf(AlarmsFrame.CanId));
        }

        [TestMethod]
        public void Poll_InverterThatAnswersEverySet_IsServedOnceAPeriod()
        {
            ScheduleRig rig = ScheduleRig.SolArk(Cadence.Poll);

            rig.AnswerEverySetTo(9995L);

            Assert.AreEqual(10, rig.Bus.CountOf(AlarmsFrame.CanId));
            Assert.AreEqual(9000L, rig.Bus.TimeOf(AlarmsFrame.CanId, 9));
        }

        [TestMethod]
        public void Poll_SeveralRepliesToOneSet_BringOneSetMore()
        {
            ScheduleRig rig = ScheduleRig.SolArk(Cadence.Poll);
            rig.ReplyAt(10L);
            rig.ReplyAt(45L);
            rig.ReplyAt(130L);
            rig.RunTo(5000L);

            Assert.AreEqual(2, rig.Bus.CountOf(AlarmsFrame.CanId));
        }

        [TestMethod]
        public void Both_FirstReplyAfterSilence_IsAnsweredAtOnceAndMovesThePhase()
        {
            ScheduleRig rig = ScheduleRig.SolArk(Cadence.Both);
            rig.ReplyAt(4500L);
            rig.RunTo(5999L);

            Assert.AreEqual(4000L, rig.Bus.TimeOf(AlarmsFrame.CanId, 4));
            Assert.AreEqual(4500L, rig.Bus.TimeOf(AlarmsFrame.CanId, 5));
            Assert.AreEqual(5500L, rig.Bus.TimeOf(AlarmsFrame.CanId, 6));
        }

        [TestMethod]
        public void Both_InverterThatAnswersEverySet_LeavesTheBroadcastAlone()
        {
            ScheduleRig rig = ScheduleRig.SolArk(Cadence.Both);

            rig.AnswerEverySetTo(9995L);

            Assert.AreEqual(10, rig.Bus.CountOf(AlarmsFrame.CanId));
        }

        // A second poll 1 s after the first comes from an inverter that is alive: the broadcast serves it.
        [TestMethod]
        public void Both_PollWhileAlive_IsNotAnsweredOutOfTurn()
        {
            ScheduleRig rig = ScheduleRig.SolArk(Cadence.Both);
            rig.ReplyAt(4500L);
            int before = rig.Bus.CountOf(AlarmsFrame.CanId);

            rig.ReplyAt(5000L);

            Assert.AreEqual(before, rig.Bus.CountOf(AlarmsFrame.CanId));
        }

        [TestMethod]
        public void Both_NobodyAnswers_Broadcasts()
        {
            ScheduleRig rig = ScheduleRig.SolArk(Cadence.Both);

            rig.RunTo(9999L);

            Assert.AreEqual(10, rig.Bus.CountOf(AlarmsFrame.CanId));
        }
    }
}
