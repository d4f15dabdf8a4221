using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BatterySim.Bms;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Stack;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Cli.View;
using BatterySim.Host.Twin;
using Spectre.Console;

namespace BatterySim.Host.Tests.View
{
    /// <summary>A twin with its live view, and no terminal.</summary>
    internal sealed class ViewRig
    {
        private readonly RunRequest _request;

        /// <summary>Makes a bank under 2000 W.</summary>
        public ViewRig(int batteryCount, int socPermille = 550, PortsRequest? ports = null)
        {
            TwinOptions options = new()
            {
                Bank = new SimulatorSettings
                {
                    Profile = Roomy(),
                    BatteryCount = batteryCount,
                    Capacity = BankRules.TwinCapacity,
                    SocPermille = socPermille,
                },
                LoadWatts = 2000,
            };
            Session = new TwinSession(options);
            Runner = new TwinRunner(Session, SimulationPace.Real);
            Session.Simulator.Instrument.Host = new TwinInstrumentHost(Session, Runner);
            _request = new RunRequest(options, null, SimulationPace.Real, null, null, ports ?? PortsRequest.None);
            View = new TwinView(Session, _request) { Places = new ViewPlaces { Runner = Runner } };
        }

        /// <summary>The twin.</summary>
        public TwinSession Session { get; }

        /// <summary>What would drive it.</summary>
        public TwinRunner Runner { get; }

        /// <summary>The view.</summary>
        public TwinView View { get; }

        /// <summary>Carries out a line of SCPI, which must not be refused.</summary>
        public void Do(string line)
        {
            Session.Simulator.Execute(line);
            string error = Session.Simulator.Execute("SYST:ERR?");
            if (!error.StartsWith("0,", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"{line}: {error}");
            }
        }

        /// <summary>Lets time pass, drawing each second as a watched run does.</summary>
        public void Watch(int seconds)
        {
            for (int second = 0; second < seconds; second++)
            {
                Session.AdvanceTo(Session.NowMilliseconds + 1000);
                Draw(new ScreenSize(100, 40), isUnicode: true);
            }
        }

        /// <summary>Presses a key.</summary>
        public void Press(char letter, ConsoleKey key = default) => View.Keys.Press(new ConsoleKeyInfo(letter, key, false, false, false));

        /// <summary>The screen as text.</summary>
        public string[] Draw(ScreenSize size, bool isUnicode) =>
            Write(size, isUnicode, AnsiSupport.No, ColorSystemSupport.NoColors).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

        /// <summary>The screen as a terminal gets it, with its codes.</summary>
        public string DrawAnsi(ScreenSize size, ColorSystemSupport colors) => Write(size, true, AnsiSupport.Yes, colors);

        private string Write(ScreenSize size, bool isUnicode, AnsiSupport ansi, ColorSystemSupport colors)
        {
            using StringWriter writer = new();
            AnsiConsoleOutput output = new(writer);
            IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = ansi, ColorSystem = colors, Out = output });
            console.Profile.Width = size.Width;
            console.Profile.Height = size.Height;
            console.Write(new Screen(View.Compose(size, isUnicode, TimeSpan.FromMilliseconds(Session.NowMilliseconds)), size, isPlaced: false));
            return writer.ToString();
        }

        // The default product without its limit of fifteen, so that one view can be looked at with up to 64.
        private static BatteryProfile Roomy()
        {
            BatteryProfile sok = ProfileCatalogue.Create(ProfileCatalogue.DefaultName);
            IEnumerable<ProfileValue> values = Enumerable.Range(0, (int)ProfileKey.Count)
                .Select(key => sok.ValueOf((ProfileKey)key))
                .Where(static value => value is not null)
                .Select(static value => value.Key == ProfileKey.BatteriesMax
                    ? new ProfileValue(value.Key, 64, Provenance.Assumed, "test")
                    : value);
            return new BatteryProfile(sok.Name, sok.Title, sok.Caveat, [.. values]);
        }
    }
}
