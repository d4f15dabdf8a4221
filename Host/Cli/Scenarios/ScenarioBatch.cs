using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Cli.Scenarios
{
    /// <summary>Runs many things, several at a time, and tells of them in their order, however long each takes.</summary>
    internal sealed class ScenarioBatch
    {
        private const int LookMilliseconds = 100;

        private readonly int _count;
        private readonly Func<int, CancellationToken, ScenarioResult> _run;
        private readonly bool _failsFast;
        private readonly ScenarioResult?[] _results;
        private readonly BlockingCollection<int> _finished = [];
        private int _next = -1;

        /// <summary>Makes a batch.</summary>
        /// <param name="count">How many there are to run.</param>
        /// <param name="run">Runs one; it may throw <see cref="OperationCanceledException"/> once it is told to stop.</param>
        /// <param name="failsFast">True if nothing after the first that failed is wanted.</param>
        public ScenarioBatch(int count, Func<int, CancellationToken, ScenarioResult> run, bool failsFast)
        {
            _count = count;
            _run = run;
            _failsFast = failsFast;
            _results = new ScenarioResult?[count];
        }

        /// <summary>Runs them.</summary>
        /// <param name="jobs">How many at a time.</param>
        /// <param name="tell">Called on this thread for each result in its order, and now and then with null while there is none.</param>
        /// <param name="stop">Asks for an end: what is not finished is left out.</param>
        /// <returns>A place for each, null where nothing is known. Whoever fails fast knows nothing after the first failure.</returns>
        public ScenarioResult?[] Run(int jobs, Action<ScenarioResult?> tell, CancellationToken stop)
        {
            using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
            int width = Math.Clamp(jobs, 1, Math.Max(1, _count));
            Thread[] workers = [.. Enumerable.Range(0, width).Select(_ => CreateWorker(enough.Token))];
            int atWork = workers.Length;
            Array.ForEach(workers, static worker => worker.Start());
            int told = 0;
            int last = _count - 1;
            while (atWork > 0)
            {
                if (!_finished.TryTake(out int index, LookMilliseconds, CancellationToken.None))
                {
                    tell(null);
                    continue;
                }

                if (index < 0)
                {
                    atWork--;
                    continue;
                }

                for (; told <= last && _results[told] is ScenarioResult result; told++)
                {
                    tell(result);
                    if (_failsFast && result.Verdict is Verdict.Failed or Verdict.CouldNotRun)
                    {
                        last = told;
                        enough.Cancel();
                    }
                }
            }

            // What another worker finished beyond a gap that the user's stop left is known too.
            for (int index = told; index <= last; index++)
            {
                if (_results[index] is ScenarioResult result)
                {
                    tell(result);
                }
            }

            Array.ForEach(workers, static worker => worker.Join());
            return [.. _results.Select((result, index) => index <= last ? result : null)];
        }

        // In the background, so that a second Ctrl+C does not wait for them.
        private Thread CreateWorker(CancellationToken stop) => new(() => Work(stop)) { IsBackground = true };

        private void Work(CancellationToken stop)
        {
            try
            {
                while (!stop.IsCancellationRequested && Interlocked.Increment(ref _next) is int index && index < _count)
                {
                    _results[index] = _run(index, stop);
                    _finished.Add(index, CancellationToken.None);
                }
            }
            catch (OperationCanceledException)
            {
                // Asked to stop: the case that was at work is left out.
            }
            finally
            {
                _finished.Add(-1, CancellationToken.None);
            }
        }
    }
}
