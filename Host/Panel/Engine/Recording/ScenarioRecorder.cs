using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Results;
using BatterySim.Host.Scenarios.Running;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Panel.Engine.Recording
{
    /// <summary>Takes down what is done to a bank by hand, and makes a scenario of it that does the same and expects what was seen.</summary>
    /// <remarks>
    /// What is expected are states in words, a while after each command and at the end; what a fresh bank does not repeat is left out and said
    /// so in the file.
    /// </remarks>
    internal sealed class ScenarioRecorder
    {
        private const int LookAfterMilliseconds = 3000;
        private const int StepsMax = 2000;
        private const string FileName = "recording.yaml";

        private static readonly string[] Looked = ["state", "fault", "warning", "protections", "alarms"];

        private readonly TwinSession _session;
        private readonly RecordedStart _start;
        private readonly long _startMilliseconds;
        private readonly List<RecordedStep> _steps = [];
        private readonly List<RecordedLook> _looks = [];
        private long _nextLook = long.MaxValue;

        /// <summary>Begins.</summary>
        public ScenarioRecorder(TwinSession session)
        {
            _session = session;
            _start = new RecordedStart(session);
            _startMilliseconds = session.NowMilliseconds;
            session.Stepped += OnStep;
        }

        /// <summary>How long it is.</summary>
        public RecordingPicture Picture(long nowMilliseconds) => new(nowMilliseconds - _startMilliseconds, _steps.Count);

        /// <summary>Takes a line of SCPI that was carried out.</summary>
        public void Add(long nowMilliseconds, string line)
        {
            foreach (string command in RecordedLine.Commands(line))
            {
                Add(nowMilliseconds, new RecordedStep(nowMilliseconds - _startMilliseconds, $"do: {Quoted(command)}"));
            }
        }

        /// <summary>Takes a setting of the inverter that was changed.</summary>
        public void AddInverter(long nowMilliseconds, InverterKey key, in FormValue value)
        {
            string pair = $"{{{key.Name}: {Quoted(value.Text)}}}";
            string line = InverterKeys.Quirks.Contains(key) ? $"inverter: {{quirks: {pair}}}" : $"inverter: {pair}";
            Add(nowMilliseconds, new RecordedStep(nowMilliseconds - _startMilliseconds, line));
        }

        /// <summary>Ends with a last look.</summary>
        public void End(long nowMilliseconds)
        {
            _session.Stepped -= OnStep;
            if (_looks.Count == 0 || _looks[^1].AtMilliseconds < nowMilliseconds - _startMilliseconds)
            {
                Look(nowMilliseconds);
            }
        }

        /// <summary>Writes the scenario, after it was ended; runs it once for that, on any thread.</summary>
        /// <param name="name">Its name; empty for "Recording".</param>
        public string Write(string name) => Write(name, FindUnrepeated(Write(name, [])));

        private void Add(long nowMilliseconds, RecordedStep step)
        {
            if (_steps.Count < StepsMax)
            {
                _steps.Add(step);
                _nextLook = nowMilliseconds + LookAfterMilliseconds;
            }
        }

        private void OnStep(long nowMilliseconds)
        {
            if (nowMilliseconds >= _nextLook)
            {
                _nextLook = long.MaxValue;
                Look(nowMilliseconds);
            }
        }

        private void Look(long nowMilliseconds)
        {
            var values = new List<KeyValuePair<string, string>>();
            void Take(IReadOnlyList<ObservableRow> rows, string family, string name)
            {
                ObservableRow row = Observables.Find(rows, name)!;
                Observed value = row.Inside!(_session, 0);
                values.Add(new($"{family}.{name}", row.Kind.Format(value)));
            }

            Take(Observables.Bank, "bank", "state");
            if (_session.Inverter != null)
            {
                foreach (string name in Looked)
                {
                    Take(Observables.Inverter, "inverter", name);
                }
            }

            _looks.Add(new RecordedLook(nowMilliseconds - _startMilliseconds, values));
        }

        // Runs the scenario once on a fresh bank: what it does not show there is nothing to be expected.
        private static HashSet<(long At, string What)> FindUnrepeated(string text)
        {
            var unrepeated = new HashSet<(long, string)>();
            ScenarioDocument document = ScenarioLoader.Read(FileName, text);
            if (document.Cases.Count != 1)
            {
                return unrepeated;
            }

            using var run = new PacedScenario(document.Cases[0]);
            run.AdvanceTo(long.MaxValue);
            foreach (ExpectationResult result in run.Result().Expectations.Where(static one => one.Verdict != Verdict.Passed))
            {
                unrepeated.Add((result.ArmedMilliseconds, result.Observable));
            }

            return unrepeated;
        }

        private string Write(string name, HashSet<(long At, string What)> unrepeated)
        {
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"name: {Quoted(name.Trim().Length == 0 ? "Recording" : name.Trim())}\n");
            text.Append("description: Recorded by hand in the bench panel; the expectations are what was seen then.\n");
            text.Append("source: a recording of a simulated bank and a virtual inverter\ntags: [recorded]\n");
            _start.WriteTo(text);
            text.Append("timeline:\n");
            text.Append("  - at: 0 s\n    note: The bank as it was when the recording began\n");
            WriteLines(text, _start.Lines);
            IEnumerable<long> times = _steps.Select(static step => step.AtMilliseconds).Concat(_looks.Select(static look => look.AtMilliseconds));
            foreach (long at in times.Distinct().Order())
            {
                WriteMoment(text, at, unrepeated);
            }

            return text.ToString();
        }

        private void WriteMoment(StringBuilder text, long at, HashSet<(long At, string What)> unrepeated)
        {
            // A step has each key once; several commands of one moment are several steps.
            foreach (RecordedStep step in _steps.Where(step => step.AtMilliseconds == at))
            {
                text.Append(CultureInfo.InvariantCulture, $"  - at: {Seconds(at)} s\n    {step.Line}\n");
            }

            foreach (RecordedLook look in _looks.Where(look => look.AtMilliseconds == at))
            {
                var kept = look.Values.Where(value => !unrepeated.Contains((at, value.Key))).ToList();
                foreach (KeyValuePair<string, string> value in look.Values.Except(kept))
                {
                    text.Append(CultureInfo.InvariantCulture, $"  # At {Seconds(at)} s {value.Key} was {value.Value}; a fresh bank shows something else.\n");
                }

                text.Append(kept.Count > 0 ? $"  - at: {Seconds(at)} s\n    expect:\n" : "");
                kept.ForEach(value => text.Append(CultureInfo.InvariantCulture, $"      - {{that: {value.Key}, is: {Value(value.Value)}}}\n"));
            }
        }

        private static void WriteLines(StringBuilder text, IReadOnlyList<string> lines)
        {
            text.Append(lines.Count > 0 ? "    do:\n" : "");
            foreach (string line in lines)
            {
                text.Append(CultureInfo.InvariantCulture, $"      - {Quoted(line)}\n");
            }
        }

        // A set of several is a list in a scenario.
        private static string Value(string value) =>
            value.Contains(" and ", StringComparison.Ordinal) ? $"[{value.Replace(" and ", ", ", StringComparison.Ordinal)}]" : value;

        private static string Seconds(long milliseconds) => (milliseconds / 1000m).ToString("0.###", CultureInfo.InvariantCulture);

        private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }
}
