using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Scenarios.Language;
using BatterySim.Host.Scenarios.Reports;
using BatterySim.Host.Scenarios.Results;
using BatterySim.Host.Scenarios.Running;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Panel.Engine.Scenarios
{
    /// <summary>Runs the cases of a scenario one after the other at a pace, in pieces between which its caller can do other things.</summary>
    internal sealed class ScenarioPlayer : IDisposable
    {
        /// <summary>Simulated time of a piece at full speed, ms: less than a millisecond of work natively, some ms in a browser.</summary>
        public const int PieceMilliseconds = 1000;

        private readonly ScenarioDocument _document;
        private readonly double _speed;
        private readonly TimeProvider _clock;
        private readonly List<ScenarioResult> _results = [];
        private PacedScenario? _case;
        private ScenarioPicture? _last;
        private long _caseStart;
        private bool _isStopped;

        /// <param name="document">A scenario without faults.</param>
        /// <param name="speed">Simulated seconds in a second; 0 for as fast as possible.</param>
        /// <param name="clock">The clock on the wall.</param>
        public ScenarioPlayer(ScenarioDocument document, double speed, TimeProvider clock)
        {
            _document = document;
            _speed = speed;
            _clock = clock;
            Begin();
        }

        /// <summary>Told of each new bank and inverter.</summary>
        public event Action<TwinSession>? Begun;

        /// <summary>True until the last case has its verdict, or it was stopped.</summary>
        public bool IsRunning => !_isStopped && (_case is { IsOver: false } || _results.Count < _document.Cases.Count);

        /// <summary>Bank and inverter of the case that runs.</summary>
        public TwinSession? Session => _case?.Session;

        /// <summary>Runs on by what is due, at most one piece.</summary>
        /// <returns>True if more is due at once.</returns>
        public bool Pass()
        {
            if (!IsRunning)
            {
                return false;
            }

            PacedScenario current = _case!;
            double elapsed = _clock.GetElapsedTime(_caseStart).TotalMilliseconds;
            long due = _speed == 0 ? long.MaxValue : (long)(elapsed * _speed);
            long piece = Math.Min(due, current.NowMilliseconds + PieceMilliseconds);
            current.AdvanceTo(piece);
            if (!current.IsOver)
            {
                return piece < due;
            }

            _results.Add(current.Result());
            if (_results.Count < _document.Cases.Count)
            {
                Begin();
            }

            return IsRunning;
        }

        /// <summary>Ends it without a verdict.</summary>
        public void Stop() => _isStopped = true;

        /// <summary>How far it is.</summary>
        public ScenarioPicture Picture()
        {
            if (!IsRunning && _last is { IsRunning: false })
            {
                return _last;
            }

            int count = _document.Cases.Count;
            PacedScenario current = _case!;
            string place = count == 1 ? "" : $" ({Math.Min(_results.Count + 1, count)} of {count})";
            _last = new ScenarioPicture(
                _document.Path,
                current.Scenario.Name + place,
                current.NowMilliseconds,
                current.Scenario.EndMilliseconds,
                current.LastStep,
                IsRunning,
                IsRunning ? "" : _results.Count < count ? "stopped" : VerdictWords.OfScenario(_results.Max(static result => result.Verdict)),
                Findings());
            return _last;
        }

        /// <summary>The report as one page of HTML; of several cases the page of the first that did not pass, or else of the first.</summary>
        public string Report(string productVersion)
        {
            if (_results.Count == 0)
            {
                return "";
            }

            ScenarioResult shown = _results.FirstOrDefault(static result => result.Verdict != Verdict.Passed) ?? _results[0];
            return HtmlReport.PageOf(new RunInfo { ProductVersion = productVersion, Date = _clock.GetUtcNow() }, shown);
        }

        /// <inheritdoc/>
        public void Dispose() => _case?.Dispose();

        private void Begin()
        {
            _case?.Dispose();
            _case = new PacedScenario(_document.Cases[_results.Count]);
            _caseStart = _clock.GetTimestamp();
            if (_case.Session is TwinSession session)
            {
                Begun?.Invoke(session);
            }
        }

        private List<string> Findings()
        {
            var findings = new List<string>();
            foreach (ScenarioResult result in _results)
            {
                string label = result.Case.Length > 0 ? $"{result.Case}: " : "";
                if (result.Problem is string problem)
                {
                    findings.Add($"{label}could not run: {problem}");
                }

                findings.AddRange(result.Expectations.Select(one =>
                    $"{label}{VerdictWords.OfExpectation(one.Verdict)}: {one.Expected}{(one.Verdict == Verdict.Passed ? "" : $"; {one.Seen}")}"));
            }

            return findings;
        }
    }
}
