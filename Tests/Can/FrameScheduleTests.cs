using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Bms.Stack;
using nanoFramework.TestFramework;

namespace BatterySim.Tests.Can
{
    /// <summary>What is sent and when, without an inverter in the way.</summary>
    [TestClass]
    public class FrameScheduleTests
    {
        // Sol-Ark's own order, 20 ms apart.
        [DataRow(0, 0x359)]
        [DataRow(1, 0x351)]
        [DataRow(2, 0x355)]
        [DataRow(3, 0x356)]
        [DataRow(4, 0x35C)]
        [DataRow(5, 0x35E)]
        [DataRow(6, 0x379)]
        public void Broadcast_FirstSet_ComesInOrderTwentyMillisecondsApart(int place, int id)
        {
            ScheduleRig rig = ScheduleRig.SolArk(Cadence.Broadcast);

            rig.RunTo(999L);

            Assert.AreEqual(7, rig.Bus.Count);
            Assert.AreEqual((uint)id, rig.Bus.IdAt(place));
            Assert.AreEqual(20L * place, rig.Bus.TimeAt(place));
        }

        [TestMethod]
        public void Broadcast_ManyPeriods_BeginOnTheSecondEachTime()
        {
            ScheduleRig rig = ScheduleRig.SolArk(Cadence.Broadcast);

            rig.RunTo(299999L);

            Assert.AreEqual(300, rig.Bus.CountOf(AlarmsFrame.CanId));
            for (int set = 0; set < 300; set++)
            {
                Assert.AreEqual(1000L * set, rig.Bus.TimeOf(AlarmsFrame.CanId, set));
            }
        }

        [TestMethod]
        public void Jitter_TwoHundredMilliseconds_StaysInItsBoundsAndDoesNotDrift()
        {
            DialectSettings dialect = Dialects.Create("sol-ark");
            dialect.JitterMilliseconds = 200;
            ScheduleRig rig = new ScheduleRig(dialect, Cadence.Broadcast, 7u);

            rig.RunTo(299999L);

            long earliest = long.MaxValue;
            long latest = long.MinValue;
            for (int set = 0; set < 300; set++)
            {
                long late = rig.Bus.TimeOf(AlarmsFrame.CanId, set) - (1000L * set);
                earliest = late < earliest ? late : earliest;
                latest = late > latest ? late : latest;
            }

            Assert.IsTrue(earliest >= 0L && earliest < 20L);
            Assert.IsTrue(latest <= 200L && latest > 180L);
        }

        [TestMethod]
        public void Jitter_SameSeed_GivesTheSameTimes()
        {
            DialectSettings dialect = Dialects.Create("sol-ark");
            dialect.JitterMilliseconds = 200;
            ScheduleRig first = new ScheduleRig(dialect, Cadence.Broadcast, 7u);
            ScheduleRig second = new ScheduleRig(dialect, Cadence.Broadcast, 7u);
            ScheduleRig other = new ScheduleRig(dialect, Cadence.Broadcast, 8u);
            first.RunTo(20000L);
            second.RunTo(20000L);
            other.RunTo(20000L);

            bool differs = false;
            for (int set = 0; set < 20; set++)
            {
                Assert.AreEqual(first.Bus.TimeOf(AlarmsFrame.CanId, set), second.Bus.TimeOf(AlarmsFrame.CanId, set));
                differs |= first.Bus.TimeOf(AlarmsFrame.CanId, set) != other.Bus.TimeOf(AlarmsFrame.CanId, set);
            }

            Assert.IsTrue(differs);
        }

        [TestMethod]
        public void WithheldFrame_ValueUnknown_KeepsItsPlaceEmpty()
        {
            ScheduleRig rig = ScheduleRig.SolArk(Cadence.Broadcast);
            rig.Report.SocPermille = BankReport.Unknown;

            rig.RunTo(999L);

            Assert.AreEqual(6, rig.Bus.Count);
            Assert.AreEqual(0, rig.Bus.CountOf(StateFrame.CanId));
            Assert.AreEqual(60L, rig.Bus.TimeOf(MeasurementsFrame.CanId, 0));
            Assert.AreEqual(1, rig.Schedule.StatisticsOf(StateFrame.CanId).Withheld);
            Assert.AreEqual(0, rig.Schedule.StatisticsOf(StateFrame.CanId).Failed);
        }

        [DataRow((int)SendResult.NoRoom)]
        [DataRow((int)SendResult.BusOff)]
        public void Send_Refused_IsCountedAndTheScheduleGoesOn(int answer)
        {
            ScheduleRig rig = ScheduleRig.SolArk(Cadence.Broadcast);
            rig.Bus.Answer = (SendResult)answer;
            rig.RunTo(1999L);
            Assert.AreEqual(2, rig.Schedule.StatisticsOf(LimitsFrame.CanId).Failed);

            rig.Bus.Answer = SendResult.Accepted;
            rig.RunTo(2999L);

            Assert.AreEqual(2000L, rig.Bus.TimeOf(AlarmsFrame.CanId, 0));
            Assert.AreEqual(1, rig.Schedule.StatisticsOf(LimitsFrame.CanId).Sent);
            Assert.AreEqual(2, rig.Schedule.StatisticsOf(LimitsFrame.CanId).Failed);
        }

        [TestMethod]
        public void Set_ReportChangesMeanwhile_StillCarriesTheOldValues()
        {
            ScheduleRig rig = ScheduleRig.SolArk(Cadence.Broadcast);
            rig.RunTo(0L);
            rig.Report.SocPermille = 990;

            rig.RunTo(40L);
            Assert.AreEqual("0E00640000000000", Hex.Of(rig.Bus.Last));

            rig.RunTo(1040L);
            Assert.AreEqual("6300640000000000", Hex.Of(rig.Bus.Last));
        }

        [TestMethod]
        public void Order_WithoutCapacity_LeavesOnlyThatFrameOut()
        {
            DialectSettings dialect = Dialects.Create("sol-ark");
            dialect.SendsCapacity = false;
            ScheduleRig rig = new ScheduleRig(dialect, Cadence.Broadcast, 1u);

            rig.RunTo(999L);

            Assert.AreEqual(6, rig.Bus.Count);
            Assert.AreEqual(0, rig.Bus.CountOf(CapacityFrame.CanId));
        }

        [TestMethod]
        public void Gap_Zero_SendsTheSetAtOnce()
        {
            DialectSettings dialect = Dialects.Create("sol-ark");
            dialect.GapMilliseconds = 0;
            ScheduleRig rig = new ScheduleRig(dialect, Cadence.Broadcast, 1u);

            rig.RunTo(0L);

            Assert.AreEqual(7, rig.Bus.Count);
        }

        [TestMethod]
        public void Stop_InTheMiddleOfASet_FallsSilent()
        {
            ScheduleRig rig = ScheduleRig.SolArk(Cadence.Broadcast);
            rig.RunTo(45L);

            rig.Schedule.Stop();
            rig.RunTo(10000L);

            Assert.AreEqual(3, rig.Bus.Count);
        }

        [TestMethod]
        public void Statistics_ThreeSets_GiveTheMeasuredPeriod()
        {
            ScheduleRig rig = ScheduleRig.SolArk(Cadence.Broadcast);
            rig.RunTo(2999L);

            FrameStatistics limits = rig.Schedule.StatisticsOf(LimitsFrame.CanId);
            Assert.AreEqual(3, limits.Sent);
            Assert.AreEqual(1000, limits.PeriodMinMilliseconds);
            Assert.AreEqual(1000, limits.PeriodMeanMilliseconds);
            Assert.AreEqual(1000, limits.PeriodMaxMilliseconds);
            Assert.AreEqual("1402740E740ECC01", Hex.Of(limits.LastFrame));
            Assert.IsNull(rig.Schedule.StatisticsOf(0x305u));
        }
    }
}
