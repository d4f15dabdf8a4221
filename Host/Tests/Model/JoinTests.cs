using System;
using System.Globalization;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Profiles;
using Xunit;

namespace BatterySim.Host.Tests.Model
{
    /// <summary>A battery that joins others at another voltage: what lies between them, what flows, what trips, and who refuses.</summary>
    public class JoinTests
    {
        // 500 mOhm Ah over 100 Ah.
        private const double SeriesOhms = 0.005;

        [Theory]
        [InlineData(0)]
        [InlineData(1000)]
        [InlineData(5000)]
        [InlineData(50_000)]
        public void Inrush_OverAConnection_IsTheDifferenceOverAllThatLiesInItsWay(int microohms)
        {
            var rack = new Rack(TestProfiles.With("endur-esp5100", TestProfiles.Ideal), batteries: 2);
            rack.Breaker(2, false);
            rack.Soc(1, 400);
            rack.Soc(2, 700);
            rack.Bank.Execute(FormattableString.Invariant($"MOD1:CONN {microohms} UOHM;:MOD2:CONN:RES {microohms / 1000.0:F1}E-3"));
            double difference = (rack.Battery(2).SourceMicrovolts - rack.Battery(1).SourceMicrovolts) / 1e6;
            rack.Breaker(2, true);
            double amps = difference / (2 * (SeriesOhms + (microohms / 1e6)));
            Assert.Equal(amps, rack.Bank.Bank.CurrentOf(0) / 1000.0, 0.1);
            Assert.Equal(-amps, rack.Bank.Bank.CurrentOf(1) / 1000.0, 0.1);

            // A BMS measures on its own side of all that.
            rack.Wait(1);
            double inner = (rack.Battery(1).SourceMicrovolts / 1000.0) + (rack.Battery(1).CurrentMilliamps * SeriesOhms);
            Assert.Equal(inner, rack.Battery(1).VoltageMillivolts, 3.0);
        }

        // Seplos: 200 A in for 300 ms, 110 A for 10 s; PACE: 110 A for a second.
        [Theory]
        [InlineData("seplos-16s", 0, 200, 300)]
        [InlineData("seplos-16s", 6000, 110, 10_000)]
        [InlineData("pace-16s", 0, 110, 1000)]
        public void Inrush_WithoutLimiter_TripsChargeOverCurrentAfterTheTimeOfItsRow(string set, int microohms, int amps, int milliseconds)
        {
            var rack = new Rack(TestProfiles.With("generic-16s-100", set, (ProfileKey.ConnectionResistanceMicroohms, microohms)), batteries: 4);
            rack.Breaker(1, false);
            rack.Soc(1, 80);
            for (int battery = 2; battery <= 4; battery++)
            {
                rack.Soc(battery, 980);
            }

            rack.Wait(2.35);
            rack.Breaker(1, true);
            Assert.InRange(rack.Bank.Bank.CurrentOf(0), amps * 1000, 600_000);
            long held = rack.WaitUntil(() => !rack.Battery(1).CanCharge, 13, 10);

            // Up to a second each way where the row is looked at once a second.
            int slack = milliseconds > 1000 ? 1000 : 10;
            Assert.InRange(held, milliseconds - 10, milliseconds + slack);
            Assert.Equal(1, rack.Battery(1).Protections.TripCount);
            Assert.Equal(BmsFlags.ChargeOverCurrent, rack.Battery(1).Protections.Protections);
        }

        [Theory]
        [InlineData(0, true)]
        [InlineData(10_000, false)]
        public void Inrush_OfAPair_IsAShortForTheOneThatGivesAtOnceUnlessCablesKeepItDown(int microohms, bool isShort)
        {
            BatteryProfile profile = TestProfiles.With("generic-16s-100", "pace-16s", (ProfileKey.ConnectionResistanceMicroohms, microohms));
            var rack = new Rack(profile, batteries: 2);
            rack.Breaker(1, false);
            rack.Soc(1, 0);
            rack.Soc(2, 980);
            rack.Wait(2);
            rack.Breaker(1, true);
            Assert.Equal(isShort, !rack.Battery(2).CanDischarge);
            Assert.Equal(isShort ? BmsFlags.DischargeOverCurrent : 0, rack.Battery(2).Protections.Protections);
        }

        [Fact]
        public void Refusal_TwoVoltsApart_KeepsTheFetsOpenUntilTheOthersHaveComeNear()
        {
            // Deka DD5300 manual p. 43.
            var rack = new Rack(2, "deka-dd5300", soc: 990);
            rack.Bank.Execute("EVEN:CLE");
            rack.Breaker(2, false);
            rack.Soc(2, 100);
            rack.Wait(2);
            Assert.InRange(rack.Battery(1).VoltageMillivolts - rack.Battery(2).VoltageMillivolts, 2100, 6000);
            rack.Breaker(2, true);
            rack.Wait(10);
            Assert.Equal(0, rack.Bank.Bank.CurrentOf(1));
            Assert.Equal("RUNN", rack.Bank.Execute("MOD2:STAT?"));
            Assert.Equal("0.000,0.000", rack.Bank.Execute("MOD2:LIM?"));
            Assert.Equal(100_000, rack.DischargeLimitOnWire);
            Assert.Contains("refuses to join, battery 2", rack.Bank.Execute("EVEN:ALL?"), StringComparison.Ordinal);

            rack.Current(-50);
            rack.WaitUntil(() => rack.Bank.Bank.CurrentOf(1) != 0, 3 * 3600, 1000);
            Assert.InRange(rack.Battery(1).VoltageMillivolts - rack.Battery(2).VoltageMillivolts, -500, 2200);
            Assert.Contains("\"joins, battery 2\"", rack.Bank.Execute("EVEN:ALL?"), StringComparison.Ordinal);
        }

        [Fact]
        public void Refusal_WakingChain_LetsTheMasterOnTheBusAndKeepsTheEmptyOneOff()
        {
            var rack = new Rack(3, "deka-dd5300", awake: false, soc: 990);
            rack.Soc(2, 20);
            rack.AllBreakers(true);
            rack.PressReset(1);
            rack.Wait(10);
            Assert.Equal(["1", "0", "1"], Enumerable.Range(0, 3).Select(index => rack.Battery(index + 1).CanDischarge ? "1" : "0"));
        }

        [Theory]
        [InlineData("deka-dd5300", "POL:JOIN 0", true)]
        [InlineData("deka-dd5300", "POL:JOIN 7 V", true)]
        [InlineData("deka-dd5300", "POL:JOIN 2 V", false)]
        [InlineData("generic-16s-100", "POL:JOIN?", true)]
        [InlineData("generic-16s-100", "POL:JOIN 2", false)]
        public void Refusal_AsSettingOfTheBank_ActsOnAnyProduct(string profile, string command, bool joins)
        {
            var rack = new Rack(2, profile, soc: 980);
            rack.Breaker(2, false);
            rack.Soc(2, 20);
            rack.Bank.Execute(command);
            rack.Breaker(2, true);
            bool hasJoined = rack.Bank.Bank.CurrentOf(1) != 0 || rack.Battery(1).Protections.TripCount + rack.Battery(2).Protections.TripCount > 0;
            Assert.Equal(joins, hasJoined);
        }

        [Fact]
        public void Connection_Saved_ComesBackAndThoseOfTheSeedStay()
        {
            var rack = new Rack(3);
            string[] drawn = Connections(rack);
            rack.Bank.Execute("MOD2:CONN 5000 UOHM;*SAV 1;:MOD2:CONN 0.1 OHM;:MOD3:CONN 0;*RST");
            Assert.Equal(drawn, Connections(rack));
            rack.Bank.Execute("*RCL 1");
            Assert.Equal([drawn[0], "0.005000", drawn[2]], Connections(rack));
            Assert.Equal("0,\"No error\"", rack.Bank.Execute("SYST:ERR?"));
        }

        [Fact]
        public void Connections_OfASeed_AreTheSameAgainAndOthersOfAnother()
        {
            string[][] drawn = [.. Enumerable.Range(1, 20).Select(seed => Connections(Seeded((uint)seed)))];
            Assert.Equal(drawn[4], Connections(Seeded(5)));
            Assert.Equal(drawn.Length, drawn.Select(static set => string.Join(' ', set)).Distinct().Count());

            // 2 milliohms, 40 % either way.
            double[] milliohms =
                [.. drawn.SelectMany(static set => set).Select(static text => double.Parse(text, CultureInfo.InvariantCulture) * 1000)];
            Assert.All(milliohms, static value => Assert.InRange(value, 1.2, 2.8));
            Assert.InRange(milliohms.Average(), 1.9, 2.1);
            Assert.InRange(milliohms.Max() - milliohms.Min(), 1.3, 1.6);
        }

        // Four Pylontech at 56 to 60 % gave -1.55, -5.67, -2.99 and -3.26 A: 46 to 168 % of their mean (a rack's own console).
        [Fact]
        public void SmallCurrent_AfterHoursOfLoad_IsSplitAsUnevenlyAsInACapturedRack()
        {
            var rack = new Rack(4, "pylontech-us5000", soc: 1000);
            rack.Current(-120);
            rack.WaitUntil(() => rack.Battery(1).SocPermille <= 590, 4 * 3600, 1000);
            rack.Current(-13.5);
            rack.Wait(600);
            double[] shares = [.. Enumerable.Range(0, 4).Select(index => rack.Bank.Bank.CurrentOf(index) / -3375.0)];
            Assert.InRange(shares.Min(), 0.35, 0.6);
            Assert.InRange(shares.Max(), 1.2, 1.7);
            Assert.All(Enumerable.Range(1, 4), battery => Assert.InRange(rack.Battery(battery).SocPermille, 560, 600));

            // With a large current the same rack shares evenly, as users see it.
            rack.Current(-200);
            rack.Wait(1200);
            Assert.All(Enumerable.Range(0, 4), index => Assert.InRange(rack.Bank.Bank.CurrentOf(index), -54_000, -46_000));
        }

        private static Rack Seeded(uint seed)
        {
            var rack = new Rack(4);
            rack.Bank.Settings.Seed = seed;
            rack.Bank.Execute("BANK:REST");
            return rack;
        }

        private static string[] Connections(Rack rack) =>
            [.. Enumerable.Range(1, rack.Bank.Bank.Count).Select(battery => rack.Bank.Execute($"MOD{battery}:CONN?"))];
    }
}
