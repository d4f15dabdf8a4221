using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol.Frames;
using BatterySim.Bms.Stack;
using BatterySim.Host.Analysis.Cloning;
using BatterySim.Host.Scenarios.Profiles;

namespace BatterySim.Host.Scenarios.Cloning
{
    /// <summary>What a log tells of the product and of its state.</summary>
    internal sealed class CloneValues
    {
        private const int DeciToMilli = 100;
        private const int FifteenCellsBelowDecivolts = 546;
        private const int CvlPlausibleDecivolts = 400;
        private const int CvlLargestDecivolts = 620;
        private const int NameLettersMax = 8;

        private readonly BusPortrait _log;
        private readonly string _source;
        private readonly List<ProfileValue> _values = [];

        public CloneValues(BusPortrait log, string source)
        {
            _log = log;
            _source = source;
            Batteries = Math.Clamp(log.Modules ?? 1, 1, BankRules.TwinCapacity);
            Family = FindFamily();
            Batteries = Math.Min(Batteries, Family.NumberOf(ProfileKey.BatteriesMax));
            Learn();
            Start = CreateStart();
        }

        /// <summary>The product whose values stand for what the log does not tell.</summary>
        public BatteryProfile Family { get; }

        /// <summary>Batteries in the bank.</summary>
        public int Batteries { get; }

        /// <summary>Values of the product, in the order of their keys.</summary>
        public IReadOnlyList<ProfileValue> Values => [.. _values.OrderBy(static value => value.Key)];

        /// <summary>The state in which the log begins.</summary>
        public ProfileStart Start { get; }

        private IEnumerable<LimitRow> Plausible =>
            _log.Limits.Where(static row => row.CvlDecivolts is >= CvlPlausibleDecivolts and <= CvlLargestDecivolts
                && row.CclDeciamps >= 0 && row.DclDeciamps >= 0);

        // The product with the most values in common; a known number of cells has to agree, as the charge voltage tells it.
        private BatteryProfile FindFamily()
        {
            int? cvl = Plausible.Select(static row => (int?)row.CvlDecivolts).Max();
            IEnumerable<BatteryProfile> all = ProfileCatalogue.Names.Select(ProfileCatalogue.Create)
                .Where(profile => cvl is not int volts || profile.NumberOf(ProfileKey.CellCount) == (volts < FifteenCellsBelowDecivolts ? 15 : 16));
            BatteryProfile standard = ProfileCatalogue.Create(ProfileCatalogue.DefaultName);
            const int CommonMin = 3;
            BatteryProfile? best = all.MaxBy(Common);
            return best is null ? standard
                : Common(best) >= CommonMin || best.NumberOf(ProfileKey.CellCount) != standard.NumberOf(ProfileKey.CellCount) ? best
                : standard;
        }

        private int Common(BatteryProfile profile)
        {
            int count = 0;
            int batteries = Math.Clamp(_log.Modules ?? 1, 1, profile.NumberOf(ProfileKey.BatteriesMax));
            void Compare(ProfileKey key, int? decis, int divisor) =>
                count += decis is int seen && profile.NumberOf(key) / DeciToMilli == seen / divisor ? 1 : 0;
            Compare(ProfileKey.ChargeVoltageLimitMillivolts, Plausible.Select(static row => (int?)row.CvlDecivolts).Max(), 1);
            Compare(ProfileKey.DischargeVoltageLimitMillivolts, Plausible.Select(static row => row.DvlDecivolts).Max(), 1);
            Compare(ProfileKey.ChargeCurrentLimitMilliamps, Plausible.Select(static row => (int?)row.CclDeciamps).Max(), batteries);
            Compare(ProfileKey.DischargeCurrentLimitMilliamps, Plausible.Select(static row => (int?)row.DclDeciamps).Max(), batteries);
            count += _log.CapacityAmpereHours is int amp && amp / batteries == profile.NumberOf(ProfileKey.CapacityMilliampereHours) / 1000 ? 1 : 0;
            string? name = NameOfBattery();
            count += name is not null && name.Trim() == profile.TextOf(ProfileKey.ManufacturerName) ? 2 : 0;
            return count;
        }

        private void Learn()
        {
            if (_log.CapacityAmpereHours is int ampereHours)
            {
                Add(ProfileKey.CapacityMilliampereHours, Share(ampereHours * 1000), $"0x{_log.CapacityId:X3}");
            }

            if (NameOfBattery() is string name)
            {
                _values.Add(new ProfileValue(ProfileKey.ManufacturerName, name, Provenance.Captured, $"{_source}; 0x35E"));
            }

            LimitRow[] rows = [.. Plausible];
            if (rows.Length > 0)
            {
                LearnVoltages(rows);
                LearnCurrents(rows);
            }

            LearnRequests();
        }

        private void LearnVoltages(LimitRow[] rows)
        {
            int cvl = rows.Max(static row => row.CvlDecivolts) * DeciToMilli;
            Add(ProfileKey.ChargeVoltageLimitMillivolts, cvl, "0x351");
            int? dvl = rows.Select(static row => row.DvlDecivolts).Where(static volts => volts > 0).Min() * DeciToMilli;
            if (dvl is int low && low < cvl)
            {
                Add(ProfileKey.DischargeVoltageLimitMillivolts, low, "0x351");
            }

            int floor = dvl is int known && known < cvl ? known : Family.NumberOf(ProfileKey.DischargeVoltageLimitMillivolts);
            LimitRow[] full = [.. rows.Where(static row => row.IsAtFull)];
            bool isLowered = full.Length > 0 && full.Length < rows.Length && full.Max(static row => row.CvlDecivolts) * DeciToMilli < cvl;
            if (isLowered)
            {
                AddText(ProfileKey.FullChargeVoltage, "float", "CVL falls at SOC 100 %");
                Add(ProfileKey.FloatVoltageMillivolts, full.Max(static row => row.CvlDecivolts) * DeciToMilli, "CVL at SOC 100 %");
            }
            else if (Family.NumberOf(ProfileKey.FloatVoltageMillivolts) > cvl || Family.NumberOf(ProfileKey.FloatVoltageMillivolts) < floor)
            {
                _values.Add(new ProfileValue(ProfileKey.FloatVoltageMillivolts, cvl, Provenance.Assumed, "as CVL; the log does not tell"));
            }

            if (floor > cvl)
            {
                _values.Add(new ProfileValue(ProfileKey.DischargeVoltageLimitMillivolts, cvl, Provenance.Assumed, "not above CVL; the log does not tell"));
            }
        }

        private void LearnCurrents(LimitRow[] rows)
        {
            int ccl = rows.Max(static row => row.CclDeciamps);
            int dcl = rows.Max(static row => row.DclDeciamps);
            if (ccl > 0)
            {
                Add(ProfileKey.ChargeCurrentLimitMilliamps, Share(ccl * DeciToMilli), "0x351");
                new CloneCurve(rows, static row => row.CclDeciamps, ccl).LearnCharge(Family, Add, AddText);
            }

            if (dcl > 0)
            {
                Add(ProfileKey.DischargeCurrentLimitMilliamps, Share(dcl * DeciToMilli), "0x351");
                new CloneCurve(rows, static row => row.DclDeciamps, dcl).LearnDischarge(Family, AddText);
            }

            LimitRow[] full = [.. rows.Where(static row => row.IsAtFull)];
            if (full.Length > 0)
            {
                int most = full.MaxBy(static row => row.Count)!.CclDeciamps;
                Add(ProfileKey.ChargeFullPercent, ccl == 0 ? 0 : most * 100 / ccl, "CCL at SOC 100 %");
            }
        }

        // Bits 5 and 4 of 0x35C: set at and below an SOC, cleared above another one; within one log both are where it shows them set last.
        private void LearnRequests()
        {
            LearnBit(0x20, ProfileKey.ForceChargeBit5OnPermille, ProfileKey.ForceChargeBit5OffPermille);
            LearnBit(0x10, ProfileKey.ForceChargeBit4OnPermille, ProfileKey.ForceChargeBit4OffPermille);
            const int ChargeEnable = 0x80;
            if (_log.RequestBitsBySoc.TryGetValue(100, out int atFull) && _log.RequestBitsBySoc.Values.Any(static bits => (bits & ChargeEnable) != 0))
            {
                Add(ProfileKey.FullDropsChargeEnable, (atFull & ChargeEnable) == 0 ? 1 : 0, "0x35C bit 7 at SOC 100 %");
            }
        }

        private void LearnBit(int bit, ProfileKey on, ProfileKey off)
        {
            int[] set = [.. _log.RequestBitsBySoc.Where(pair => (pair.Value & bit) != 0).Select(static pair => pair.Key)];
            int[] clear = [.. _log.RequestBitsBySoc.Where(pair => (pair.Value & bit) == 0).Select(static pair => pair.Key)];
            if (set.Length > 0 && (clear.Length == 0 || clear.Min() > set.Max()))
            {
                Add(on, (set.Max() * 10) + 9, "0x35C");
                Add(off, (set.Max() * 10) + 9, "0x35C");
            }
            else if (set.Length == 0 && clear.Length > 0 && clear.Min() * 10 <= Family.NumberOf(on))
            {
                Add(on, -1, $"0x35C: clear at SOC {clear.Min()} %");
            }
        }

        private ProfileStart CreateStart()
        {
            List<ProfileFact> facts = [];
            void Fact(string key, decimal value, Provenance mark, string source) =>
                facts.Add(new ProfileFact(key, value.ToString("0.###", CultureInfo.InvariantCulture), mark, source));
            Fact(ProfileStartKeys.Batteries, Batteries, _log.Modules is null ? Provenance.Assumed : Provenance.Captured,
                _log.Modules is int modules ? $"{_source}; {modules} modules" : "the log does not count modules");
            if (_log.FirstSocPermille is int soc)
            {
                Fact(ProfileStartKeys.SocPercent, soc / 10m, Provenance.Captured, $"{_source}; 0x355");
            }

            if (_log.FirstSohPercent is int soh)
            {
                Fact(ProfileStartKeys.SohPercent, soh, Provenance.Captured, $"{_source}; 0x355");
            }

            if (_log.FirstDecidegrees is int temperature)
            {
                Fact(ProfileStartKeys.TemperatureCelsius, temperature / 10m, Provenance.Captured, $"{_source}; 0x356");
            }

            if (_log.FirstMillivolts is int millivolts && _log.FirstDeciamps is int deciamps)
            {
                int sign = CloneSign.IsChargePositive(_log) ? 1 : -1;
                long watts = -(long)sign * millivolts * deciamps / 10_000;
                Fact(ProfileStartKeys.LoadWatts, watts, Provenance.Captured, $"{_source}; voltage and current of 0x356");
            }

            return new ProfileStart(facts);
        }

        private string? NameOfBattery()
        {
            FramePortrait? frame = _log.Frames.FirstOrDefault(static frame => frame is { Id: NameFrame.CanId, IsExtended: false });
            string name = frame is null ? "" : new string([.. frame.FirstData.Take(Math.Min(NameLettersMax, frame.Length))
                .TakeWhile(static letter => letter is >= (byte)' ' and <= (byte)'~').Select(static letter => (char)letter)]).TrimEnd();
            return string.IsNullOrWhiteSpace(name) ? null : name;
        }

        // Rounded up, so that the sum of all batteries is on the wire what it was in the log.
        private int Share(int ofBank) => (ofBank + Batteries - 1) / Batteries;

        private void Add(ProfileKey key, int number, string where)
        {
            (int min, int max) = ProfileWords.BoundsOf(key);
            if (number >= min && number <= max && !_values.Exists(value => value.Key == key))
            {
                _values.Add(new ProfileValue(key, number, Provenance.Captured, $"{_source}; {where}"));
            }
        }

        private void AddText(ProfileKey key, string text, string where) => _values.Add(new ProfileValue(key, text, Provenance.Captured, $"{_source}; {where}"));
    }
}
