using BatterySim.Bms;
using nanoFramework.TestFramework;

namespace BatterySim.Tests
{
    [TestClass]
    public class PrngTests
    {
        // Marsaglia, "Xorshift RNGs", 2003: y = 2463534242, shifts 13, 17, 5.
        [TestMethod]
        public void Next_MarsagliasSeed_GivesThePublishedSequence()
        {
            Prng random = new Prng(2463534242u);

            Assert.AreEqual(723471715u, random.Next());
            Assert.AreEqual(2497366906u, random.Next());
            Assert.AreEqual(2064144800u, random.Next());
            Assert.AreEqual(2008045182u, random.Next());
            Assert.AreEqual(3532304609u, random.Next());
        }

        [TestMethod]
        public void Next_SeedOne_GivesTheSequenceWorkedOutByHand()
        {
            Prng random = new Prng(1u);

            Assert.AreEqual(270369u, random.Next());
            Assert.AreEqual(67634689u, random.Next());
        }

        [TestMethod]
        public void Next_SeedZero_DoesNotStickAtZero()
        {
            Prng random = new Prng(0u);

            Assert.AreNotEqual(0u, random.Next());
            Assert.AreNotEqual(random.Next(), random.Next());
        }

        [DataRow(0, 3)]
        [DataRow(-2, 1)]
        [DataRow(1000, 1003)]
        public void Between_ManyDraws_ReachBothEndsAndNothingOutside(int low, int high)
        {
            Prng random = new Prng(7u);
            int least = int.MaxValue;
            int most = int.MinValue;
            for (int draw = 0; draw < 500; draw++)
            {
                int value = random.Between(low, high);
                least = value < least ? value : least;
                most = value > most ? value : most;
            }

            Assert.AreEqual(low, least);
            Assert.AreEqual(high, most);
        }

        [TestMethod]
        public void Between_EmptyRange_GivesItsLowEnd()
        {
            Prng random = new Prng(7u);

            Assert.AreEqual(5, random.Between(5, 5));
            Assert.AreEqual(5, random.Between(5, 4));
        }

        [TestMethod]
        public void Between_WholeRangeOfInt_GivesBothSigns()
        {
            Prng random = new Prng(7u);
            bool sawNegative = false;
            bool sawPositive = false;
            for (int draw = 0; draw < 64; draw++)
            {
                int value = random.Between(int.MinValue, int.MaxValue);
                sawNegative |= value < 0;
                sawPositive |= value > 0;
            }

            Assert.IsTrue(sawNegative && sawPositive);
        }
    }
}
