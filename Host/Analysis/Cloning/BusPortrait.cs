using System;
using System.Collections.Generic;
using System.Linq;
using BatterySim.Bms.Can;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Analysis.Cloning
{
    /// <summary>What a log shows of a battery: its frames, their rhythm, its limits, and its state where the log begins.</summary>
    public sealed class BusPortrait
    {
        private const int FramesMax = 512;
        private const int RowsMax = 256;
        private const int TenthsBelow = 1000;
        private const ulong OneByte = 0xFF;
        private const long FirstMinuteMicroseconds = 60_000_000;

        private readonly Dictionary<(uint Id, bool IsExtended), FramePortrait> _frames = [];
        private readonly List<FramePortrait> _inOrder = [];
        private readonly Dictionary<(int, int, int, int?), LimitRow> _limits = [];
        private readonly List<int> _firstDeciamps = [];
        private readonly List<(FramePortrait Frame, long Time)> _sequence = [];
        private readonly SortedDictionary<int, int> _requestBits = [];
        private long _lastMicroseconds = -1;
        private int? _soc;
        private int? _millivolts;
        private int? _decidegrees;

        /// <summary>What tells the dialect.</summary>
        public DialectDetector Detector { get; } = new();

        /// <summary>Frames of the battery by identifier, in the order in which they appear.</summary>
        public IReadOnlyList<FramePortrait> Frames => _inOrder;

        /// <summary>Limits that were sent.</summary>
        public IReadOnlyCollection<LimitRow> Limits => _limits.Values;

        /// <summary>Time of the first frame as the log has it, microseconds; null without times.</summary>
        public long? BeginsMicroseconds { get; private set; }

        /// <summary>First SOC, 0.1 %; null if there is none.</summary>
        public int? FirstSocPermille { get; private set; }

        /// <summary>First SOH, %.</summary>
        public int? FirstSohPercent { get; private set; }

        /// <summary>First temperature, 0.1 degC.</summary>
        public int? FirstDecidegrees { get; private set; }

        /// <summary>First bank voltage, mV.</summary>
        public int? FirstMillivolts { get; private set; }

        /// <summary>Median of the current in the first minute by the raw sign of 0x356, 0.1 A.</summary>
        public int? FirstDeciamps => _firstDeciamps.Count == 0 ? null : _firstDeciamps.Order().ElementAt(_firstDeciamps.Count / 2);

        /// <summary>True if the voltage of 0x356 is in 0.1 V.</summary>
        public bool IsVoltageInTenths { get; private set; }

        /// <summary>Modules that the battery counts; null if it does not say.</summary>
        public int? Modules { get; private set; }

        /// <summary>Capacity of the bank in 0x379 or 0x35F, Ah; null if it does not say.</summary>
        public int? CapacityAmpereHours { get; private set; }

        /// <summary>Identifier of the frame that the capacity is from.</summary>
        public uint CapacityId { get; private set; }

        /// <summary>Charge by the raw sign of 0x356, Ah, and the rise of SOC, %.</summary>
        public (double RawAmpereHours, int SocRise) Charge => (_rawAmpereHours, (_soc ?? 0) - (FirstSocPermille ?? 0) / 10);

        /// <summary>SOC with the bits of 0x35C that were ever set at it.</summary>
        public IReadOnlyDictionary<int, int> RequestBitsBySoc => _requestBits;

        private double _rawAmpereHours;
        private int _lastDeciamps;
        private long _lastMeasuredMicroseconds = -1;

        /// <summary>The portrait of a log; read with one steady clock.</summary>
        public static BusPortrait Of(LogSource source)
        {
            ArgumentNullException.ThrowIfNull(source);
            BusPortrait portrait = new();
            LoggedFrame record = new();
            while (source.TryRead(record))
            {
                portrait.Observe(record.Frame, record.TimeMicroseconds);
            }

            portrait.BeginsMicroseconds = source.HasClock ? source.BeginsMicroseconds : null;
            portrait.Complete();
            return portrait;
        }

        /// <summary>Takes a frame into account.</summary>
        public void Observe(CanFrame frame, long time)
        {
            ArgumentNullException.ThrowIfNull(frame);
            if (frame.IsRemote || !IsOfBattery(frame))
            {
                return;
            }

            Detector.Observe(frame);
            if (!_frames.TryGetValue((frame.Id, frame.IsExtended), out FramePortrait? portrait))
            {
                if (_frames.Count == FramesMax)
                {
                    return;
                }

                portrait = new FramePortrait(frame, time);
                _frames.Add((frame.Id, frame.IsExtended), portrait);
                _inOrder.Add(portrait);
            }

            portrait.Observe(frame, time);
            portrait.QuietBeforeMicroseconds += _lastMicroseconds < 0 ? 0 : time - _lastMicroseconds;
            _lastMicroseconds = time;
            const int SequenceMax = 100_000;
            if (_sequence.Count < SequenceMax)
            {
                _sequence.Add((portrait, time));
            }

            if (!frame.IsExtended)
            {
                ObserveValues(frame, time);
            }
        }

        // 0x305 to 0x307 and whatever the catalogue knows as the other side's.
        private static bool IsOfBattery(CanFrame frame)
        {
            return frame.IsExtended
                ? frame.Id is not (0x4200 or (>= 0x8200 and <= 0x824F))
                : frame.Id is not (0x300 or (>= 0x305 and <= 0x307));
        }

        private void ObserveValues(CanFrame frame, long time)
        {
            ulong data = CompiledSignal.WordOf(frame);
            switch (frame.Id)
            {
                case 0x351 when frame.Length >= 6:
                    OnLimits(frame, data);
                    break;
                case 0x355 when frame.Length >= 4:
                    OnState(frame, data);
                    break;
                case 0x356 when frame.Length >= 4:
                    OnMeasured(frame, data, time);
                    break;
                case 0x359 when WireSignals.ManufacturerMark.IsIn(frame) && WireSignals.ManufacturerMark.Read(data) == WireSignals.PylontechMark:
                    OnModules(WireSignals.ModulesOnline.Read(data));
                    break;
                case 0x364 when WireSignals.DeyeModulesOnline.IsIn(frame):
                    OnModules(WireSignals.DeyeModulesOnline.Read(data));
                    break;
                case 0x372 when frame.Length == CanFrame.DataLengthMax:
                    OnModules(WireSignals.VictronModulesOnline.Read(data));
                    break;
                case 0x379 when WireSignals.CapacityAmpereHours.IsIn(frame):
                    OnCapacity(WireSignals.CapacityAmpereHours.Read(data), frame.Id);
                    break;
                case 0x35F when WireSignals.InfoCapacityAmpereHours.IsIn(frame) && CapacityId != 0x379:
                    OnCapacity(WireSignals.InfoCapacityAmpereHours.Read(data), frame.Id);
                    break;
                case 0x35C when frame.Length >= 1 && _soc is int soc:
                    _requestBits[soc] = _requestBits.GetValueOrDefault(soc) | (int)(data & OneByte);
                    break;
                default:
                    break;
            }
        }

        // More than a byte of modules is another meaning of the identifier.
        private void OnModules(int count)
        {
            if (count is > 0 and <= byte.MaxValue)
            {
                Modules = Math.Max(Modules ?? 0, count);
            }
        }

        private void OnCapacity(int ampereHours, uint id)
        {
            if (ampereHours > 0)
            {
                CapacityAmpereHours = ampereHours;
                CapacityId = id;
            }
        }

        private void OnLimits(CanFrame frame, ulong data)
        {
            int? dvl = WireSignals.DischargeVoltageLimitDecivolts.IsIn(frame) ? WireSignals.DischargeVoltageLimitDecivolts.Read(data) : null;
            (int, int, int, int?) key = (
                WireSignals.ChargeVoltageLimitDecivolts.Read(data), WireSignals.ChargeCurrentLimitDeciamps.Read(data),
                WireSignals.DischargeCurrentLimitDeciamps.Read(data), dvl);
            if (!_limits.TryGetValue(key, out LimitRow? row) && _limits.Count < RowsMax)
            {
                row = new LimitRow(key.Item1, key.Item2, key.Item3, key.Item4);
                _limits.Add(key, row);
            }

            row?.Observe(_soc, _millivolts, _decidegrees);
        }

        private void OnState(CanFrame frame, ulong data)
        {
            int soc = WireSignals.SocPercent.Read(data);
            if (soc > 100)
            {
                return;
            }

            int fine = WireSignals.SocFineCentipercent.IsIn(frame) ? WireSignals.SocFineCentipercent.Read(data) : 0;
            int soh = WireSignals.SohPercent.Read(data);
            FirstSocPermille ??= fine / 100 == soc && fine > 0 ? fine / 10 : soc * 10;
            FirstSohPercent ??= soh is > 0 and <= 100 ? soh : null;
            _soc = soc;
        }

        private void OnMeasured(CanFrame frame, ulong data, long time)
        {
            int raw = WireSignals.BankVoltageRaw.Read(data);
            IsVoltageInTenths |= raw is > 0 and < TenthsBelow;
            _millivolts = raw is > 0 and < TenthsBelow ? raw * 100 : raw * 10;
            FirstMillivolts ??= _millivolts;
            int deciamps = WireSignals.BankCurrentDeciamps.Read(data);
            if (_firstDeciamps.Count < 64 && time - _inOrder[0].FirstMicroseconds <= FirstMinuteMicroseconds)
            {
                _firstDeciamps.Add(deciamps);
            }

            CompiledSignal temperature = WireSignals.TemperatureDecidegrees;
            if (temperature.IsIn(frame) && temperature.Read(data) is >= -400 and <= 1000 and int decidegrees)
            {
                _decidegrees = decidegrees;
                FirstDecidegrees ??= _decidegrees;
            }

            const double DeciampMicrosecondsPerAmpereHour = 3.6e10;
            long elapsed = _lastMeasuredMicroseconds < 0 ? 0 : time - _lastMeasuredMicroseconds;
            _rawAmpereHours += elapsed * (double)_lastDeciamps / DeciampMicrosecondsPerAmpereHour;
            _lastMeasuredMicroseconds = time;
            _lastDeciamps = deciamps;
        }

        /// <summary>Rhythm of the whole; null if the log is empty.</summary>
        public BusRhythm? Rhythm { get; private set; }

        /// <summary>Works out the rhythm, once every frame was observed.</summary>
        public void Complete()
        {
            // Where 0x351 comes before everything else, the first of them belong to the state that follows.
            foreach (LimitRow row in _limits.Values.Where(static row => !row.Soc.IsSeen))
            {
                row.Place(FirstSocPermille / 10, FirstMillivolts, FirstDecidegrees);
            }

            if (_inOrder.Count > 0)
            {
                Rhythm = BusRhythm.Of(this, _sequence);
            }
        }
    }
}
