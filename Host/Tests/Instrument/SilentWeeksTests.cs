using System;
using System.Globalization;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol.Frames;
using Xunit;

namespace BatterySim.Host.Tests.Instrument
{
    /// <summary>A bench left alone for longer than an int of milliseconds: every time it tells then is that time, or the most it can tell.</summary>
    public class SilentWeeksTests
    {
        private const double MostSeconds = int.MaxValue / 1000.0;
        private const int MillisecondsPerDay = 86_400_000;

        [Theory]
        [InlineData(25)]
        [InlineData(50)]
        public void Everything_AfterSilentDays_TellsItsTime(int days)
        {
            Simulator bank = Begin();
            bank.Execute("FAUL:VAL:SOC 20,3600 S,3600 S;:FAUL:FRAM356:DEL 300 MS,3600 S,3600 S");
            bank.Execute("OUTP OFF;:MOD2:RST PRES;:MOD3:BRE OFF");
            bank.Execute("EVEN:CLE");
            string bins = bank.Execute("INV:HIST?");
            Pass(bank, days);
            double silent = days * 86400.0;

            Assert.Equal(silent, Seconds(bank, "FRAM351:AGE?")[0], 2.0);
            Assert.Equal(silent, Seconds(bank, "INV:AGE?")[0], 2.0);
            Assert.Equal("LOST", bank.Execute("INV:STAT?"));
            Assert.Equal("0", bank.Execute("FAUL:COUN?"));
            Assert.All(EventSeconds(bank), at => Assert.InRange(at, 0, silent + 10));

            // Held for weeks is held long enough for a restart, and a breaker that was off for weeks had no supply.
            bank.Execute("MOD2:RST REL;:MOD3:BRE ON;:OUTP ON");
            bank.Receive(Reply());
            bank.Advance(20_000);
            bank.Receive(Reply());
            double most = Math.Min(silent, MostSeconds);
            AssertTimes(Seconds(bank, "FRAM351:PER?"), 0.9, most);
            AssertTimes(Seconds(bank, "INV:INT?"), 0.9, most);
            Assert.Equal(Count(bins) + 2, Count(bank.Execute("INV:HIST?")));
            Assert.Equal("RUNN", bank.Execute("MOD2:STAT?"));
            Assert.Equal("RUNN", bank.Execute("MOD3:STAT?"));
            Assert.Equal(silent + 20, Seconds(bank, "SYST:TIME?")[0], 10.0);
            Assert.InRange(Seconds(bank, "FRAM351:AGE?")[0], 0, 1.1);
            Assert.Equal("0,\"No error\"", bank.Execute("SYST:ERR?"));
        }

        private static Simulator Begin()
        {
            // Full, since their own draw for weeks would put half full ones to sleep.
            var settings = new SimulatorSettings(ProfileCatalogue.Create(PowersyncLfpLv8Bit.Name)) { BatteryCount = 3, SocPermille = 1000 };
            var bank = new Simulator(settings, new OpenBus());
            bank.Advance(5_000);
            bank.Receive(Reply());
            bank.Advance(1_000);
            bank.Receive(Reply());
            return bank;
        }

        private static CanFrame Reply()
        {
            var frame = new CanFrame();
            frame.Begin(InverterReplyFrame.CanId, 8, false, false);
            return frame;
        }

        private static void Pass(Simulator bank, int days)
        {
            for (int day = 0; day < days; day++)
            {
                bank.Advance(MillisecondsPerDay);
            }
        }

        private static double[] Seconds(Simulator bank, string question) =>
            [.. bank.Execute(question).Split(',').Select(static part => double.Parse(part, CultureInfo.InvariantCulture))];

        private static double[] EventSeconds(Simulator bank) => [.. bank.Execute("EVEN:ALL?").Split(',')
            .Select(static part => double.TryParse(part, CultureInfo.InvariantCulture, out double at) ? at : 0)];

        private static double Count(string histogram) => histogram.Split(',').Where(static (_, place) => place % 2 == 1)
            .Sum(static part => double.Parse(part, CultureInfo.InvariantCulture));

        // Shortest, mean and longest: in order, none below 0, and the longest the one over the silent days.
        private static void AssertTimes(double[] times, double shortest, double longest)
        {
            Assert.InRange(times[0], shortest, times[1]);
            Assert.InRange(times[1], times[0], times[2]);
            Assert.Equal(longest, times[2], 10.0);
        }

        private sealed class OpenBus : ICanBus
        {
            public SendResult Send(CanFrame frame) => SendResult.Accepted;

            public bool TryReceive(CanFrame frame) => false;

            public CanBusState State => CanBusState.ErrorActive;
        }
    }
}
