using System;
using System.Collections.Generic;
using System.Threading;

namespace BatterySim.Host.Can.Ports.Socketcand
{
    /// <summary>Frames that a client of socketcand's BCM mode has asked to be sent again and again, one for each identifier.</summary>
    internal sealed class BroadcastJobs : IDisposable
    {
        /// <summary>Jobs of one client at a time.</summary>
        public const int JobsMax = 64;

        /// <summary>Shortest period, so that a client cannot fill the bus by itself.</summary>
        public const long PeriodMinMicroseconds = 1000;

        private readonly Dictionary<(uint Id, bool IsExtended), Job> _jobs = [];
        private readonly Lock _lock = new();

        /// <summary>Sends a frame now and then once in each period; in place of the job of the same identifier.</summary>
        /// <returns>False if the client has too many jobs.</returns>
        public bool Add(in PortFrame frame, long periodMicroseconds, IFrameSink sink)
        {
            lock (_lock)
            {
                if (_jobs.Count >= JobsMax && !_jobs.ContainsKey((frame.Id, frame.IsExtended)))
                {
                    return false;
                }

                _ = Delete(frame.Id, frame.IsExtended);
                Job job = new(frame, sink, TimeSpan.FromMicroseconds(Math.Max(periodMicroseconds, PeriodMinMicroseconds)));
                _jobs.Add((frame.Id, frame.IsExtended), job);
                return true;
            }
        }

        /// <summary>Changes the data of a job; false if there is none of this identifier.</summary>
        public bool Update(in PortFrame frame)
        {
            lock (_lock)
            {
                return _jobs.TryGetValue((frame.Id, frame.IsExtended), out Job? job) && job.Change(frame);
            }
        }

        /// <summary>Ends a job; false if there is none of this identifier.</summary>
        public bool Delete(uint id, bool isExtended)
        {
            lock (_lock)
            {
                bool isThere = _jobs.Remove((id, isExtended), out Job? job);
                job?.Dispose();
                return isThere;
            }
        }

        /// <summary>Ends all of them.</summary>
        public void Dispose()
        {
            lock (_lock)
            {
                foreach (Job job in _jobs.Values)
                {
                    job.Dispose();
                }

                _jobs.Clear();
            }
        }

        private sealed class Job : IDisposable
        {
            private readonly Lock _lock = new();
            private readonly IFrameSink _sink;
            private readonly Timer _timer;
            private PortFrame _frame;
            private bool _isOver;

            public Job(in PortFrame frame, IFrameSink sink, TimeSpan period)
            {
                _frame = frame;
                _sink = sink;
                _timer = new Timer(static job => ((Job)job!).Send(), this, TimeSpan.Zero, period);
            }

            public bool Change(in PortFrame frame)
            {
                lock (_lock)
                {
                    _frame = frame;
                    return true;
                }
            }

            public void Dispose()
            {
                lock (_lock)
                {
                    _isOver = true;
                }

                _timer.Dispose();
            }

            private void Send()
            {
                lock (_lock)
                {
                    if (!_isOver)
                    {
                        _sink.Deliver(_frame with { TimeMicroseconds = PortFrame.NowMicroseconds });
                    }
                }
            }
        }
    }
}
