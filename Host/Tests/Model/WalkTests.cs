using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>Every product from empty to full and back under charge and load: what its profile says of it, seen on the wire.</summary>
    public class WalkTests
    {
        private const int FirstPercent = 1;

        // Rows that a walk of one battery at room temperature cannot show, and the tests that do.
        private static readonly Dictionary<ProfileKey, string> Elsewhere = new()
        {
            [ProfileKey.NominalVoltageMillivolts] = nameof(ProofTests),
            [ProfileKey.BatteriesMax] = nameof(Profiles.BankRulesTests),
            [ProfileKey.AddressBits] = nameof(Profiles.BankRulesTests),
            [ProfileKey.AddressSwitchOneIsLeastSignificant] = nameof(Profiles.BankRulesTests),
            [ProfileKey.AddressMin] = nameof(Profiles.BankRulesTests),
            [ProfileKey.AddressMax] = nameof(Profiles.BankRulesTests),
            [ProfileKey.ChainPortsAlternate] = nameof(ChainTests),
            [ProfileKey.MasterAddress] = nameof(ChainTests),
            [ProfileKey.StandaloneAddress] = nameof(PowerTests),
            [ProfileKey.ChainPorts] = nameof(Profiles.ProfileTests),
            [ProfileKey.InverterProtocol] = nameof(Profiles.ProfileTests),
            [ProfileKey.SeriesResistanceMicroohms] = nameof(ProofTests),
            [ProfileKey.ConnectionResistanceMicroohms] = nameof(JoinTests),
            [ProfileKey.ConnectionResistanceSpreadPpm] = nameof(JoinTests),
            [ProfileKey.JoinDifferenceMillivolts] = nameof(JoinTests),
            [ProfileKey.ResistanceTemperatureTable] = nameof(ProofTests),
            [ProfileKey.CapacityTemperatureTable] = nameof(ProofTests),
            [ProfileKey.FastPolarisationMicroohms] = nameof(ProofTests),
            [ProfileKey.FastPolarisationSeconds] = nameof(SharingTests),
            [ProfileKey.SlowPolarisationMicroohms] = nameof(ProofTests),
            [ProfileKey.SlowPolarisationSeconds] = nameof(SharingTests),
            [ProfileKey.HysteresisMicrovolts] = nameof(ProofTests),
            [ProfileKey.CoulombEfficiencyPermille] = nameof(ConservationTests),
            [ProfileKey.SelfConsumptionMilliwatts] = nameof(ProofTests),
            [ProfileKey.CurrentDeadBandMilliamps] = nameof(CurveTests),
            [ProfileKey.HeatCapacityJoulesPerKelvin] = nameof(CellTests),
            [ProfileKey.HeatFlowMilliwattsPerKelvin] = nameof(CellTests),
            [ProfileKey.FetRiseDecikelvins] = nameof(ProtectionWireTests),
            [ProfileKey.CellCapacitySpreadPpm] = nameof(CellTests),
            [ProfileKey.CellSocSpreadPpm] = nameof(CellTests),
            [ProfileKey.CellResistanceSpreadPpm] = nameof(CellTests),
            [ProfileKey.BalanceStartMillivolts] = nameof(CellTests),
            [ProfileKey.BalanceDeltaMillivolts] = nameof(CellTests),
            [ProfileKey.BalanceCurrentMilliamps] = nameof(CellTests),
            [ProfileKey.ChargeTemperatureTable] = nameof(WalkTests),
            [ProfileKey.DischargeTemperatureTable] = nameof(WalkTests),
            [ProfileKey.ChargeLimiterStartMilliamps] = nameof(SharingTests),
            [ProfileKey.ChargeLimiterMilliamps] = nameof(SharingTests),
            [ProfileKey.ShutdownCellMillivolts] = nameof(PowerTests),
            [ProfileKey.ShutdownSeconds] = nameof(PowerTests),
            [ProfileKey.StartupMilliseconds] = nameof(PowerTests),
            [ProfileKey.WakeStepMilliseconds] = nameof(PowerTests),
            [ProfileKey.BreakerPowersBms] = nameof(PowerTests),
            [ProfileKey.BreakerHoldMilliseconds] = nameof(PowerTests),
            [ProfileKey.FullChargeDays] = nameof(ChainTests),
            [ProfileKey.FullChargePermille] = nameof(ChainTests),
            [ProfileKey.LimitPolicy] = nameof(ChainTests),
            [ProfileKey.SocPolicy] = nameof(ChainTests),
            [ProfileKey.FlagPolicy] = nameof(ChainTests),
            [ProfileKey.TemperaturePolicy] = nameof(ChainTests),
            [ProfileKey.GapPolicy] = nameof(ChainTests),
            [ProfileKey.ExpectsFollowerCount] = nameof(Instrument.ExpectedFollowersTests),
        };

        public static TheoryData<string> Names => [.. ProfileCatalogue.Names];

        [Theory]
        [MemberData(nameof(Names))]
        public void Walk_EmptyToFullAndBack_EveryClaimOfTheProfileHolds(string name)
        {
            var walk = new Walk(name, FirstPercent);
            walk.ChargeToFull();
            walk.RestWhileFull();
            walk.DischargeToEmpty();
            walk.FallAsleep();
            Assert.True(walk.Faults.Count == 0, string.Join(Environment.NewLine, walk.Faults));

            // A new row of a profile has to be looked at by somebody.
            IEnumerable<ProfileKey> unseen = Enumerable.Range(0, (int)ProfileKey.Count).Select(static key => (ProfileKey)key)
                .Except(walk.Claimed).Except(Elsewhere.Keys);
            Assert.Empty(unseen);
        }

        [Theory]
        [MemberData(nameof(Names))]
        public void Walk_ColdToHot_LimitsFollowTheTablesOfTheProfile(string name)
        {
            BatteryProfile profile = ProfileCatalogue.Create(name);
            var rack = new Rack(1, name, soc: 500);
            foreach (double degrees in new[] { -25.0, -15, -10, -5, -1, 0, 1, 2, 4, 5.5, 8, 10, 12, 15, 20, 25, 40, 45, 50, 54 })
            {
                rack.Temperature(1, (int)Math.Round(degrees * 10));
                rack.Wait(8);
                int blocked = rack.Battery(1).Protections.Blocked;
                double charge = Share(profile.TextOf(ProfileKey.ChargeTemperatureTable), degrees);
                double discharge = Share(profile.TextOf(ProfileKey.DischargeTemperatureTable), degrees);
                int most = profile.NumberOf(ProfileKey.ChargeCurrentLimitMilliamps);
                AssertLimit(rack.ChargeLimitOnWire, charge, most, blocked & Blocks.Charge, $"CCL at {degrees}");
                most = profile.NumberOf(ProfileKey.DischargeCurrentLimitMilliamps);
                AssertLimit(rack.DischargeLimitOnWire, discharge, most, blocked & Blocks.Discharge, $"DCL at {degrees}");
            }
        }

        private static void AssertLimit(int limit, double share, int whole, int isBlocked, string what)
        {
            double expected = isBlocked != 0 ? 0 : share * whole;
            Assert.True(Math.Abs(limit - expected) <= (whole * 0.005) + 100, $"{what} degrees: {limit} mA instead of {expected}");
        }

        // "0C:0% 15C:100%": straight lines between points, and their ends beyond them.
        private static double Share(string table, double degrees)
        {
            (double Degrees, double Percent)[] points = [.. table.Split(' ').Select(static point => point.Split("C:"))
                .Select(static parts => (Number(parts[0]), Number(parts[1].TrimEnd('%'))))];
            (double Degrees, double Percent) below = points.LastOrDefault(point => point.Degrees <= degrees, points[0]);
            (double Degrees, double Percent) above = points.FirstOrDefault(point => point.Degrees > degrees, points[^1]);
            double part = above.Degrees > below.Degrees && degrees > below.Degrees ? (degrees - below.Degrees) / (above.Degrees - below.Degrees) : 0;
            return (below.Percent + (part * (above.Percent - below.Percent))) / 100;
        }

        private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

        // A profile that says one thing while the bank does another: the walk has to see it.
        [Theory]
        [InlineData(ProfileKey.ChargeVoltageLimitMillivolts, 54_000)]
        [InlineData(ProfileKey.ChargeTaperStartPermille, 700)]
        [InlineData(ProfileKey.ChargeTaperPercent, 60)]
        [InlineData(ProfileKey.ChargeFullPercent, 30)]
        [InlineData(ProfileKey.ChargeStepTwoPercent, 35)]
        [InlineData(ProfileKey.DischargeVoltageLimitMillivolts, 45_000)]
        [InlineData(ProfileKey.DischargeCurrentLimitMilliamps, 90_000)]
        [InlineData(ProfileKey.DischargeTaperCellMillivolts, 3200)]
        [InlineData(ProfileKey.RechargePermille, 900)]
        [InlineData(ProfileKey.FullReleasePermille, 30)]
        [InlineData(ProfileKey.FullHoldPermille, 960)]
        [InlineData(ProfileKey.FullDropsChargeEnable, 1)]
        [InlineData(ProfileKey.FullOpensChargeFet, 1)]
        [InlineData(ProfileKey.FullRaisesAlarm, 1)]
        [InlineData(ProfileKey.ForceChargeBit4OnPermille, 120)]
        [InlineData(ProfileKey.ForceChargeBit5OffPermille, 200)]
        [InlineData(ProfileKey.SleepSeconds, 900)]
        public void Walk_ProfileThatSaysSomethingElse_FindsIt(ProfileKey key, int number)
        {
            BatteryProfile claimed = TestProfiles.With("generic-16s-100", (key, number));
            var walk = new Walk(ProfileCatalogue.Create("generic-16s-100"), claimed, FirstPercent);
            walk.ChargeToFull();
            walk.RestWhileFull();
            walk.DischargeToEmpty();
            walk.FallAsleep();
            Assert.NotEmpty(walk.Faults);
        }
    }
}
