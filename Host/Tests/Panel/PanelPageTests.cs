using System;
using System.Linq;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Panel.Page;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BatterySim.Host.Tests.Panel
{
    /// <summary>The page as somebody sees and uses it, against a bench that the test leads.</summary>
    public sealed class PanelPageTests : BunitContext
    {
        private readonly FakeBench _bench = new();

        public PanelPageTests() => JSInterop.Mode = JSRuntimeMode.Loose;

        [Fact]
        public void Page_BeforeAndAfterTheFirstPicture_SaysThatThisIsNoRealBattery()
        {
            IRenderedComponent<PanelApp> page = Open("");

            Assert.Contains("not a real battery", page.Find(".warning").TextContent, StringComparison.Ordinal);
            _bench.Show(PanelPictures.Of(2));

            Assert.Contains("not a real battery", page.Find(".warning").TextContent, StringComparison.Ordinal);
            Assert.Equal("connected", page.Find("[data-link]").TextContent);
        }

        [Theory]
        [InlineData(BenchKind.Local, "twin in this page")]
        [InlineData(BenchKind.Twin, "twin on this computer")]
        [InlineData(BenchKind.Board, "board")]
        [InlineData(BenchKind.SimulatedBoard, "simulated board")]
        public void Badge_KindOfBench_IsNamed(BenchKind kind, string words)
        {
            _bench.Kind = kind;
            IRenderedComponent<PanelApp> page = Open("", PanelPictures.Of(1));

            Assert.Equal(words, page.Find("[data-kind]").TextContent);
        }

        [Theory]
        [InlineData("[aria-label='Battery 2 breaker']", "MOD2:BRE OFF")]
        [InlineData("[aria-label='Battery 2, DIP switch 1']", "MOD2:DIP 3")]
        [InlineData("[aria-label='Battery 2, DIP switch 4']", "MOD2:DIP 10")]
        [InlineData("[aria-label^='Battery 2, RS485 B']", "MOD1:LINK OFF")]
        [InlineData("[aria-label^='Battery 2, RS485 C']", "MOD2:LINK OFF")]
        [InlineData("[aria-label^='Battery 2, CAN']", "MOD2:CAN ON")]
        [InlineData("[aria-label='Battery 2 RST button'] button:nth-of-type(1)", "MOD2:RST 0.1 S")]
        [InlineData("[aria-label='Battery 2 RST button'] button:nth-of-type(2)", "MOD2:RST 3 S")]
        [InlineData("[aria-label='Battery 2 RST button'] button:nth-of-type(3)", "MOD2:RST 6 S")]
        public void Front_EachControl_SendsItsLine(string control, string line)
        {
            IRenderedComponent<PanelApp> page = Open("#bank", PanelPictures.Of(3));

            page.Find(control).Click();

            Assert.Equal([line], _bench.Sent);
            Assert.Contains(line, page.Find("p[role=status]").TextContent, StringComparison.Ordinal);
        }

        [Fact]
        public void Front_SwitchOneCountsMost_IsDrawnAndSentSo()
        {
            BenchPicture picture = PanelPictures.Of(1);
            BatteryPicture battery = picture.Batteries[0] with { IsSwitchOneLeast = false, Dip = 1 };
            IRenderedComponent<PanelApp> page = Open("#bank", picture with { Batteries = [battery] });

            Assert.Equal("true", page.Find("[aria-label='Battery 1, DIP switch 4']").GetAttribute("aria-checked"));
            page.Find("[aria-label='Battery 1, DIP switch 1']").Click();

            Assert.Equal(["MOD1:DIP 9"], _bench.Sent);
        }

        [Fact]
        public void Front_ProductWithoutSwitches_HasNone()
        {
            BenchPicture picture = PanelPictures.Of(1);
            IRenderedComponent<PanelApp> page = Open("#bank", picture with { Batteries = [picture.Batteries[0] with { DipCount = 0 }] });

            Assert.Empty(page.FindAll(".dip"));
            Assert.DoesNotContain("DIP", page.Find("article.front").TextContent, StringComparison.Ordinal);
        }

        [Fact]
        public void Front_ProtectionAndLeds_AreNamed()
        {
            BenchPicture picture = PanelPictures.Of(1);
            BatteryPicture battery = picture.Batteries[0] with { Protections = 2, IsChargeFetOpen = true };
            IRenderedComponent<PanelApp> page = Open("#bank", picture with { Batteries = [battery] });

            Assert.Contains("protection: under-voltage", page.Find(".state").TextContent, StringComparison.Ordinal);
            Assert.Contains("charge FET open", page.Find(".state").TextContent, StringComparison.Ordinal);
            Assert.Contains("ALM LED on", page.Find(".leds").TextContent, StringComparison.Ordinal);
        }

        [Fact]
        public void Bank_SixtyFourBatteries_AreAListWithOneFront()
        {
            IRenderedComponent<PanelApp> page = Open("#bank", PanelPictures.Of(64));

            Assert.Single(page.FindAll("article.front"));
            Assert.Equal(64, page.FindAll("tr[data-battery]").Count);
            page.Find("tr[data-battery='40'] button").Click();

            Assert.Equal("40", page.Find("article.front").GetAttribute("data-battery"));
        }

        [Fact]
        public void Link_Lost_SaysSoDimsAndReturns()
        {
            IRenderedComponent<PanelApp> page = Open("#bank", PanelPictures.Of(1));

            _bench.Lose(BenchLink.Reconnecting, "The program has ended.");
            page.WaitForAssertion(() => Assert.Contains("last seen", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));

            Assert.Contains("The program has ended.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
            Assert.NotEmpty(page.FindAll(".stale"));
            _bench.Show(PanelPictures.Of(1));

            page.WaitForAssertion(() => Assert.Empty(page.FindAll(".stale")));
            Assert.Empty(page.FindAll("[role=alert]"));
        }

        [Fact]
        public void Refusal_OfALine_IsShown()
        {
            _bench.Answer = static line => new BenchReply(line, "", "-222,\"Data out of range\"");
            IRenderedComponent<PanelApp> page = Open("#bank", PanelPictures.Of(1));

            page.Find("[aria-label='Battery 1 breaker']").Click();

            Assert.Contains("-222", page.Find("p[role=status]").TextContent, StringComparison.Ordinal);
        }

        [Fact]
        public void Bus_Frame_HasBytesSignalsAndTimes()
        {
            IRenderedComponent<PanelApp> page = Open("#bus", PanelPictures.Of(1));
            AngleSharp.Dom.IElement row = page.Find("tr[data-frame='351']");

            Assert.Equal("02", row.QuerySelector("td .changed")!.TextContent);
            Assert.Contains("chargeVoltageLimitVolts 56.0 V", row.TextContent, StringComparison.Ordinal);
            Assert.Contains("998 / 1000 / 1004", row.TextContent, StringComparison.Ordinal);
        }

        [Fact]
        public void Bus_Faults_ShowWhatIsLeftAndAreCleared()
        {
            IRenderedComponent<PanelApp> page = Open("#bus", PanelPictures.Of(1) with { Faults = [new FaultPicture("FAUL:VAL:CVL", "58.4", 0, 8000)] });
            AngleSharp.Dom.IElement fault = page.Find(".active-faults li");

            Assert.Contains("8.0 s left", fault.TextContent, StringComparison.Ordinal);
            fault.QuerySelector("button")!.Click();

            Assert.Equal(["FAUL:VAL:CVL OFF"], _bench.Sent);
        }

        [Fact]
        public void Scenario_WhoseBankIsShown_IsNamedOnEveryPart()
        {
            ScenarioPicture run = new("a.yaml", "Silence", 1000, 9000, "", true, "", [], IsShown: true);
            IRenderedComponent<PanelApp> page = Open("#bank", PanelPictures.Of(1) with { Scenario = run });
            page.WaitForAssertion(() => Assert.Contains("Silence", page.Find("[data-watched]").TextContent, StringComparison.Ordinal));

            _bench.Show(PanelPictures.Of(1) with { Scenario = run with { IsRunning = false, IsShown = false } });

            page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-watched]")));
        }

        [Fact]
        public void Bus_Flags_AreNamedWhereTheyAreSet()
        {
            FramePicture alarms = PanelPictures.Limits with
            {
                Id = 0x359,
                Signals = [new("overVoltageProtection", "1", false), new("underVoltageProtection", "0", false), new("highVoltageAlarm", "0", true)],
            };
            IRenderedComponent<PanelApp> page = Open("#bus", PanelPictures.Of(1) with { Frames = [alarms] });
            string text = page.Find("tr[data-frame='359']").TextContent;

            Assert.Contains("overVoltageProtection;", text, StringComparison.Ordinal);
            Assert.Contains("no highVoltageAlarm", text, StringComparison.Ordinal);
            Assert.DoesNotContain("underVoltageProtection", text, StringComparison.Ordinal);
        }

        [Fact]
        public void Inverter_Difference_IsHighlightedAndASettingIsSet()
        {
            IRenderedComponent<PanelApp> page = Open("#inverter", PanelPictures.Of(1) with { Inverter = PanelPictures.Inverter });

            Assert.Equal("SOC", Assert.Single(page.FindAll("tr.differs")).QuerySelector("th")!.TextContent);
            page.Find("tr[data-setting='ignores-359'] select").Change("on");
            page.Find("tr[data-setting='charge-amps'] input").Change("20");

            Assert.Equal(["ignores-359=on", "charge-amps=20"], _bench.Sent);
        }

        [Fact]
        public void Inverter_RealOne_HasItsRegistersInTheSamePlace()
        {
            InverterPicture real = PanelPictures.Inverter with
            {
                IsReal = true,
                Settings = [new SettingPicture("low batt", "20 %", [], "", "Register 219.", false, false)],
                Registers = [new RegisterPicture(316, "BMS SOC", "5 %")],
            };
            IRenderedComponent<PanelApp> page = Open("#inverter", PanelPictures.Of(1) with { Inverter = real });

            Assert.Contains("A real inverter, read over Modbus", page.Find("main").TextContent, StringComparison.Ordinal);
            Assert.Contains("316BMS SOC5 %", page.Find("[aria-label='Modbus registers']").TextContent, StringComparison.Ordinal);
            Assert.Single(page.FindAll("tr.differs"));
            Assert.Empty(page.FindAll("tr[data-setting] input, tr[data-setting] select"));
        }

        // A line of SCPI can go into a script, what is done otherwise cannot.
        [Fact]
        public void Sent_IsSaidOfALineOfScpiOnly()
        {
            IRenderedComponent<PanelApp> page = Open("#inverter", PanelPictures.Of(1) with { Inverter = PanelPictures.Inverter });

            page.Find("tr[data-setting='ignores-359'] select").Change("on");
            string status = page.Find("p.status").TextContent;

            Assert.Contains("Inverter, ignores-359: on: set", status, StringComparison.Ordinal);
            Assert.DoesNotContain("Sent", status, StringComparison.Ordinal);
            Assert.Empty(page.FindAll("p.status button"));
        }

        [Fact]
        public void Inverter_None_SaysSo() =>
            Assert.Contains("no inverter", Open("#inverter", PanelPictures.Of(1)).Find("main").TextContent, StringComparison.Ordinal);

        [Fact]
        public void Scenarios_RunAndRecord_GoToTheBench()
        {
            IRenderedComponent<PanelApp> page = Open("#scenarios", PanelPictures.Of(1));

            page.Find("tr[data-scenario='communication/f58.yaml'] button").Click();
            ScenarioPicture ended = new("communication/f58.yaml", "Silence", 9000, 9000, "", false, "passed", ["inverter.fault is F58: met"]);
            _bench.Show(PanelPictures.Of(1) with { Scenario = ended });
            page.WaitForAssertion(() => Assert.Equal("passed", page.Find(".verdict").TextContent));

            Assert.Equal(["run communication/f58.yaml 0"], _bench.Sent);
        }

        [Fact]
        public void Scenarios_Recording_ShowsTheFile()
        {
            IRenderedComponent<PanelApp> page = Open("#scenarios", PanelPictures.Of(1) with { Recording = new(12_000, 3) });

            page.FindAll("button").Single(static button => button.TextContent == "Stop and save").Click();

            Assert.Equal("name: recorded by hand\n", page.Find("[data-recorded]").TextContent);
        }

        [Fact]
        public void Time_Plots_HaveALaneForEachQuantity()
        {
            IRenderedComponent<PanelApp> page = Open("#time", PanelPictures.Of(2));

            Assert.Equal(["Voltage", "Current, charging positive", "SOC", "Temperature", "Cell spread"],
                page.FindAll("[data-lane]").Select(static lane => lane.GetAttribute("data-lane")!));
            Assert.Contains("52.8 V", page.Find("[data-lane=Voltage]").TextContent, StringComparison.Ordinal);
        }

        [Fact]
        public void Front_SamePicture_IsNotDrawnAgain()
        {
            BenchPicture picture = PanelPictures.Of(16);
            IRenderedComponent<PanelApp> page = Open("#bank", picture);
            IRenderedComponent<Host.Panel.Page.Bank.BatteryFront> front = page.FindComponents<Host.Panel.Page.Bank.BatteryFront>()[3];
            int before = front.RenderCount;

            _bench.Show(picture with { NowMilliseconds = 62_000, Batteries = [.. picture.Batteries.Select(static one => one with { })] });
            Assert.Equal(before, front.RenderCount);
            _bench.Show(picture with { Batteries = [.. picture.Batteries.Select(static one => one with { CurrentMilliamps = 5 })] });

            page.WaitForAssertion(() => Assert.Equal(before + 1, front.RenderCount));
        }

        private IRenderedComponent<PanelApp> Open(string hash, BenchPicture? picture = null)
        {
            Services.GetRequiredService<NavigationManager>().NavigateTo(hash);
            IRenderedComponent<PanelApp> page = Render<PanelApp>(parameters => parameters.Add(static app => app.Bench, _bench));
            if (picture is not null)
            {
                _bench.Show(picture);
                page.WaitForElement("[data-stale]");
            }

            return page;
        }
    }
}
