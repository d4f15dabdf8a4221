using System;
using System.Globalization;
using System.Threading;
using BatterySim.Host.Scenarios.Plans;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>Makes the bank of a bench what a scenario begins with, through the same commands as inside the process, in real time.</summary>
    internal sealed class BenchSetup
    {
        // A cold start takes 10 to 15 s to the first frame; a bank that is set up wrongly may never come to it.
        private const int StartMillisecondsMax = 30_000;
        private const int LookMilliseconds = 200;
        private const int RestartHoldMilliseconds = 7000;
        private const int SleepHoldMilliseconds = 4000;

        private readonly BenchDriver _bench;
        private readonly SetupPlan _plan;

        public BenchSetup(BenchDriver bench, SetupPlan plan)
        {
            _bench = bench;
            _plan = plan;
        }

        /// <summary>Does it.</summary>
        /// <exception cref="StandException">The instrument refuses something.</exception>
        public void Run(CancellationToken stop)
        {
            if (_plan.ProfileFile != null)
            {
                throw new StandException($"The bank is of the profile file '{_plan.ProfileFile}', and a bench only knows the profiles that ship; use one of those.");
            }

            Do("*RST");
            Do("*CLS");
            Do("FAUL:CLE");
            Do("OUTP ON");
            Do(string.Create(CultureInfo.InvariantCulture, $"BANK:PROF {_plan.Profile.Name},{_plan.Batteries}"));
            foreach (PlannedLine line in _plan.Lines)
            {
                Do(line.Line);
            }

            bool isRunning = _bench.Ask("MOD1:STAT?").StartsWith("RUNN", StringComparison.Ordinal);
            if (!_plan.StartsAwake)
            {
                if (isRunning)
                {
                    HoldAll(SleepHoldMilliseconds, stop);
                }

                WaitUntil("MOD1:STAT?", answer => answer.StartsWith("ASL", StringComparison.Ordinal), stop);
                return;
            }

            if (isRunning && _plan.HasSwitches)
            {
                HoldAll(RestartHoldMilliseconds, stop);
            }
            else if (!isRunning)
            {
                Do("MOD1:RST 0.2 S");
            }

            WaitUntil("BANK:MAST?", answer => answer is not ("0" or ""), stop);
        }

        private void Do(string line)
        {
            if (_bench.Execute(line) is string problem)
            {
                throw new StandException(problem);
            }
        }

        private void HoldAll(int milliseconds, CancellationToken stop)
        {
            for (int battery = 1; battery <= _plan.Batteries; battery++)
            {
                Do(string.Create(CultureInfo.InvariantCulture, $"MOD{battery}:RST {milliseconds / 1000} S"));
            }

            BenchWait.For(milliseconds + LookMilliseconds, stop);
        }

        private void WaitUntil(string query, Predicate<string> isSo, CancellationToken stop) =>
            BenchWait.Until(LookMilliseconds, StartMillisecondsMax, () => isSo(_bench.Ask(query)), stop);
    }
}
