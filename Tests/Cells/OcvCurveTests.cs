using BatterySim.Bms.Cells;
using nanoFramework.TestFramework;

namespace BatterySim.Tests.Cells
{
    [TestClass]
    public class OcvCurveTests
    {
        // The table of Libre Solar's bms-firmware for LFP.
        [DataRow(0, 2833)]
        [DataRow(5, 3132)]
        [DataRow(10, 3177)]
        [DataRow(20, 3213)]
        [DataRow(45, 3264)]
        [DataRow(50, 3265)]
        [DataRow(70, 3283)]
        [DataRow(90, 3309)]
        [DataRow(95, 3314)]
        [DataRow(100, 3392)]
        public void MillivoltsAt_PublishedPoint_IsThePublishedVoltage(int socPercent, int millivolts)
        {
            float shown = OcvCurve.CreateLfp().MillivoltsAt(socPercent / 100f);

            Assert.AreEqual(millivolts, (int)(shown + 0.5f));
        }

        [TestMethod]
        public void MillivoltsAt_HalfwayBetweenPoints_IsTheirMean()
        {
            float shown = OcvCurve.CreateLfp().MillivoltsAt(0.975f);

            Assert.AreEqual((3314 + 3392) / 2, (int)(shown + 0.5f));
        }

        [TestMethod]
        public void MillivoltsAt_RisingSoc_NeverFalls()
        {
            OcvCurve curve = OcvCurve.CreateLfp();
            float last = curve.MillivoltsAt(0f);
            for (int permille = 1; permille <= 1000; permille++)
            {
                float next = curve.MillivoltsAt(permille / 1000f);
                Assert.IsTrue(next >= last - 0.001f);
                last = next;
            }
        }
    }
}
