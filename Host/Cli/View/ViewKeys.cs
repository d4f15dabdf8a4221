using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Battery;
using BatterySim.Host.Cli.Sessions;
using BatterySim.Host.Scpi;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Cli.View
{
    /// <summary>What the keys do. All that changes the bank is a line of SCPI, which is shown, so that it can be learnt.</summary>
    internal sealed class ViewKeys
    {
        private const int LoadStepWatts = 500;
        private const int PageLines = 10;
        private const double FactorMax = SimulationPace.FactorMax;

        private readonly TwinSession _session;
        private readonly RunRequest _request;
        private readonly ViewState _state;
        private readonly LocalInstrument _instrument;
        private readonly Func<SimulationPace> _pace;
        private string _paceBefore = "1";

        /// <summary>Makes the keys of a view.</summary>
        /// <param name="session">The twin.</param>
        /// <param name="request">What was asked for: at ports that keep real time the speed cannot be changed.</param>
        /// <param name="state">What is shown.</param>
        /// <param name="instrument">Where the commands go.</param>
        /// <param name="pace">The present speed.</param>
        public ViewKeys(TwinSession session, RunRequest request, ViewState state, LocalInstrument instrument, Func<SimulationPace> pace)
        {
            _session = session;
            _request = request;
            _state = state;
            _instrument = instrument;
            _pace = pace;
            All = [.. Create()];
        }

        /// <summary>The keys in the order of help.</summary>
        public IReadOnlyList<ViewKey> All { get; }

        private int Number => _state.Selected + 1;

        private BatteryModule Module => _session.Simulator.Bank.ModuleAt(Math.Min(_state.Selected, _session.Simulator.Bank.Count - 1));

        /// <summary>Does what a key is for; a key without a meaning says where they are explained.</summary>
        public void Press(ConsoleKeyInfo pressed)
        {
            _state.Select(_state.Selected, _session.Simulator.Bank.Count);
            ViewKey? key = All.FirstOrDefault(key => key.IsIt(pressed));
            if (key is null)
            {
                _state.Message = "this key does nothing; ? explains the keys";
                return;
            }

            key.Do();
        }

        private IEnumerable<ViewKey> Create() => [.. Bank(), .. Battery(), .. Run(), .. Shown()];

        private IEnumerable<ViewKey> Bank() =>
        [
            Letter("+", "more load", "LOAD <watts>", "+=", () => Send($"LOAD {_session.LoadWatts + LoadStepWatts}")),
            Letter("-", "less load, then charging", "LOAD <watts>", "-_", () => Send($"LOAD {_session.LoadWatts - LoadStepWatts}")),
            Letter("o", "hold all frames back, or let them out", "OUTP OFF|ON", "o", () => Send("OUTP " + OffOn(_session.Simulator.IsOutputOn))),
            Letter("x", "clear all faults", "FAUL:CLE", "x", () => Send("FAUL:CLE")),
        ];

        private IEnumerable<ViewKey> Battery() =>
        [
            Key("up", "select the battery before", "", ConsoleKey.UpArrow, 'k', () => Move(-1)),
            Key("down", "select the next battery", "", ConsoleKey.DownArrow, 'j', () => Move(1)),
            Letter("b", "breaker", "MOD#:BRE OFF|ON", "b", () => Send($"MOD{Number}:BRE {OffOn(Module.Power.IsBreakerOn)}")),
            Letter("r", "press RST for a moment: wakes", "MOD#:RST 0.1 S", "r", () => Send($"MOD{Number}:RST 0.1 S")),
            Letter("R", "hold RST for 3 s: sleeps", "MOD#:RST 3 S", "R", () => Send($"MOD{Number}:RST 3 S")),
            Letter("]", "5 % more SOC", "MOD#:SOC <percent>", "]", () => ChangeSoc(50)),
            Letter("[", "5 % less SOC", "MOD#:SOC <percent>", "[", () => ChangeSoc(-50)),
            Letter("c", "chain cable to the next battery", "MOD#:LINK OFF|ON", "c", ToggleChain),
            Letter("m", "silence the battery towards its master", "MOD#:REPL SIL|NORM", "m",
                () => Send($"MOD{Number}:REPL {(Module.Reply == ReplyKind.Silent ? "NORM" : "SIL")}")),
        ];

        private IEnumerable<ViewKey> Run() =>
        [
            Key("space", "pause, or go on", "SYST:SPE 0.001|<factor>", ConsoleKey.Spacebar, ' ', Pause),
            Letter(">", "twice as fast", "SYST:SPE <factor>", ">.", () => ChangeSpeed(2)),
            Letter("<", "half as fast", "SYST:SPE <factor>", "<,", () => ChangeSpeed(0.5)),
        ];

        private IEnumerable<ViewKey> Shown() =>
        [
            Letter("s", "sort the batteries", "", "s", NextOrder),
            Letter("d", "decoded signals or bytes alone", "", "d", () => _state.IsRaw = !(_state.IsRaw ?? _state.IsRawShown)),
            Key("PgDn", "further down", "", ConsoleKey.PageDown, 'f', () => _state.FirstLine += PageLines),
            Key("PgUp", "further up", "", ConsoleKey.PageUp, 'u', () => _state.FirstLine = Math.Max(0, _state.FirstLine - PageLines)),
            Letter("?", "this help, or away with it", "", "?h", () => _state.IsHelpShown = !_state.IsHelpShown),
        ];

        private static ViewKey Letter(string name, string meaning, string command, string letters, Action action) =>
            new(name, meaning, command, pressed => letters.Contains(pressed.KeyChar, StringComparison.Ordinal), action);

        private static ViewKey Key(string name, string meaning, string command, ConsoleKey key, char letter, Action action) =>
            new($"{name}{(letter == ' ' ? "" : $", {letter}")}", meaning, command, pressed => pressed.Key == key || pressed.KeyChar == letter, action);

        private static string OffOn(bool isOn) => isOn ? "OFF" : "ON";

        private void Send(string line)
        {
            string? error = _instrument.Send(line);
            _state.Message = error is null ? $"sent: {line}" : $"sent: {line}  refused: {error}";
        }

        private void Move(int by) => _state.Move(by, _session.Simulator.Bank);

        private void ChangeSoc(int permille)
        {
            decimal percent = Math.Clamp(Module.SocPermille + permille, 0, 1000) / 10m;
            Send(string.Create(CultureInfo.InvariantCulture, $"MOD{Number}:SOC {percent:0.#}"));
        }

        private void ToggleChain()
        {
            if (_state.Selected >= _session.Simulator.Bank.Wiring.LinkCount)
            {
                _state.Message = "the last battery has no chain cable to a next one; select another";
                return;
            }

            Send($"MOD{Number}:LINK {OffOn(_session.Simulator.Bank.Wiring.IsLinkPlugged(_state.Selected))}");
        }

        private void NextOrder()
        {
            _state.Order = (BatteryOrder)(((int)_state.Order + 1) % Enum.GetValues<BatteryOrder>().Length);
            _state.Message = $"sorted {BatterySort.Word(_state.Order)}";
        }

        private void Pause()
        {
            SimulationPace pace = _pace();
            bool isPaused = !pace.IsMax && pace.Factor <= SimulationPace.FactorMin;
            if (!isPaused)
            {
                _paceBefore = pace.IsMax ? "0" : Text(pace.Factor);
            }

            SendSpeed(isPaused ? _paceBefore : Text(SimulationPace.FactorMin));
        }

        private void ChangeSpeed(double by)
        {
            SimulationPace pace = _pace();
            SendSpeed(Text(Math.Clamp((pace.IsMax ? FactorMax : pace.Factor) * by, SimulationPace.FactorMin, FactorMax)));
        }

        private void SendSpeed(string factor)
        {
            if (_request.Ports.KeepsRealTime is string port)
            {
                _state.Message = $"the speed stays real: {port} keeps real time";
                return;
            }

            Send($"SYST:SPE {factor}");
        }

        private static string Text(double factor) => factor.ToString("0.###", CultureInfo.InvariantCulture);
    }
}
