using System;
using Xunit;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>The set with 0x35A and 0x35F in place of 0x359 and 0x35C, as captures of genuine packs have it.</summary>
    public class VictronSetTests
    {
        [Fact]
        public void Healthy_GenuinePack_SendsZerosAndTheRaisedPairOnly()
        {
            var rack = new Rack();
            rack.Bank.Execute("BANK:DIAL pylontech-v1.3");
            rack.Wait(2);
            Assert.Equal("0000000000000000", Convert.ToHexString(rack.LastOf(0x35A)));

            rack.Bank.Execute("FAUL:VAL:PROT 1;ALAR 2");
            rack.Wait(2);
            Assert.Equal("0400000010000000", Convert.ToHexString(rack.LastOf(0x35A)));
        }

        // BYD LVS, captured: AA in every byte; here 00 for what the bank does not watch.
        [Fact]
        public void Healthy_WithOkPairs_SaysSoOfWhatIsWatched()
        {
            var rack = new Rack();
            rack.Bank.Execute("BANK:DIAL pylontech-v1.3;:BANK:DIAL:OKP ON");
            rack.Wait(2);
            Assert.Equal("A8828200A8828200", Convert.ToHexString(rack.LastOf(0x35A)));
        }

        [Fact]
        public void Info_IsFilled()
        {
            var rack = new Rack(2);
            rack.Bank.Execute("BANK:DIAL pylontech-v1.3");
            rack.Wait(2);
            Assert.Equal("4C490101C8000000", Convert.ToHexString(rack.LastOf(0x35F)));
        }

        [Theory]
        [InlineData("CEN 0")]
        [InlineData("DEN 0")]
        [InlineData("FHIG 1")]
        [InlineData("FLOW 1")]
        [InlineData("FULL 1")]
        [InlineData("MOD 3")]
        public void Fault_ThatTheDialectCannotCarry_IsRefused(string fault)
        {
            var rack = new Rack();
            rack.Bank.Execute("BANK:DIAL pylontech-v1.3");
            rack.Bank.Execute("FAUL:VAL:" + fault);
            Assert.StartsWith("-221,\"Settings conflict;no frame of the dialect carries this; add #H35", rack.Bank.Execute("SYST:ERR?"), StringComparison.Ordinal);
            Assert.Equal("0", rack.Bank.Execute("FAUL:COUN?"));

            rack.Bank.Execute("BANK:DIAL sol-ark");
            rack.Bank.Execute("FAUL:VAL:" + fault);
            Assert.StartsWith("0,", rack.Bank.Execute("SYST:ERR?"), StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("deye", false)]
        [InlineData("sol-ark", true)]
        [InlineData("pylontech-v1.3", true)]
        public void Capacity_OnlyWhereAFrameHasIt_IsTaken(string dialect, bool isTaken)
        {
            var rack = new Rack();
            rack.Bank.Execute("BANK:DIAL " + dialect);
            rack.Bank.Execute("FAUL:VAL:CAP 300 AH");
            Assert.Equal(isTaken, rack.Bank.Execute("SYST:ERR?").StartsWith("0,", StringComparison.Ordinal));
        }
    }
}
