using BatterySim.Hardware;
using nanoFramework.TestFramework;

namespace BatterySim.Tests.Hardware
{
    /// <summary>What a person sees in one second of 10 ms looks: time lit and number of blinks.</summary>
    [TestClass]
    public class PanelLedsTests
    {
        [DataRow((int)PanelState.Asleep, false, false, 0, 0)]
        [DataRow((int)PanelState.Ready, false, false, 250, 0)]
        [DataRow((int)PanelState.Discharging, false, false, 1000, 0)]
        [DataRow((int)PanelState.Discharging, true, false, 1000, 500)]
        [DataRow((int)PanelState.Discharging, true, true, 1000, 1000)]
        [DataRow((int)PanelState.Ready, false, true, 250, 1000)]
        [DataRow((int)PanelState.Asleep, true, true, 0, 0)]
        public void Show_StateForASecond_LightsAsOnAPacePanel(int state, bool hasAlarm, bool hasProtection, int runLit, int alarmLit)
        {
            FakePin run = new FakePin();
            FakePin alarm = new FakePin();
            PanelLeds LEDs = new PanelLeds(run, alarm, false);
            LEDs.State = (PanelState)state;
            LEDs.HasAlarm = hasAlarm;
            LEDs.HasProtection = hasProtection;
            int runTime = 0;
            int alarmTime = 0;
            for (int look = 0; look < 100; look++)
            {
                LEDs.Show(10);
                runTime += run.IsHigh ? 10 : 0;
                alarmTime += alarm.IsHigh ? 10 : 0;
            }

            Assert.AreEqual(runLit, runTime);
            Assert.AreEqual(alarmLit, alarmTime);
        }

        [DataRow(0, 1)]
        [DataRow(200, 1)]
        [DataRow(201, 2)]
        [DataRow(500, 3)]
        [DataRow(1000, 5)]
        public void ShowSoc_Asked_BlinksOnceForEachFifthThatHasBegun(int permille, int blinks)
        {
            FakePin run = new FakePin();
            PanelLeds LEDs = new PanelLeds(run, new FakePin(), false);
            LEDs.ShowSoc(permille);
            int seen = 0;
            bool wasLit = false;
            for (int look = 0; look < 500; look++)
            {
                LEDs.Show(10);
                seen += run.IsHigh && !wasLit ? 1 : 0;
                wasLit = run.IsHigh;
            }

            Assert.AreEqual(blinks, seen);
        }

        [TestMethod]
        public void Show_ActiveLow_DrivesTheOtherLevel()
        {
            FakePin run = new FakePin();
            FakePin alarm = new FakePin();
            PanelLeds LEDs = new PanelLeds(run, alarm, true);
            Assert.IsTrue(run.IsHigh);

            LEDs.State = PanelState.Discharging;
            LEDs.Show(10);
            Assert.IsFalse(run.IsHigh);
            Assert.IsTrue(alarm.IsHigh);
        }

        [TestMethod]
        public void Show_ControllerGone_BlinksBothTogether()
        {
            FakePin run = new FakePin();
            FakePin alarm = new FakePin();
            PanelLeds LEDs = new PanelLeds(run, alarm, false);
            LEDs.IsControllerGone = true;
            for (int look = 0; look < 100; look++)
            {
                LEDs.Show(10);
                Assert.AreEqual(run.IsHigh, alarm.IsHigh);
            }

            Assert.IsTrue(run.WriteCount >= 10);
        }

        [DataRow(2999, false, false)]
        [DataRow(3000, false, true)]
        [DataRow(5999, false, true)]
        [DataRow(6000, true, true)]
        public void Show_ResetHeld_TellsWhenToLetGo(int held, bool runLit, bool alarmLit)
        {
            FakePin run = new FakePin();
            FakePin alarm = new FakePin();
            PanelLeds LEDs = new PanelLeds(run, alarm, false);
            LEDs.HeldMilliseconds = held;
            LEDs.Show(10);

            Assert.AreEqual(runLit, run.IsHigh);
            Assert.AreEqual(alarmLit, alarm.IsHigh);
        }
    }
}
