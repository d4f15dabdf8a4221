using System;
using System.Collections.Generic;
using System.Globalization;

namespace BatterySim.Host.Can.Logs
{
    /// <summary>Makes one steady clock of the times of a log, whose recorder's clock may have been set, or which holds none.</summary>
    /// <remarks>
    /// A step back and a step forward of more than an hour are taken for the recorder's clock being set: the log goes on with its own spacing.
    /// Times that say how long after the frame before each frame came (candump -t d) are added up. A log without times, or with one
    /// time for all frames, is laid out as batteries send: 20 ms from frame to frame, and a second from one burst to the next.
    /// </remarks>
    public sealed class LogClock
    {
        /// <summary>Frames that are looked at before the kind of the times is settled.</summary>
        public const int LookAheadFrames = 256;

        private const long JumpMicroseconds = 3_600_000_000;
        private const long DisorderMicroseconds = 50_000;
        private const long SpacingMicroseconds = 20_000;
        private const long SpacingMaxMicroseconds = 1_000_000;
        private const long BurstMicroseconds = 1_000_000;
        private const long DeltaMaxMicroseconds = 100_000_000;
        private const int DeltaFramesMin = 8;
        private const int DistinctIdsMax = 256;

        private readonly HashSet<uint> _burst = [];
        private Kind _kind;
        private long _now;
        private long _last;
        private long _burstStart;
        private long _step = SpacingMicroseconds;
        private long _backCount;
        private long _forwardCount;
        private long _firstJumpFrom;
        private long _firstJumpTo;
        private bool _hasFirst;

        /// <summary>False if the log has no times that advance.</summary>
        public bool HasTimes => _kind != Kind.None;

        private enum Kind
        {
            Absolute = 0,
            Delta = 1,
            None = 2,
        }

        /// <summary>Settles what kind of times the log has, from its first frames.</summary>
        /// <param name="times">Times in the order of the log, microseconds; those without a time left out.</param>
        /// <param name="frameCount">Frames looked at, with and without a time.</param>
        public void Settle(IReadOnlyList<long> times, int frameCount)
        {
            ArgumentNullException.ThrowIfNull(times);
            _kind = times.Count == 0 || (frameCount > DeltaFramesMin && IsConstant(times)) ? Kind.None : IsDelta(times) ? Kind.Delta : Kind.Absolute;
        }

        /// <summary>Time of the next frame on the steady clock, microseconds from the first frame; never less than the one before.</summary>
        /// <param name="record">The frame with the log's own time.</param>
        public long Next(LoggedFrame record)
        {
            ArgumentNullException.ThrowIfNull(record);
            bool isFirst = !_hasFirst;
            _hasFirst = true;
            switch (_kind)
            {
                case Kind.None:
                    return LayOut(record, isFirst);
                case Kind.Delta:
                    return _now = isFirst ? 0 : Add(_now, record.TimeMicroseconds);
                default:
                    long step = isFirst || !record.HasTime ? 0 : record.TimeMicroseconds - _last;
                    return Advance(record, step);
            }
        }

        /// <summary>What is to be said about the log's times, sentences without full stop; empty if they are one steady clock.</summary>
        public IEnumerable<string> Notes()
        {
            if (_kind == Kind.None)
            {
                yield return "the log has no times that advance; its frames are laid out 20 ms apart, a burst each second";
            }
            else if (_kind == Kind.Delta)
            {
                yield return "the times of the log are those since the frame before (candump -t d); they are added up";
            }

            if (_backCount > 0)
            {
                yield return $"the recorder's clock was set back {Times(_backCount)} in the log{First(_forwardCount == 0)}; its own spacing goes on there";
            }

            if (_forwardCount > 0)
            {
                yield return $"the recorder's clock jumped by more than an hour {Times(_forwardCount)} in the log{First(true)}; the gap is shortened";
            }
        }

        private static string Times(long count) => count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{count} times");

        private string First(bool isShown) => isShown ? $" (from {LogTime.Text(_firstJumpFrom)} to {LogTime.Text(_firstJumpTo)})" : "";

        private static long Add(long time, long step) => step > LoggedFrame.TimeMicrosecondsMax - time ? time : time + step;

        private long Advance(LoggedFrame record, long step)
        {
            bool isDisorder = step is < 0 and >= -DisorderMicroseconds;
            if (isDisorder)
            {
                // Two channels of one recorder may be a little out of order: the later time stays the reference.
                return _now;
            }

            bool isJump = step is < 0 or > JumpMicroseconds;
            if (isJump)
            {
                _firstJumpFrom = _backCount + _forwardCount == 0 ? _last : _firstJumpFrom;
                _firstJumpTo = _backCount + _forwardCount == 0 ? record.TimeMicroseconds : _firstJumpTo;
                _backCount += step < 0 ? 1 : 0;
                _forwardCount += step > 0 ? 1 : 0;
            }
            else if (step > 0)
            {
                _step = Math.Min(step, SpacingMaxMicroseconds);
            }

            _last = record.HasTime ? record.TimeMicroseconds : _last;
            return _now = Add(_now, isJump ? _step : step);
        }

        private long LayOut(LoggedFrame record, bool isFirst)
        {
            uint key = record.Frame.Id | (record.Frame.IsExtended ? 0x80000000 : 0);
            if (isFirst)
            {
                _burst.Add(key);
                return _now = 0;
            }

            if (!_burst.Add(key) || _burst.Count > DistinctIdsMax)
            {
                _burst.Clear();
                _burst.Add(key);
                _burstStart = Math.Max(_burstStart + BurstMicroseconds, _now + SpacingMicroseconds);
                return _now = _burstStart;
            }

            return _now += SpacingMicroseconds;
        }

        private static bool IsConstant(IReadOnlyList<long> times)
        {
            foreach (long time in times)
            {
                if (time != times[0])
                {
                    return false;
                }
            }

            return true;
        }

        // Times since the frame before go up and down, stay small, and the second half is no later than the first.
        private static bool IsDelta(IReadOnlyList<long> times)
        {
            int backCount = 0;
            int sameCount = 0;
            long firstHalfMax = 0;
            long secondHalfMax = 0;
            for (int index = 1; index < times.Count; index++)
            {
                backCount += times[index] < times[index - 1] ? 1 : 0;
                sameCount += times[index] == times[1] ? 1 : 0;
                bool isFirstHalf = index < times.Count / 2;
                firstHalfMax = isFirstHalf ? Math.Max(firstHalfMax, times[index]) : firstHalfMax;
                secondHalfMax = isFirstHalf ? secondHalfMax : Math.Max(secondHalfMax, times[index]);
            }

            bool isSmall = Math.Max(firstHalfMax, secondHalfMax) < DeltaMaxMicroseconds && times[0] < DeltaMaxMicroseconds;
            bool startsAtZero = times.Count > 0 && times[0] == 0;
            bool isPeriodic = startsAtZero && times.Count >= DeltaFramesMin && sameCount == times.Count - 1 && times[1] > 0;
            bool goesUpAndDown = backCount >= 2 && backCount * (startsAtZero ? 20 : 5) >= times.Count && secondHalfMax < firstHalfMax * 3 / 2;
            return isSmall && (isPeriodic || (times.Count >= DeltaFramesMin && goesUpAndDown));
        }
    }
}
