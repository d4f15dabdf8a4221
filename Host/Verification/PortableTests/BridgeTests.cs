using System;
using System.Linq;
using BatterySim.PortableTests.Fixtures;
using TestFrameworkShared;
using Xunit;
using Claim = nanoFramework.TestFramework.Assert;

namespace BatterySim.PortableTests
{
    /// <summary>A failing portable test fails here: the stand-in and the bridge are tested before they are trusted.</summary>
    public class BridgeTests
    {
        public static TheoryData<Action> FalseClaims =>
        [
            () => Claim.AreEqual(true, false),
            () => Claim.AreEqual(1, 2),
            () => Claim.AreEqual(1L, 2L),
            () => Claim.AreEqual(1u, 2u),
            () => Claim.AreEqual("a", "b"),
            () => Claim.AreEqual("a", null),
            () => Claim.AreNotEqual(1u, 1u),
            () => Claim.IsTrue(false),
            () => Claim.IsFalse(true),
            () => Claim.IsNull(""),
            () => Claim.ThrowsException(typeof(ArgumentException), () => { }),
            () => Claim.ThrowsException(typeof(ArgumentException), () => throw new ArgumentNullException()),
        ];

        public static TheoryData<Action> TrueClaims =>
        [
            () => Claim.AreEqual(true, true),
            () => Claim.AreEqual(1, 1),
            () => Claim.AreEqual(1L, 1L),
            () => Claim.AreEqual(1u, 1u),
            () => Claim.AreEqual("a", "a"),
            () => Claim.AreNotEqual(1u, 2u),
            () => Claim.IsTrue(true),
            () => Claim.IsFalse(false),
            () => Claim.IsNull(null!),
            () => Claim.ThrowsException(typeof(ArgumentException), () => throw new ArgumentException("")),
        ];

        [Theory]
        [MemberData(nameof(FalseClaims), DisableDiscoveryEnumeration = true)]
        public void Assert_FalseClaim_Throws(Action claim)
        {
            Assert.Throws<AssertFailedException>(claim);
        }

        [Theory]
        [MemberData(nameof(TrueClaims), DisableDiscoveryEnumeration = true)]
        public void Assert_TrueClaim_IsSilent(Action claim)
        {
            Assert.Null(Record.Exception(claim));
        }

        [Theory]
        [InlineData("Passes()", null)]
        [InlineData("Fails()", typeof(AssertFailedException))]
        [InlineData("UsesInstanceState()", typeof(NullReferenceException))]
        [InlineData("HasRows(1, 1)", null)]
        [InlineData("HasRows(1, 2)", typeof(AssertFailedException))]
        [InlineData("HasARowOfAnotherType(1)", typeof(ArgumentException))]
        public void Run_SampleTest_EndsAsItWouldOnTheBoard(string name, Type? expected)
        {
            PortableTest test = PortableTestFinder.TestsOf(typeof(SampleTests))
                .Single(item => item.Name.EndsWith("." + name, StringComparison.Ordinal));

            Assert.Equal(expected, Record.Exception(test.Run)?.GetType());
        }

        [Fact]
        public void Find_SampleClass_FindsMarkedMethodsOncePerRow()
        {
            Assert.Equal(6, PortableTestFinder.TestsOf(typeof(SampleTests)).Count());
        }

        [Fact]
        public void Find_RealTests_HaveDistinctNames()
        {
            Assert.NotEmpty(PortableTestFinder.All);
            Assert.Equal(PortableTestFinder.All.Count, PortableTestFinder.All.Select(test => test.Name).Distinct().Count());
        }
    }
}
