using BatterySim.Bms.Protocol;
using nanoFramework.TestFramework;

namespace BatterySim.Tests.Can
{
    /// <summary>Every conversion at both sides of every step and limit.</summary>
    [TestClass]
    public class WireTests
    {
        [DataRow(49, 0)]
        [DataRow(50, 1)]
        [DataRow(149, 1)]
        [DataRow(150, 2)]
        [DataRow(-49, 0)]
        [DataRow(-50, -1)]
        [DataRow(3276749, 32767)]
        [DataRow(3276750, 32767)]
        [DataRow(-3276749, -32767)]
        [DataRow(-3276750, -32767)]
        [DataRow(int.MaxValue, 32767)]
        [DataRow(int.MinValue, -32767)]
        public void DeciS16_Value_IsRoundedThenClamped(int milli, int expected)
        {
            Assert.AreEqual(expected, Wire.DeciS16(milli));
        }

        [DataRow(-50, 0)]
        [DataRow(53249, 532)]
        [DataRow(53250, 533)]
        [DataRow(6553549, 65535)]
        [DataRow(6553550, 65535)]
        [DataRow(int.MaxValue, 65535)]
        [DataRow(int.MinValue, 0)]
        public void DeciU16_Value_IsRoundedThenClamped(int milli, int expected)
        {
            Assert.AreEqual(expected, Wire.DeciU16(milli));
        }

        [DataRow(4, 0)]
        [DataRow(5, 1)]
        [DataRow(-4, 0)]
        [DataRow(-5, -1)]
        [DataRow(53204, 5320)]
        [DataRow(53205, 5321)]
        [DataRow(327674, 32767)]
        [DataRow(327675, 32767)]
        [DataRow(int.MaxValue, 32767)]
        [DataRow(int.MinValue, -32767)]
        public void CentiS16_Value_IsRoundedThenClamped(int milli, int expected)
        {
            Assert.AreEqual(expected, Wire.CentiS16(milli));
        }

        [DataRow(int.MinValue, 0, 0)]
        [DataRow(-1, 0, 0)]
        [DataRow(9, 0, 90)]
        [DataRow(10, 1, 100)]
        [DataRow(999, 99, 9990)]
        [DataRow(1000, 100, 10000)]
        [DataRow(1200, 120, 12000)]
        [DataRow(6553, 655, 65530)]
        [DataRow(6554, 655, 65535)]
        [DataRow(655359, 65535, 65535)]
        [DataRow(655360, 65535, 65535)]
        [DataRow(int.MaxValue, 65535, 65535)]
        public void Percent_Value_FillsItsField(int permille, int percent, int centiPercent)
        {
            Assert.AreEqual(percent, Wire.PercentU16(permille));
            Assert.AreEqual(centiPercent, Wire.CentiPercentU16(permille));
        }

        [DataRow(0, 0)]
        [DataRow(499, 0)]
        [DataRow(500, 1)]
        [DataRow(1499, 1)]
        [DataRow(1500, 2)]
        [DataRow(65535499, 65535)]
        [DataRow(65535500, 65535)]
        [DataRow(int.MaxValue, 65535)]
        [DataRow(-1, 0)]
        public void AmpereHoursU16_Value_IsRoundedThenClamped(int milliampereHours, int expected)
        {
            Assert.AreEqual(expected, Wire.AmpereHoursU16(milliampereHours));
        }

        [DataRow(0, 0)]
        [DataRow(1, 1)]
        [DataRow(255, 255)]
        [DataRow(256, 255)]
        [DataRow(-7, 0)]
        public void ClampU8_Value_FitsAByte(int value, int expected)
        {
            Assert.AreEqual(expected, Wire.ClampU8(value));
        }
    }
}
