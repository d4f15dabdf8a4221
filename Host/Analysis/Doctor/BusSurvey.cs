using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BatterySim.Bms.Can;
using BatterySim.Host.Analysis.Cloning;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Analysis.Doctor
{
    /// <summary>Everything that the rules ask about a bus, gathered in one pass over its frames.</summary>
    public sealed class BusSurvey
    {
        private const int StandardIds = 0x800;
        private const int ExtendedIdsMax = 512;
        private const long BusBitsPerSecond = 500_000;

        // A frame of 8 bytes takes 222 to 270 us at 500 kbit/s: what comes sooner than this left right behind the one before.
        private const long BackToBackMicroseconds = 400;
        private const int PortraitFrames = 8192;

        // A frame's bits without stuffing; 10 % more for stuff bits, which is between the least and the most.
        private const int StandardOverheadBits = 47;
        private const int ExtendedOverheadBits = 67;

        private static readonly uint[] BatteryIds = [0x351, 0x355, 0x356, 0x359, 0x35A, 0x35C, 0x35E, 0x400, 0x4210];

        private readonly IdStatistics?[] _standard = new IdStatistics?[StandardIds];
        private readonly Dictionary<uint, IdStatistics> _extended = [];
        private readonly List<IdStatistics> _ids = [];
        private readonly string? _givenDialect;
        private long _bits;
        private readonly BusPortrait _portrait = new();
        private long _lastBatteryMicroseconds = -1;
        private long _lastMicroseconds = -1;

        /// <summary>Makes a survey of nothing.</summary>
        /// <param name="target">Inverter that the battery is meant for; empty for any.</param>
        /// <param name="dialect">What the frames mean, one of <see cref="DecodeDialects.Names"/>; null to find it out.</param>
        public BusSurvey(string target = "", string? dialect = null)
        {
            Target = target;
            _givenDialect = dialect;
        }

        /// <summary>Inverter that the battery is meant for, such as "sol-ark"; empty for any.</summary>
        public string Target { get; }

        /// <summary>What is public about that inverter; null for any.</summary>
        public InverterTarget? Inverter => InverterTargets.Find(Target);

        /// <summary>Order and rhythm of the battery's frames, from the first thousands of them; null without a battery.</summary>
        public BusRhythm? Rhythm
        {
            get
            {
                if (_portrait.Rhythm is null)
                {
                    _portrait.Complete();
                }

                return _portrait.Rhythm;
            }
        }

        /// <summary>Place of an identifier in a set from 1 on; null where it is not of the battery or has a timer of its own.</summary>
        public int? PlaceOf(IdStatistics id)
        {
            ArgumentNullException.ThrowIfNull(id);
            if (!HasTimes || Rhythm is not BusRhythm rhythm || rhythm.HasOwnTimers)
            {
                return null;
            }

            List<FramePortrait> set =
            [
                .. _portrait.Frames.Where(frame => rhythm[frame].PeriodMilliseconds == 0).OrderBy(frame => rhythm[frame].OffsetMilliseconds),
            ];
            int place = set.FindIndex(frame => frame.Id == id.Id && frame.IsExtended == id.IsExtended);
            return place < 0 ? null : place + 1;
        }

        /// <summary>Frames.</summary>
        public long FrameCount { get; private set; }

        /// <summary>Time from the first frame to the last, microseconds.</summary>
        public long LengthMicroseconds { get; private set; }

        /// <summary>True if the log's times are those of the frames, so that rhythm and gaps mean something.</summary>
        public bool HasTimes { get; private set; } = true;

        /// <summary>Identifiers in the order in which they appeared.</summary>
        public IReadOnlyList<IdStatistics> Ids => _ids;

        /// <summary>What the battery says of itself.</summary>
        public BankTrack Bank { get; } = new();

        /// <summary>What tells the dialect.</summary>
        public DialectDetector Detector { get; } = new();

        /// <summary>True if somebody said which dialect it is.</summary>
        public bool HasGivenDialect => _givenDialect is not null;

        /// <summary>The dialect that was given, or else the one that the evidence speaks for.</summary>
        public string Dialect => _givenDialect ?? Detector.Dialect;

        /// <summary>What speaks for it, a few words each.</summary>
        public IReadOnlyCollection<string> DialectEvidence => HasGivenDialect ? ["as given"] : Detector.Evidence;

        /// <summary>Longest time without any frame of a battery between two of them, microseconds.</summary>
        public long SilenceMicroseconds { get; private set; }

        /// <summary>Time at which that silence began.</summary>
        public long SilenceAtMicroseconds { get; private set; }

        /// <summary>Reports of bus errors.</summary>
        public long ErrorReportCount { get; private set; }

        /// <summary>The first of these reports, as a clause; empty if there is none.</summary>
        public string FirstErrorReport { get; private set; } = "";

        /// <summary>What is said about the log as a whole: its clock and its channels.</summary>
        public IReadOnlyList<string> Notes { get; private set; } = [];

        /// <summary>Bus load over the whole log at 500 kbit/s, percent.</summary>
        public double LoadPercent => LengthMicroseconds <= 0 ? 0 : _bits * 1.1 * 1e6 / BusBitsPerSecond / LengthMicroseconds * 100;

        /// <summary>Surveys a log to its end.</summary>
        /// <exception cref="IOException">The log cannot be read on.</exception>
        public void ReadAll(LogSource source)
        {
            ArgumentNullException.ThrowIfNull(source);
            LoggedFrame record = new();
            while (source.TryRead(record))
            {
                Observe(record.Frame, record.TimeMicroseconds);
            }

            HasTimes = source.HasClock;
            ErrorReportCount = source.ErrorReportCount;
            FirstErrorReport = source.ErrorReports.Select(static report => report.Cause).FirstOrDefault() ?? "";
            Notes = [.. source.Notes()];
        }

        /// <summary>Takes a frame into account.</summary>
        /// <param name="frame">The frame.</param>
        /// <param name="microseconds">Time since the first frame, never falling.</param>
        public void Observe(CanFrame frame, long microseconds)
        {
            ArgumentNullException.ThrowIfNull(frame);
            FrameCount++;
            LengthMicroseconds = microseconds;
            _bits += (frame.IsExtended ? ExtendedOverheadBits : StandardOverheadBits) + (frame.IsRemote ? 0 : 8 * frame.Length);
            IdStatistics? statistics = StatisticsOf(frame);
            statistics?.Observe(frame, microseconds);
            if (_lastMicroseconds >= 0 && microseconds - _lastMicroseconds < BackToBackMicroseconds)
            {
                statistics?.OnBackToBack();
            }

            _lastMicroseconds = microseconds;
            if (FrameCount <= PortraitFrames)
            {
                _portrait.Observe(frame, microseconds);
            }

            Detector.Observe(frame);
            Bank.Observe(frame, microseconds);
            if (Array.IndexOf(BatteryIds, frame.Id) >= 0)
            {
                if (_lastBatteryMicroseconds >= 0 && microseconds - _lastBatteryMicroseconds > SilenceMicroseconds)
                {
                    SilenceMicroseconds = microseconds - _lastBatteryMicroseconds;
                    SilenceAtMicroseconds = _lastBatteryMicroseconds;
                }

                _lastBatteryMicroseconds = microseconds;
            }
        }

        /// <summary>Statistics of an 11-bit identifier; null if it did not appear.</summary>
        public IdStatistics? Find(uint id) => id < StandardIds ? _standard[id] : null;

        /// <summary>True if an 11-bit identifier appeared.</summary>
        public bool Has(uint id) => Find(id) is not null;

        /// <summary>True if any frame of a battery was on the bus.</summary>
        public bool HasBattery => _lastBatteryMicroseconds >= 0;

        private IdStatistics? StatisticsOf(CanFrame frame)
        {
            IdStatistics? found;
            if (!frame.IsExtended)
            {
                found = _standard[frame.Id];
                if (found is null)
                {
                    found = new IdStatistics(frame.Id, false);
                    _standard[frame.Id] = found;
                    _ids.Add(found);
                }

                return found;
            }

            if (!_extended.TryGetValue(frame.Id, out found) && _extended.Count < ExtendedIdsMax)
            {
                found = new IdStatistics(frame.Id, true);
                _extended.Add(frame.Id, found);
                _ids.Add(found);
            }

            return found;
        }
    }
}
