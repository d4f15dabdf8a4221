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

        [DataRow(49, 0)]
        [DataRow(50, 1)]
        [DataRow(-1, 0)]
        [DataRow(-50, 0)]
        [DataRow(3276749, 32767)]
        [DataRow(3276750, 32767)]
        [DataRow(int.MaxValue, 32767)]
        [DataRow(int.MinValue, 0)]
        public void DeciPositiveS16_Value_IsNeverNegative(int milli, int expected)
        {
            Assert.AreEqual(expected, Wire.DeciPositiveS16(milli));
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
        [DataRow(-5, 0)]
        [DataRow(53204, 5320)]
        [DataRow(53205, 5321)]
        [DataRow(327674, 32767)]
        [DataRow(327675, 32767)]
        [DataRow(int.MaxValue, 32767)]
        [DataRow(int.MinValue, 0)]
        public void CentiPositiveS16_Value_IsNeverNegative(int milli, int expected)
        {
            Assert.AreEqual(expected, Wire.CentiPositiveS16(milli));
        }

        [DataRow(-400, -400)]
        [DataRow(-401, -400)]
        [DataRow(1000, 1000)]
        [DataRow(1001, 1000)]
        [DataRow(int.MinValue, -400)]
        public void TemperatureS16_Value_StaysInTheProtocolsRange(int decidegrees, int expected)
        {
            Assert.AreEqual(expected, Wire.TemperatureS16(decidegrees));
        }

        [DataRow(-1, 0, 0)]
        [DataRow(9, 0, 90)]
        [DataRow(10, 1, 100)]
        [DataRow(999, 99, 9990)]
        [DataRow(1000, 100, 10000)]
        [DataRow(1001, 100, 10000)]
        public void Percent_Value_IsHundredOnlyWhenFull(int permille, int percent, int centiPercent)
        {
            Assert.AreEqual(percent, Wire.PercentDown(permille));
            Assert.AreEqual(centiPercent, Wire.CentiPercent(permille));
        }

        [DataRow(0, 1)]
        [DataRow(1499, 1)]
        [DataRow(1500, 2)]
        [DataRow(65535499, 65535)]
        [DataRow(65535500, 65535)]
        [DataRow(int.MaxValue, 65535)]
        [DataRow(-1, 1)]
        public void AmpereHoursU16_Value_IsNeverZero(int milliampereHours, int expected)
        {
            Assert.AreEqual(expected, Wire.AmpereHoursU16(milliampereHours));
        }

        [DataRow(0, 1)]
        [DataRow(1, 1)]
        [DataRow(255, 255)]
        [DataRow(256, 255)]
        [DataRow(-7, 1)]
        public void CountU8_Value_FitsAByteAndIsNeverZero(int value, int expected)
        {
            Assert.AreEqual(expected, Wire.CountU8(value));
        }
    }
}
