using System;
using System.Linq;
using BatterySim.Bms.Battery;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;
using Xunit;

namespace BatterySim.Host.Tests.Profiles
{
    /// <summary>How many batteries a bank may have, and how they are numbered.</summary>
    public class BankRulesTests
    {
        public static TheoryData<string> Names => [.. ProfileCatalogue.Names];

        [Theory]
        [MemberData(nameof(Names))]
        public void FindFault_EverySizeUpToTheMaximum_IsAllowedAndOneMoreIsNot(string name)
        {
            BatteryProfile profile = ProfileCatalogue.Create(name);
            int max = profile.NumberOf(ProfileKey.BatteriesMax);

            Assert.All(Enumerable.Range(1, max), count => Assert.Null(BankRules.FindProblem(profile, count, BankRules.TwinCapacity)));
            string fault = BankRules.FindProblem(profile, max + 1, BankRules.TwinCapacity + 1);
            Assert.Contains($"at most {max} batteries", fault, StringComparison.Ordinal);
            Assert.Contains(profile.Title, fault, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData("sok-sk48v100", 16, 64, "addresses 1 to 15, master 1")]
        [InlineData("sok-sk48v100", 16, 64, "ask for at most 14 followers")]
        [InlineData("pylontech-us5000", 17, 64, "numbered 1 to 16 along the chain")]
        [InlineData("endur-esp5100", 9, 64, "1 master and 8 followers")]
        [InlineData("powersync-lfp-lv-6bit", 17, 16, "room for 16 batteries here")]
        [InlineData("sok-sk48v100", 0, 64, "it needs at least its master")]
        public void FindFault_ForbiddenSize_NamesTheRule(string name, int count, int capacity, string rule)
        {
            string fault = BankRules.FindProblem(ProfileCatalogue.Create(name), count, capacity);

            Assert.Contains(rule, fault, StringComparison.Ordinal);
        }

        [Theory]
        [MemberData(nameof(Names))]
        public void AddressOf_EveryBattery_IsDistinctAndInRangeWithTheMasterFirst(string name)
        {
            BatteryProfile profile = ProfileCatalogue.Create(name);
            int count = profile.NumberOf(ProfileKey.BatteriesMax);
            int[] addresses = [.. Enumerable.Range(0, count).Select(index => BankRules.AddressOf(profile, index))];

            Assert.Equal(profile.NumberOf(ProfileKey.MasterAddress), addresses[0]);
            Assert.Equal(addresses.Length, addresses.Distinct().Count());
            Assert.All(addresses, address =>
                Assert.InRange(address, profile.NumberOf(ProfileKey.AddressMin), profile.NumberOf(ProfileKey.AddressMax)));
        }

        [Theory]
        [MemberData(nameof(Names))]
        public void AddressOf_EveryBattery_CanBeSetOnItsSwitches(string name)
        {
            BatteryProfile profile = ProfileCatalogue.Create(name);
            int bits = profile.NumberOf(ProfileKey.AddressBits);
            var dip = new DipSwitch(bits, profile.NumberOf(ProfileKey.AddressSwitchOneIsLeastSignificant) != 0);

            Assert.All(Enumerable.Range(0, profile.NumberOf(ProfileKey.BatteriesMax)), index =>
            {
                int address = BankRules.AddressOf(profile, index);
                dip.Set(address);
                Assert.Equal(bits == 0 ? 0 : address, dip.Value);
            });
        }

        [Fact]
        public void DipSwitch_ThirteenOnSok_IsOnOffOnOn()
        {
            BatteryProfile sok = ProfileCatalogue.Create("sok-sk48v100");
            var dip = new DipSwitch(
                sok.NumberOf(ProfileKey.AddressBits), sok.NumberOf(ProfileKey.AddressSwitchOneIsLeastSignificant) != 0);

            dip.Set(BankRules.AddressOf(sok, 12));

            Assert.Equal([true, false, true, true], Enumerable.Range(1, 4).Select(dip.IsOn));
        }
    }
}
