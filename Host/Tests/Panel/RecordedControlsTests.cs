using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using AngleSharp.Dom;
using BatterySim.Bms.Instrument;
using BatterySim.Host.Cli;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Panel.Engine;
using BatterySim.Host.Panel.Engine.Local;
using BatterySim.Host.Panel.Page;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scenarios.Running;
using BatterySim.Host.Scpi;
using BatterySim.Host.Tests.Cli;
using BatterySim.Host.Twin;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BatterySim.Host.Tests.Panel
{
    /// <summary>Every control that the page draws is used by hand: all of it is in the recording, which does the same again.</summary>
    public sealed class RecordedControlsTests : BunitContext
    {
        private const int PauseMilliseconds = 300;

        private readonly FakeBench _bench = new();
        private readonly TwinSession _session = new(DefaultBank.Create());
        private readonly BenchEngine _engine;
        private readonly List<string> _refused = [];
        private IRenderedComponent<PanelApp> _page = null!;

        public RecordedControlsTests()
        {
            JSInterop.Mode = JSRuntimeMode.Loose;
            TwinRunner runner = new(_session, SimulationPace.Real);
            _session.Simulator.Instrument.Host = new TwinInstrumentHost(_session, runner);
            _engine = new BenchEngine(_session, runner, "test");
            _bench.Answer = Carry;
        }

        [Fact]
        public void EveryControl_IsRecordedAndDoesTheSameAgain()
        {
            _session.AdvanceTo(4_000);

            // What is so at the beginning belongs to the recording as well.
            foreach (string line in (string[])["MOD1:CELL3:OFFS 2.5", "MOD2:SOC 40", "MOD3:BRE OFF", "FAUL:VAL:CCL 20 A", "MOD4:CELL1:OFFS -4"])
            {
                Assert.Null(_engine.Execute(new PanelRequest(PanelVerb.Line, line))().Error);
            }

            _session.AdvanceTo(8_000);
            Assert.Null(_engine.Execute(new PanelRequest(PanelVerb.StartRecording))().Error);
            UseAll("#bank", "main button", "main input");
            UseAll("#inverter", "main tr[data-setting] select", "main tr[data-setting] input");
            foreach (string group in (string[])["Values", "Frames", "Extra frames", "Cable", "Batteries"])
            {
                Open("#faults");
                _page.FindAll("main button").Single(button => button.TextContent == group).Click();
                UseEach("main .forms button");
            }

            Wait(4_000);
            BenchReply recorded = _engine.Execute(new PanelRequest(PanelVerb.StopRecording, "all controls"))();
            Assert.Null(recorded.Error);
            Assert.Empty(_refused);
            Assert.Matches("MODULE1:OFFSETS [^,]+,[^,]+,2\\.5,", recorded.Answer);
            string[] lines = [.. _bench.Sent.Where(static line => !line.StartsWith("SYST:", StringComparison.Ordinal))];
            Assert.True(lines.Length > 150, $"only {lines.Length} lines were sent");
            Assert.DoesNotContain(lines, line => !recorded.Answer.Contains(Recorded(line), StringComparison.Ordinal));
            using TemporaryFolder folder = new();
            string path = folder.File("recorded.yaml");
            File.WriteAllText(path, recorded.Answer);
            StringWriter output = new();
            Assert.True(App.Run(["scenario", "check", path], output, output) == 0, output.ToString());
            Assert.True(App.Run(["scenario", "run", path], output, output) == 0, output.ToString());

            using PacedScenario again = new(ScenarioLoader.Load(path).Cases[0]);
            again.AdvanceTo(long.MaxValue);
            Assert.Equal(Settings(_session), Settings(again.Session!));
        }

        protected override void Dispose(bool disposing)
        {
            _engine.Dispose();
            base.Dispose(disposing);
        }

        // A recording begins with SOC and temperature in tenths, so that either may end a tenth away.
        private static string[] Settings(TwinSession session) =>
        [
            .. ScpiSnapshot.Lines(session.Simulator, static row => row.Is(SettingRow.Saved) && row.Is(SettingRow.Query)
                && row.Pattern is not ("LOAD" or "CURRent" or "MODule#:SOC" or "MODule#:TEMPerature") && !row.Pattern.StartsWith("SYSTem:", StringComparison.Ordinal)),
            .. InverterSettings(session),
        ];

        private static IEnumerable<string> InverterSettings(TwinSession session) =>
            InverterKeys.Settings.Concat(InverterKeys.Quirks)
                .Select(key => $"{key.Name} {key.Form.Format(key.Get!(session.Inverter!.Settings))}");

        private static string Recorded(string line)
        {
            int equals = line.IndexOf('=', StringComparison.Ordinal);
            return equals > 0 ? $"{{{line[..equals]}: '{line[(equals + 1)..]}'}}" : $"do: '{line.Replace("'", "''", StringComparison.Ordinal)}'";
        }

        private BenchReply Carry(string line)
        {
            int equals = line.IndexOf('=', StringComparison.Ordinal);
            PanelRequest request = equals > 0
                ? new PanelRequest(PanelVerb.SetInverter, line[..equals], line[(equals + 1)..])
                : new PanelRequest(PanelVerb.Line, line);
            BenchReply reply = _engine.Execute(request)();
            if (reply.Error is not null)
            {
                _refused.Add($"{line}: {reply.Error}");
            }

            return reply;
        }

        private void Open(string hash)
        {
            Services.GetRequiredService<NavigationManager>().NavigateTo(hash);
            _page = Render<PanelApp>(parameters => parameters.Add(static app => app.Bench, _bench));
            _bench.Show(_engine.TakePicture());
            _page.WaitForElement("[data-stale]");
        }

        private void UseAll(string hash, params string[] selectors)
        {
            Open(hash);
            Array.ForEach(selectors, UseEach);
        }

        // Each is looked up anew, since the page was drawn anew.
        private void UseEach(string selector)
        {
            int count = _page.FindAll(selector).Count;
            for (int place = 0; place < count && place < _page.FindAll(selector).Count; place++)
            {
                IElement control = _page.FindAll(selector)[place];
                int before = _bench.Sent.Count;
                Use(control);
                if (_bench.Sent.Count > before)
                {
                    Wait(PauseMilliseconds);
                }
            }
        }

        private static void Use(IElement control)
        {
            if (control.HasAttribute("disabled") || control.TextContent is "List" || control.TextContent.StartsWith("Copy", StringComparison.Ordinal))
            {
                return;
            }

            switch (control.LocalName)
            {
                case "button": control.Click(); break;
                case "select": control.Change(control.QuerySelectorAll("option")[^1].TextContent); break;
                default: control.Change(control.GetAttribute("value")); break;
            }
        }

        private void Wait(int milliseconds)
        {
            _session.AdvanceTo(_session.NowMilliseconds + milliseconds);
            _bench.Show(_engine.TakePicture());
        }
    }
}
