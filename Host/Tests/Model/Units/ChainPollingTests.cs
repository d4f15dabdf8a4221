using System;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;
using Xunit;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>A master that polls its chain: whom it asks and when, whom it finds, loses and forgets.</summary>
    public class ChainPollingTests
    {
        // Addresses 1 to 15, master 1: a place in the numbering is the address less 1.
        private const string Product = "sok-sk48v100";

        private readonly BatteryBank _bank;
        private readonly ChainMaster _chain;
        private int _scanned;
        private long _now;

        public ChainPollingTests()
            : this(ProfileCatalogue.Create(Product))
        {
        }

        private ChainPollingTests(BatteryProfile profile, int batteries = 4, uint seed = 7)
        {
            _bank = new BatteryBank(profile, batteries, new Prng(1));
            _bank.SkipToRunning(0);
            _chain = new ChainMaster(_bank, new Prng(seed));
            _chain.Start(0, false, 0);
        }

        [Fact]
        public void Start_KnowsItselfAtOnce_AndNobodyElseBeforeTheFirstRound()
        {
            Assert.Equal([0], Online());
            Assert.False(_chain.IsReady);
            Assert.Equal(15, _chain.SlotCount);
            _chain.SkipFirstRound(0);
            Assert.True(_chain.IsReady);
            Assert.Equal([0, 1, 2, 3], Online());
        }

        [Fact]
        public void FirstRound_AsksEveryAddress_AndLaterOnesThoseThatAnsweredAndOneMore()
        {
            // Three answers and eleven silences; then three answers and one silence, for each address in turn but for those that answer.
            Assert.Equal((15 * 130) + 1000, _chain.NextEventMilliseconds);
            Assert.Equal([187L, 187, 187, .. Enumerable.Repeat(500L, 11)], Round());
            for (int round = 2; round <= 30; round++)
            {
                Assert.Equal(((round - 1) % 14) + 1 <= 3 ? [187L, 187, 187] : [187L, 187, 187, 500], Round());
            }
        }

        // Two silences of half a second are a round as long as the least time between two: the next one follows a millisecond later.
        [Fact]
        public void Round_ThatTookASecond_IsFollowedByTheNextOne()
        {
            var chain = new ChainPollingTests(ProfileCatalogue.Create(Product), 2);
            chain.Rounds(2);
            chain.Silence(1);
            long start = chain._chain.NextEventMilliseconds;
            Assert.Equal([500L, 500], chain.Round());
            Assert.Equal(start + 1001, chain._chain.NextEventMilliseconds);
        }

        [Fact]
        public void Version_GrowsWhenABatteryIsFoundLostOrForgottenAndOnlyThen()
        {
            int start = _chain.Version;
            Round();
            Assert.Equal(start + 3, _chain.Version);
            Rounds(20);
            Assert.Equal(start + 3, _chain.Version);
            Silence(2);
            Rounds(2);
            Assert.Equal([0, 1, 2, 3], Online());
            Assert.Equal(start + 3, _chain.Version);
            Rounds(1);
            Assert.Equal([0, 1, 3], Online());
            Assert.True(BatteryView.IsLost(_chain.ViewAt(2)));
            Assert.Equal(start + 4, _chain.Version);
            Rounds(20);
            Assert.Equal(start + 4, _chain.Version);
            _bank.ModuleAt(2).Reply = ReplyKind.Normal;
            _bank.Refresh(_now);
            Rounds(1);
            Assert.Equal([0, 1, 2, 3], Online());
            Assert.Equal(start + 5, _chain.Version);
            _chain.Stop();
            Assert.True(_chain.Version > start + 5);
        }

        [Fact]
        public void Stop_KnowsNothingAndAsksNobody()
        {
            Rounds(1);
            _chain.Stop();
            Assert.False(_chain.IsReady);
            Assert.Equal(long.MaxValue, _chain.NextEventMilliseconds);
        }

        [Fact]
        public void Restart_ForgetsEverybody_SoThatNobodyIsLost()
        {
            Rounds(1);
            Silence(1);
            _bank.Wiring.SetLink(1, false);
            _bank.Refresh(_now);
            Rounds(1);
            int before = _chain.Version;
            _chain.Start(0, false, _now);
            Assert.True(_chain.Version > before);
            Assert.False(_chain.IsReady);
            Rounds(5);
            Assert.Equal([0], Online());
            Assert.All(Enumerable.Range(0, 15), slot => Assert.False(BatteryView.IsLost(_chain.ViewAt(slot))));
        }

        [Fact]
        public void Alone_LooksAtItselfEverySecondAndAsksNobody()
        {
            _chain.Start(0, true, 0);
            Assert.True(_chain.IsReady);
            for (int second = 1; second <= 3; second++)
            {
                Assert.Equal(second * 1000, _chain.NextEventMilliseconds);
                _bank.ModuleAt(0).SetSohPermille(900 - second);
                _chain.Run(_chain.NextEventMilliseconds);
                Assert.Equal(900 - second, _chain.ViewAt(0)[BatteryAnswer.SohPermille]);
                Assert.Equal([0], Online());
            }

            _chain.Start(0, true, 0);
            _chain.SkipFirstRound(0);
            Assert.Equal([0], Online());
        }

        // Whatever its address, and however long the master has been asking in vain.
        [Fact]
        public void Riser_Late_IsFoundWithinOneTurnOfTheAddresses()
        {
            for (int address = 2; address <= 15; address++)
            {
                var late = new ChainPollingTests(ProfileCatalogue.Create(Product), 2);
                late._bank.ModuleAt(1).DipSwitch.Set(address);
                late._bank.ModuleAt(1).Power.Sleep();
                late._bank.Refresh(0);
                late.Rounds(40);
                Assert.Equal([0], late.Online());
                late._bank.SkipToRunning(late._now);
                late.Rounds(14);
                Assert.Equal([0, address - 1], late.Online());
            }
        }

        // Four switches show up to 15; a chain whose addresses end at 8 has no place for the others, nor one that starts at 1 for a 0.
        [Theory]
        [InlineData(0, false)]
        [InlineData(2, true)]
        [InlineData(8, true)]
        [InlineData(9, false)]
        [InlineData(15, false)]
        public void Address_BesideTheChain_IsNobodys(int address, bool isFound)
        {
            var chain = new ChainPollingTests(TestProfiles.With(Product, (ProfileKey.AddressMax, 8)), 2);
            chain._bank.ModuleAt(1).DipSwitch.Set(address);
            chain._bank.SkipToRunning(0);
            chain.Rounds(12);
            Assert.Equal(isFound ? [0, address - 1] : [0], chain.Online());
        }

        // Two answers at once: a draw that is even garbles both, a second one that is even lets the last of the chain through. A single answer
        // takes no draw.
        [Theory]
        [InlineData(7)]
        [InlineData(8)]
        public void Collision_IsGarbledOrOneOfTheTwo_AsTheSeedHasIt(uint seed)
        {
            var chain = new ChainPollingTests(ProfileCatalogue.Create(Product), 4, seed);
            chain.Rounds(1);
            chain._bank.ModuleAt(2).DipSwitch.Set(2);
            chain._bank.SkipToRunning(chain._now);
            var draws = new Prng(seed);
            int[] outcomes = new int[3];
            int received = 1000;
            for (int round = 1; round <= 200; round++)
            {
                chain._bank.ModuleAt(1).SetSohPermille(round);
                chain._bank.ModuleAt(2).SetSohPermille(500 + round);
                chain.Rounds(1);
                int outcome = draws.Next() % 2 == 0 ? 0 : draws.Next() % 2 == 0 ? 2 : 1;
                received = outcome == 0 ? received : outcome == 1 ? round : 500 + round;
                outcomes[outcome]++;
                Assert.Equal(received, chain._chain.ViewAt(1)[BatteryAnswer.SohPermille]);
            }

            Assert.InRange(outcomes[0], 80, 120);
            Assert.InRange(outcomes[1], 30, 70);
            Assert.InRange(outcomes[2], 30, 70);
            Assert.Equal([0, 3], chain.Online().Where(static slot => slot != 1));
        }

        private void Silence(int battery)
        {
            _bank.ModuleAt(battery).Reply = ReplyKind.Silent;
            _bank.Refresh(_now);
        }

        private int[] Online() => [.. Enumerable.Range(0, _chain.SlotCount).Where(slot => BatteryView.IsOnline(_chain.ViewAt(slot)))];

        private void Rounds(int count)
        {
            for (int round = 0; round < count; round++)
            {
                _ = Round();
            }
        }

        // What the questions of one round took, each with its answer or in vain, ms: in the first one every address is asked, later those that
        // are known and one more in turn. The next round begins a second after this one, or a millisecond after its end where it took longer.
        private long[] Round()
        {
            long begin = _chain.NextEventMilliseconds;
            _scanned = (_scanned % (_chain.SlotCount - 1)) + 1;
            bool isFirst = !_chain.IsReady;
            int count = Enumerable.Range(1, _chain.SlotCount - 1)
                .Count(slot => isFirst || slot == _scanned || BatteryView.IsKnown(_chain.ViewAt(slot)));
            _chain.Run(begin);
            _now = begin;
            long[] took = new long[count];
            for (int question = 0; question < count; question++)
            {
                took[question] = _chain.NextEventMilliseconds - _now;
                _now = _chain.NextEventMilliseconds;
                _chain.Run(_now);
            }

            Assert.Equal(Math.Max(begin + 1000, _now + 1), _chain.NextEventMilliseconds);
            return took;
        }
    }
}
