using BatterySim.Bms.Cells;
using nanoFramework.TestFramework;

namespace BatterySim.Tests.Cells
{
    [TestClass]
    public class OcvCurveTests
    {
        // Gotion IFP28148115A at rest at 25 degrees.
        [DataRow(0, 2928)]
        [DataRow(5, 3180)]
        [DataRow(10, 3210)]
        [DataRow(20, 3253)]
        [DataRow(45, 3289)]
        [DataRow(50, 3290)]
        [DataRow(70, 3327)]
        [DataRow(90, 3328)]
        [DataRow(95, 3329)]
        [DataRow(100, 3375)]
        public void MillivoltsAt_PublishedPoint_IsThePublishedVoltage(int socPercent, int millivolts)
        {
            float shown = OcvCurve.CreateLfp().MillivoltsAt(socPercent / 100f);

            Assert.AreEqual(millivolts, (int)(shown + 0.5f));
        }

        [TestMethod]
        public void MillivoltsAt_HalfwayBetweenPoints_IsTheirMean()
        {
            float shown = OcvCurve.CreateLfp().MillivoltsAt(0.575f);

            Assert.AreEqual((3294 + 3310) / 2, (int)(shown + 0.5f));
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
