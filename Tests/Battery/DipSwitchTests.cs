using BatterySim.Bms.Battery;
using nanoFramework.TestFramework;

namespace BatterySim.Tests.Battery
{
    [TestClass]
    public class DipSwitchTests
    {
        [TestMethod]
        public void Set_EachOfSixteenValues_ShowsItsBitsInEitherOrder()
        {
            for (int value = 0; value < 16; value++)
            {
                DipSwitch upward = new DipSwitch(4, true);
                DipSwitch downward = new DipSwitch(4, false);
                upward.Set(value);
                downward.Set(value);

                Assert.AreEqual(value, upward.Value);
                Assert.AreEqual(value, downward.Value);
                for (int number = 1; number <= 4; number++)
                {
                    Assert.AreEqual(((value >> (number - 1)) & 1) != 0, upward.IsOn(number));
                    Assert.AreEqual(((value >> (4 - number)) & 1) != 0, downward.IsOn(number));
                }
            }
        }

        [TestMethod]
        public void Value_EachOfSixteenPositions_CountsTheSwitchesThatAreOn()
        {
            for (int position = 0; position < 16; position++)
            {
                DipSwitch dip = new DipSwitch(4, true);
                int expected = 0;
                for (int number = 1; number <= 4; number++)
                {
                    bool isOn = (position & (1 << (number - 1))) != 0;
                    dip.Set(number, isOn);
                    expected += isOn ? 1 << (number - 1) : 0;
                }

                Assert.AreEqual(expected, dip.Value);
            }
        }

        // Sol-Ark knowledge base, SOK: 13 is ON, OFF, ON, ON.
        [TestMethod]
        public void Set_ThirteenOnSok_IsOnOffOnOn()
        {
            DipSwitch dip = new DipSwitch(4, true);
            dip.Set(13);

            Assert.IsTrue(dip.IsOn(1));
            Assert.IsFalse(dip.IsOn(2));
            Assert.IsTrue(dip.IsOn(3));
            Assert.IsTrue(dip.IsOn(4));
        }

        // Palindromes hide that an installer reads the switches backwards.
        [DataRow(1, 8)]
        [DataRow(2, 4)]
        [DataRow(3, 12)]
        [DataRow(5, 10)]
        [DataRow(7, 14)]
        [DataRow(11, 13)]
        [DataRow(0, 0)]
        [DataRow(6, 6)]
        [DataRow(9, 9)]
        [DataRow(15, 15)]
        public void Value_SetBackwards_IsTheMirroredNumber(int meant, int shown)
        {
            DipSwitch installer = new DipSwitch(4, false);
            DipSwitch battery = new DipSwitch(4, true);
            installer.Set(meant);
            for (int number = 1; number <= 4; number++)
            {
                battery.Set(number, installer.IsOn(number));
            }

            Assert.AreEqual(shown, battery.Value);
        }

        [DataRow(16, 0)]
        [DataRow(17, 1)]
        public void Set_MoreThanTheSwitchesShow_LosesTheUpperBits(int value, int shown)
        {
            DipSwitch dip = new DipSwitch(4, true);
            dip.Set(value);

            Assert.AreEqual(shown, dip.Value);
        }

        [TestMethod]
        public void Value_NoSwitches_IsZero()
        {
            DipSwitch dip = new DipSwitch(0, true);
            dip.Set(5);

            Assert.AreEqual(0, dip.Value);
        }
    }
}
