using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using BatterySim.Bms.Can;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Analysis.Cloning;
using BatterySim.Host.Protocol;
using BatterySim.Host.Scenarios.Profiles;

namespace BatterySim.Host.Scenarios.Cloning
{
    /// <summary>How the battery of a log speaks, as the dialect of a profile file.</summary>
    internal sealed class CloneDialect
    {
        private const string Yes = "yes";
        private const int PlaceToleranceMilliseconds = 3;
        private const int JitterFramesMin = 4;

        private readonly BusPortrait _log;
        private readonly string _source;
        private readonly FramePortrait[] _modelled;
        private readonly DialectSettings _like;

        public CloneDialect(BusPortrait log, string source)
        {
            _log = log;
            _source = source;
            _like = Dialects.Create(LikeName(log.Detector.Dialect));
            BusRhythm? rhythm = log.Rhythm;
            _modelled = rhythm is null ? [] : [.. log.Frames.Where(IsModelled).OrderBy(frame => rhythm[frame].OffsetMilliseconds)];
        }

        /// <summary>True for a frame that the bank's model writes.</summary>
        public static bool IsModelled(FramePortrait frame) => Model(frame) != null;

        /// <summary>The identifier with three digits or eight.</summary>
        public static string KeyOf(FramePortrait frame) => frame.Id.ToString(frame.IsExtended ? "X8" : "X3", CultureInfo.InvariantCulture);

        /// <summary>The dialect.</summary>
        /// <param name="pinned">Bytes that stay as in the log, by identifier.</param>
        public ProfileDialect Create(IReadOnlyDictionary<uint, byte?[]> pinned)
        {
            List<ProfileFact> facts = [new(ProfileDialectKeys.Like, _like.Name, Provenance.Captured, $"{_source}; {string.Join("; ", _log.Detector.Evidence.DefaultIfEmpty("no evidence for another one"))}")];
            AddLength(facts);
            AddMeaning(facts);
            bool isEven = AddTimes(facts);
            return new ProfileDialect(facts, [.. Rows(pinned, isEven)]);
        }

        private static FrameDefinition? Model(FramePortrait frame) => frame.Length == 0 ? null : FrameTable.Find(frame.Id, frame.IsExtended);

        private static string LikeName(string detected)
        {
            return Dialects.Names.Contains(detected) ? detected
                : detected.StartsWith("deye", StringComparison.Ordinal) ? "deye"
                : detected == "victron" ? "pylontech-v1.3"
                : "pylontech";
        }

        private void Add(List<ProfileFact> facts, string key, string value, Provenance mark = Provenance.Captured, string? source = null)
        {
            facts.Add(new ProfileFact(key, value, mark, source ?? _source));
        }

        private void AddLength(List<ProfileFact> facts)
        {
            bool isPadded = _modelled.All(static frame => frame.Length == CanFrame.DataLengthMax);
            if (_modelled.Length > 0)
            {
                Add(facts, "dataLength", isPadded ? "padded" : "native");
            }
        }

        private void AddMeaning(List<ProfileFact> facts)
        {
            if (Find(MeasurementsFrame.CanId) is not null)
            {
                Add(facts, "voltageScale", _log.IsVoltageInTenths ? "0.1" : "0.01");
                AddSign(facts);
            }

            if (Find(NameFrame.CanId) is FramePortrait name && NameOf(name) is { Length: > 0 } text)
            {
                Add(facts, "manufacturer", text);
            }

            if (Find(StateFrame.CanId) is FramePortrait state)
            {
                bool isFine = state.Length >= 6 && IsFine(state);
                Add(facts, "fineSoc", isFine ? Yes : "no");
            }
        }

        // The sign shows where current flowed for long enough to move SOC; before that the dialect has it.
        private void AddSign(List<ProfileFact> facts)
        {
            string sign = CloneSign.IsChargePositive(_log) ? "charge" : "discharge";
            if (CloneSign.IsShown(_log))
            {
                (double rawAmpereHours, int rise) = _log.Charge;
                Add(facts, "currentSign", sign, Provenance.Captured,
                    string.Create(CultureInfo.InvariantCulture, $"{_source}; SOC changes by {rise} % while the current sums up to {rawAmpereHours:0.0} Ah"));
            }
            else
            {
                Add(facts, "currentSign", sign, Provenance.Family, $"dialect {_log.Detector.Dialect}; the log does not show SOC follow the current");
            }
        }

        private static bool IsFine(FramePortrait state)
        {
            int fine = WireSignals.SocFineCentipercent.Read(state.FirstWord);
            return fine > 0 && fine / 100 == WireSignals.SocPercent.Read(state.FirstWord);
        }

        // Up to the first byte that is not text: Deye's packs put numbers behind their name.
        private static string NameOf(FramePortrait frame)
        {
            byte[] letters = [.. frame.FirstData.Take(frame.Length).TakeWhile(static letter => letter is >= (byte)' ' and <= (byte)'~')];
            return Encoding.ASCII.GetString(letters).TrimEnd();
        }

        private FramePortrait? Find(uint id) => Array.Find(_modelled, frame => frame.Id == id && !frame.IsExtended);

        // Returns whether the frames of a set follow each other with one gap, and nothing comes between them.
        private bool AddTimes(List<ProfileFact> facts)
        {
            BusRhythm? rhythm = _log.Rhythm;
            if (rhythm is null)
            {
                return true;
            }

            if (_like.HasOwnTimers)
            {
                // Where the log has timers, each frame has its own row.
                Add(facts, "ownTimers", "no");
            }

            if (_modelled.Length > 0)
            {
                Add(facts, "order", string.Join(',', _modelled.Select(KeyOf)));
            }

            // A timer sends what came with the last set, so sets have to come as often as the fastest of them.
            int? fastest = !rhythm.HasOwnTimers ? null : _modelled.Select(frame => (int?)rhythm[frame].PeriodMilliseconds)
                .Where(static own => own >= DialectSettings.PeriodMillisecondsMin).Min();
            if ((fastest ?? rhythm.PeriodMilliseconds) is int period)
            {
                Add(facts, "periodMilliseconds", Number(Math.Min(period, DialectSettings.PeriodMillisecondsMax)));
            }
            else
            {
                Add(facts, "periodMilliseconds", "1000", Provenance.Family, "Sol-Ark CAN V1.3 and Pylontech LV CAN V1.2: one set a second; the log does not show the next one");
            }

            int gap = _modelled.Length < 2 ? 0 : (int)Math.Round((Place(_modelled[^1]) - Place(_modelled[0])) / (double)(_modelled.Length - 1));
            bool isEven = !rhythm.HasOwnTimers && _modelled.Length > 0 && Place(_modelled[0]) == 0 && gap <= DialectSettings.GapMillisecondsMax
                && Enumerable.Range(0, _modelled.Length).All(index =>
                    rhythm[_modelled[index]].PeriodMilliseconds == 0
                    && Math.Abs(Place(_modelled[index]) - (index * gap)) <= PlaceToleranceMilliseconds);
            string gapSource = isEven ? _source : $"{_source}; each frame has its own start, see frames";
            Add(facts, "gapMilliseconds", Number(isEven ? gap : 0), Provenance.Captured, gapSource);
            int set = isEven ? gap * (_modelled.Length - 1) : 0;
            int room = (rhythm.PeriodMilliseconds ?? 1000) - set - 1;
            Add(facts, "jitterMilliseconds", Number(rhythm.HasOwnTimers ? 0 : Math.Clamp(rhythm.JitterMilliseconds, 0, Math.Max(0, room))));
            double[] jitters = [.. _log.Frames.Where(frame => rhythm[frame].PeriodMilliseconds > 0 && frame.Count >= JitterFramesMin)
                .Select(frame => rhythm[frame].JitterMilliseconds).Order()];
            int timerJitter = jitters.Length == 0 ? 0 : (int)Math.Round(jitters[jitters.Length / 2]);
            if (timerJitter >= 2)
            {
                Add(facts, ProfileDialectKeys.TimerJitter, Number(timerJitter));
            }

            return isEven;
        }

        private int Place(FramePortrait frame) => _log.Rhythm![frame].OffsetMilliseconds;

        private IEnumerable<ProfileFrame> Rows(IReadOnlyDictionary<uint, byte?[]> pinned, bool isEven)
        {
            BusRhythm? rhythm = _log.Rhythm;
            if (rhythm is null)
            {
                yield break;
            }

            bool isPadded = _modelled.All(static frame => frame.Length == CanFrame.DataLengthMax);
            DialectSettings settings = Dialects.Create(_like.Name);
            settings.SendsFineSoc = Find(StateFrame.CanId) is FramePortrait state && state.Length >= 6 && IsFine(state);
            foreach (FramePortrait frame in _log.Frames.OrderBy(Place))
            {
                FrameRhythm own = rhythm[frame];
                if (Model(frame) is not FrameDefinition model)
                {
                    yield return new ProfileFrame(frame.Id, frame.IsExtended)
                    {
                        Bytes = [.. frame.FirstData.Take(frame.Length).Select(static value => (byte?)value)],
                        StartMilliseconds = own.OffsetMilliseconds,
                        PeriodMilliseconds = own.PeriodMilliseconds,
                        Provenance = Provenance.Captured,
                        Source = _source,
                    };
                    continue;
                }

                int expected = isPadded ? CanFrame.DataLengthMax : model.NativeLengthIn(settings);
                byte?[] bytes = pinned.TryGetValue(frame.Id, out byte?[]? kept) ? kept : [];
                if (!isEven || frame.Length != expected || bytes.Length > 0)
                {
                    yield return new ProfileFrame(frame.Id, frame.IsExtended)
                    {
                        Length = frame.Length != expected ? frame.Length : null,
                        Bytes = bytes,
                        StartMilliseconds = isEven ? null : own.OffsetMilliseconds,
                        PeriodMilliseconds = isEven ? 0 : own.PeriodMilliseconds,
                        Provenance = Provenance.Captured,
                        Source = bytes.Length > 0 ? $"{_source}; bytes that never changed there and that the model would send otherwise" : _source,
                    };
                }
            }

            // A bank has to send something of its own; of this one nothing is known, so it is kept silent.
            if (_modelled.Length == 0)
            {
                foreach (FrameDefinition silent in _like.Order)
                {
                    yield return new ProfileFrame(silent.Id, silent.IsExtended)
                    {
                        Length = 0,
                        Provenance = Provenance.Captured,
                        Source = $"{_source}; never sent",
                    };
                }
            }
        }

        private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
