using System.Linq;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Panel.Engine;
using BatterySim.Host.Panel.Engine.Boards;
using BatterySim.Host.Panel.Engine.Local;
using BatterySim.Host.Scpi;
using BatterySim.Host.Twin;
using Xunit;

namespace BatterySim.Host.Tests.Panel.Server
{
    /// <summary>A bench that is seen through its instrument shows what the same bench shows from inside.</summary>
    public class ScpiEngineTests
    {
        [Fact]
        public void Picture_OverTheInstrument_IsThatOfTheTwin()
        {
            TwinSession session = new(DefaultBank.Create());
            TwinRunner runner = new(session, SimulationPace.Real);
            session.Simulator.Instrument.Host = new TwinInstrumentHost(session, runner);
            LocalInstrument instrument = new(session.Simulator);
            ScpiEngine engine = new(line => (instrument.Ask(line, out string? error), error), BenchKind.Board) { IsWatched = true };
            using BenchEngine inside = new(session, runner, "test");
            session.AdvanceTo(20_000);
            foreach (string line in new[] { "MOD2:BRE OFF", "MOD3:LINK OFF", "FAUL:FRAM35E:OMIT ON,5,30", "MOD1:FET:CHAR OFF" })
            {
                Assert.Null(engine.Execute(new PanelRequest(PanelVerb.Line, line))().Error);
            }

            session.AdvanceTo(27_000);
            for (int turn = 0; turn < 200; turn++)
            {
                engine.Pass();
            }

            BenchPicture seen = engine.TakePicture();
            BenchPicture own = inside.TakePicture();

            Assert.Equal(own.NowMilliseconds, seen.NowMilliseconds);
            Assert.Equal(
                (own.Bank.Profile, own.Bank.Dialect, own.Bank.SocPermille, own.Bank.Master),
                (seen.Bank.Profile, seen.Bank.Dialect, seen.Bank.SocPermille, seen.Bank.Master));
            Assert.Equal(InFrames(own.Bank), InFrames(seen.Bank));
            Assert.Equal(own.Batteries.Select(Comparable), seen.Batteries.Select(Comparable));
            Assert.Equal(
                own.Frames.Select(static one => (one.Id, one.Bytes, one.Sent, one.AgeMilliseconds)),
                seen.Frames.Select(static one => (one.Id, one.Bytes, one.Sent, one.AgeMilliseconds)));
            Assert.Equal(own.Faults, seen.Faults);
            Assert.Equal(
                (own.Bus.State, own.Bus.LinkState, own.Bus.ReplyCount, own.Bus.ReplyMeanMilliseconds),
                (seen.Bus.State, seen.Bus.LinkState, seen.Bus.ReplyCount, seen.Bus.ReplyMeanMilliseconds));
            Assert.Equal(own.Bus.Histogram, seen.Bus.Histogram);
            Assert.Equal(inside.ConsumeEvents().Select(static one => one.Text), engine.ConsumeEvents().Select(static one => one.Text));
        }

        // Limits, SOH and temperature are in frames, which have them in tenths and whole percents.
        private static int[] InFrames(BankPicture bank) =>
        [
            bank.SohPermille / 10, bank.TemperatureDecidegrees, bank.ChargeVoltageLimitMillivolts / 100, bank.DischargeVoltageLimitMillivolts / 100,
            bank.ChargeCurrentLimitMilliamps / 100, bank.DischargeCurrentLimitMilliamps / 100,
        ];

        // What no query tells: which switch counts one, whether the chain is cut, a lockout. A BMS measures the current of its own second.
        private static BatteryPicture Comparable(BatteryPicture battery) =>
            battery with { IsSwitchOneLeast = true, IsCut = false, IsLockedOut = false, CurrentMilliamps = 0 };
    }
}
