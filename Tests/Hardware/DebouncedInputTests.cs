using BatterySim.Hardware;
using nanoFramework.TestFramework;

namespace BatterySim.Tests.Hardware
{
    [TestClass]
    public class DebouncedInputTests
    {
        [TestMethod]
        public void Look_ContactBouncesThenRests_ChangesOnce()
        {
            FakePin pin = new FakePin();
            pin.IsHigh = true;
            DebouncedInput button = new DebouncedInput(pin, false);
            int changes = 0;
            string bounces = "LHLLHLHLLLLLLL";
            for (int index = 0; index < bounces.Length; index++)
            {
                pin.IsHigh = bounces[index] == 'H';
                changes += button.Look(10) ? 1 : 0;
            }

            Assert.AreEqual(1, changes);
            Assert.IsTrue(button.IsActive);
        }

        [TestMethod]
        public void Look_PulseShorterThanTheRest_IsNotSeen()
        {
            FakePin pin = new FakePin();
            pin.IsHigh = true;
            DebouncedInput button = new DebouncedInput(pin, false);
            pin.IsHigh = false;
            Assert.IsFalse(button.Look(10));
            Assert.IsFalse(button.Look(10));
            pin.IsHigh = true;
            Assert.IsFalse(button.Look(10));
            Assert.IsFalse(button.IsActive);
        }

        // A button that hangs while power comes on is not a press.
        [TestMethod]
        public void Look_ContactClosedFromTheStart_ChangesWhenItOpens()
        {
            DebouncedInput button = new DebouncedInput(new FakePin(), false);
            Assert.IsTrue(button.IsActive);
            Assert.IsFalse(button.Look(1000));
        }
    }
}
