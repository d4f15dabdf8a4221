using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;
using Xunit;

namespace BatterySim.Host.Tests.Model.Units
{
    /// <summary>When a bank asks for charge, to the permille and the second: from 5 to 10 % and 9 to 13 %, and after 30 days below 97 %.</summary>
    public class ChargeRequestTests
    {
        private const int ThirtyDays = 30 * 86400;

        private readonly ChargeRequests _requests = new(TestProfiles.With(
            "generic-16s-100",
            (ProfileKey.ForceChargeBit5OnPermille, 50),
            (ProfileKey.ForceChargeBit5OffPermille, 100),
            (ProfileKey.ForceChargeBit4OnPermille, 90),
            (ProfileKey.ForceChargeBit4OffPermille, 130),
            (ProfileKey.FullChargeDays, 30),
            (ProfileKey.FullChargePermille, 970)));

        private readonly BankReport _report = new();

        [Fact]
        public void Windows_FromTheLowEndToAboveTheHighEnd()
        {
            (int Soc, bool Bit5, bool Bit4)[] seconds =
            [
                (500, false, false), (131, false, false), (91, false, false), (90, false, true), (51, false, true), (50, true, true),
                (100, true, true), (101, false, true), (51, false, true), (130, false, true), (131, false, false), (91, false, false),
                (0, true, true),
            ];
            foreach ((int soc, bool bit5, bool bit4) in seconds)
            {
                Run(soc);
                Assert.Equal((soc, bit5, bit4), (soc, _report.ForceChargeBit5, _report.ForceChargeBit4));
            }
        }

        [Fact]
        public void FullCharge_IsAskedForWhenThirtyDaysHavePassedAndNotASecondBefore()
        {
            _requests.SinceFullSeconds = ThirtyDays - 2;
            Assert.False(Run(969));
            Assert.True(Run(969));
            Assert.True(Run(0));
            Assert.False(Run(970));
            Assert.Equal(0, _requests.SinceFullSeconds);
            Assert.False(Run(969));
            Assert.Equal(1, _requests.SinceFullSeconds);
        }

        [Fact]
        public void FullCharge_ThatWasLongerAgoThanCanBeCounted_IsStillAskedFor()
        {
            _requests.SinceFullSeconds = int.MaxValue - 1;
            Assert.True(Run(500));
            Assert.True(Run(500));
            Assert.True(Run(500));
            Assert.Equal(int.MaxValue, _requests.SinceFullSeconds);
        }

        [Fact]
        public void FullCharge_InTheFuture_IsNow()
        {
            _requests.SinceFullSeconds = -1;
            Assert.Equal(0, _requests.SinceFullSeconds);
        }

        private bool Run(int socPermille)
        {
            _report.SocPermille = socPermille;
            _requests.RunOneSecond(_report);
            return _report.FullChargeRequested;
        }
    }
}
