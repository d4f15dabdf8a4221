using System.Linq;
using BatterySim.Host.Inverter;
using Xunit;

namespace BatterySim.Host.Tests.Inverter
{
    public class LifeTests
    {
        private const long Hour = 3_600_000;

        [Fact]
        public void Power_OffAndOn_ForgetsTheBatteryAndBeginsAnew()
        {
            var bench = new InverterBench(new InverterSettings { LoadWatts = 2600 });
            bench.KeepReceiving(10);
            bench.Inverter.SetPower(false);
            Assert.Equal(InverterState.Off, bench.Inverter.State);
            Assert.Equal(0, bench.Inverter.CurrentMilliamps);
            int sent = bench.Sent.Count;
            bench.KeepReceiving(60);
            Assert.Equal(sent, bench.Sent.Count);
            Assert.Equal(InverterFault.None, bench.Inverter.Fault);
            Assert.False(bench.Inverter.BmsData.SocPermille.IsKnown);
            Assert.Equal("", bench.Inverter.BmsData.Name);

            bench.Inverter.SetPower(true);
            Assert.Equal(InverterState.WaitingForBms, bench.Inverter.State);
            bench.KeepReceiving(5);
            Assert.Equal(-50_000, bench.Inverter.CurrentMilliamps);
        }

        [Fact]
        public void Power_OffAndOnDuringF58_CountsTheTenSecondsAgain()
        {
            var bench = new InverterBench();
            bench.AdvanceTo(20_000);
            Assert.Equal(InverterFault.BmsCommunication, bench.Inverter.Fault);
            bench.Inverter.SetPower(false);
            bench.Inverter.SetPower(true);
            Assert.Equal(InverterFault.None, bench.Inverter.Fault);
            bench.AdvanceTo(30_000);
            Assert.Equal(InverterFault.None, bench.Inverter.Fault);
            bench.AdvanceTo(30_001);
            Assert.Equal(InverterFault.BmsCommunication, bench.Inverter.Fault);
        }

        [Theory]
        [InlineData(true, InverterFault.BmsCommunication)]
        [InlineData(false, InverterFault.None)]
        public void ColdStart_BankThatHasNotSpokenYet_IsSilentOnlyIfPowerUpCounts(bool counts, InverterFault expected)
        {
            var bench = new InverterBench(new InverterSettings { Quirks = { CountsSilenceFromPowerUp = counts } });
            bench.AdvanceTo(15_000);
            Assert.Equal(expected, bench.Inverter.Fault);
            Assert.Equal(counts ? InverterState.Fault : InverterState.WaitingForBms, bench.Inverter.State);
            bench.ReceiveBurst();
            bench.AdvanceTo(30_000);
            Assert.Equal(InverterFault.BmsCommunication, bench.Inverter.Fault);
        }

        [Theory]
        [InlineData(false, InverterFault.None)]
        [InlineData(true, InverterFault.BmsCommunication)]
        public void ColdStart_EarlyF58_StaysForRestartWhereItIsSaidTo(bool stays, InverterFault afterCheck)
        {
            var bench = new InverterBench(new InverterSettings { Quirks = { EarlyFaultNeedsRestart = stays } });
            bench.AdvanceTo(15_000);
            bench.KeepReceiving(400);
            Assert.Equal(afterCheck, bench.Inverter.Fault);
            bench.Inverter.SetPower(false);
            bench.Inverter.SetPower(true);
            bench.KeepReceiving(400);
            Assert.Equal(InverterFault.None, bench.Inverter.Fault);
        }

        [Fact]
        public void Step_AfterStartUp_AllocatesNothing()
        {
            var bench = new InverterBench(new InverterSettings { LoadWatts = 2600, Quirks = { LateReplies = true } });
            bench.KeepReceiving(20);
            long before = System.GC.GetAllocatedBytesForCurrentThread();
            bench.AdvanceTo(bench.Inverter.NowMilliseconds + 5000);
            Assert.Equal(before, System.GC.GetAllocatedBytesForCurrentThread());
        }

        [Fact]
        public void BmsErrStop_TurnedOffAndOnWhileSilent_EndsAndRaisesF58()
        {
            var bench = new InverterBench();
            bench.ReceiveBurst();
            bench.AdvanceTo(15_000);
            Assert.Equal(InverterFault.BmsCommunication, bench.Inverter.Fault);
            bench.Inverter.Settings.StopsOnBmsError = false;
            bench.AdvanceTo(15_100);
            Assert.Equal(InverterState.Normal, bench.Inverter.State);
            bench.Inverter.Settings.StopsOnBmsError = true;
            bench.AdvanceTo(15_200);
            Assert.Equal(InverterFault.BmsCommunication, bench.Inverter.Fault);
        }

        [Fact]
        public void BmsLithiumBattOff_NeitherListensNorAnswersNorFaults()
        {
            var bench = new InverterBench(new InverterSettings { UsesBms = false, SolarWatts = 52_000, AbsorptionMillivolts = 56_400 });
            bench.KeepReceiving(60, "300200000000C001");
            Assert.Empty(bench.Sent);
            Assert.False(bench.Inverter.BmsData.SocPermille.IsKnown);
            Assert.Equal(InverterFault.None, bench.Inverter.Fault);
            Assert.Equal(185_000, bench.Inverter.CurrentMilliamps);
            Assert.Equal(56_400, bench.Inverter.ChargeTargetMillivolts);
        }

        [Theory]
        [InlineData(BatteryFrames.Least, InverterState.Normal)]
        [InlineData(BatteryFrames.None, InverterState.Normal)]
        [InlineData(BatteryFrames.Least | BatteryFrames.Requests, InverterState.Normal)]
        [InlineData(BatteryFrames.Least | BatteryFrames.Name, InverterState.WaitingForBms)]
        [InlineData(BatteryFrames.All, InverterState.WaitingForBms)]
        public void MandatoryFrames_OneNeverReceived_KeepsTheInverterWaiting(BatteryFrames mandatory, InverterState expected)
        {
            var bench = new InverterBench(new InverterSettings { Quirks = { MandatoryFrames = mandatory } });
            bench.KeepReceiving(5);
            Assert.Equal(expected, bench.Inverter.State);
            bench.OnReceived(0x35E, "50594C4F4E202020");
            bench.OnReceived(0x379, "9001000000000000");
            Assert.Equal(InverterState.Normal, bench.Inverter.State);
        }

        [Theory]
        [InlineData(false, InverterFault.None)]
        [InlineData(true, InverterFault.BmsCommunication)]
        public void MandatoryFrame_FallsSilentAlone_IsF58OnlyWhereEachIsWatched(bool watches, InverterFault expected)
        {
            var bench = new InverterBench(new InverterSettings { Quirks = { WatchesEveryMandatoryFrame = watches } });
            bench.KeepReceiving(5);
            for (int second = 0; second < 15; second++)
            {
                bench.OnReceived(0x355, "3200640000000000");
                bench.OnReceived(0x356, "50140000FA000000");
                bench.AdvanceTo(bench.Inverter.NowMilliseconds + 1000);
            }

            Assert.Equal(expected, bench.Inverter.Fault);
        }

        // The name decides nothing (three sources): not even none, a stranger's or one with a binary tail.
        [Theory]
        [InlineData("")]
        [InlineData("4E4F424F44590000")]
        [InlineData("50594C4F4E1CFC08")]
        public void Name_Any_ChangesNothing(string hex)
        {
            var bench = new InverterBench(new InverterSettings { LoadWatts = 2600 });
            bench.OnReceived(0x35E, hex);
            bench.KeepReceiving(10);
            Assert.Equal(-50_000, bench.Inverter.CurrentMilliamps);
        }

        // esphome-jk-bms-can 48: more than 3 s every two hours, more than 5 s at midnight. 23:00 at the start.
        [Theory]
        [InlineData(false, 1000)]
        [InlineData(true, 5500)]
        public void LateReplies_AtMidnightAndEveryTwoHours_LeaveGaps(bool isLate, int longestMilliseconds)
        {
            var bench = new InverterBench(new InverterSettings { TimeOfDayMinutes = 23 * 60, Quirks = { LateReplies = isLate } });
            bench.KeepReceivingUntil(3 * Hour + 60_000);
            long[] times = [.. bench.Sent.Select(sent => sent.Milliseconds)];
            long[] gaps = [.. times.Zip(times.Skip(1), (first, second) => second - first)];
            Assert.InRange(gaps.Max(), longestMilliseconds - 500, longestMilliseconds + 1000);
            Assert.Equal(isLate ? 2 : 0, gaps.Count(gap => gap > 3000));
            Assert.Equal(isLate ? 1 : 0, gaps.Count(gap => gap > 5000));
            Assert.Equal(0, bench.Inverter.Faults.CountOf(InverterFault.BmsCommunication));
        }
    }
}
