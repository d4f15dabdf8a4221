using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using BatterySim.Bms.Profiles;
using BatterySim.Host.Analysis.Cloning;
using BatterySim.Host.Scenarios.Profiles;

namespace BatterySim.Host.Scenarios.Cloning
{
    /// <summary>A profile file that is learned from a log.</summary>
    internal sealed class CloneProfile
    {
        private readonly BusPortrait _log;
        private readonly string _source;
        private readonly string _title;
        private readonly BatteryProfile _family;
        private readonly CloneValues _values;
        private readonly CloneDialect _dialect;

        /// <summary>Learns from a log.</summary>
        /// <param name="title">Name of the log.</param>
        /// <param name="log">What it shows.</param>
        public CloneProfile(string title, BusPortrait log)
        {
            _log = log;
            _title = title;
            _source = log.BeginsMicroseconds is long begins ? $"{title}, {TimeText(begins)}" : $"{title}, without times";
            _values = new CloneValues(log, _source);
            _family = _values.Family;
            _dialect = new CloneDialect(log, _source);
        }

        /// <summary>Bytes that stay as in the log because the model says otherwise, by identifier.</summary>
        public Dictionary<uint, byte?[]> Pinned { get; } = [];

        /// <summary>The file.</summary>
        public string Text()
        {
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"# A battery cloned from {_source} by 'batterysim clone'.\n");
            text.Append("# Run it with 'batterysim run --profile THIS-FILE'; 'batterysim clone --check LOG --profile THIS-FILE' prints what differs.\n");
            text.Append(CultureInfo.InvariantCulture, $"# What is captured is from the log. What the log cannot tell is that of {_family.Name}: cells, resistance, protections,\n");
            text.Append("# balancing, and limits at SOC, voltages and temperatures that the log does not show.\n");
            foreach (string line in Untold())
            {
                text.Append(CultureInfo.InvariantCulture, $"# {line}\n");
            }

            WriteLimits(text);
            text.Append(CultureInfo.InvariantCulture, $"name: {NameOf(_title)}\n");
            text.Append(CultureInfo.InvariantCulture, $"title: {ProfileFileWriter.Quoted($"Clone of {_title}")}\n");
            text.Append(CultureInfo.InvariantCulture, $"caveat: {ProfileFileWriter.Quoted("Cloned from a log: what the log does not show is that of " + _family.Name + ".")}\n");
            text.Append(CultureInfo.InvariantCulture, $"extends: {_family.Name}\n");
            if (_values.Values.Count > 0)
            {
                text.Append("values:\n");
                foreach (ProfileValue value in _values.Values)
                {
                    ProfileFileWriter.Write(text, value);
                }
            }

            ProfileFileWriter.Write(text, _dialect.Create(Pinned));
            if (_values.Start.Facts.Count > 0)
            {
                ProfileFileWriter.Write(text, _values.Start);
            }

            return text.ToString();
        }

        private IEnumerable<string> Untold()
        {
            if (_log.Modules is null)
            {
                yield return "The log does not count modules: the whole bank is taken for one battery. Set batteries and divide the limits if you know better.";
            }

            if (_log.CapacityAmpereHours is null)
            {
                yield return "The log does not tell the capacity; set capacityMilliampereHours if you know it.";
            }

            if (_log.Rhythm?.PeriodMilliseconds is null)
            {
                yield return "The log holds one burst of frames, or no times: the period of 1 s is assumed.";
            }

            foreach (FramePortrait frame in _log.Frames.Where(frame => frame.VariesAtAll && !CloneDialect.IsModelled(frame)))
            {
                yield return $"The bytes of 0x{CloneDialect.KeyOf(frame)} change in the log and are not modelled: its first ones are sent.";
            }
        }

        // How the limits followed SOC, voltage and temperature.
        private void WriteLimits(StringBuilder text)
        {
            const int RowsMax = 30;
            LimitRow[] rows = [.. _log.Limits.OrderByDescending(static row => row.Count).Take(RowsMax).OrderBy(static row => row.Soc.Minimum)];
            if (rows.Length == 0)
            {
                return;
            }

            text.Append("# Limits of the bank in the log:\n");
            foreach (LimitRow row in rows)
            {
                string dvl = row.DvlDecivolts is int volts ? string.Create(CultureInfo.InvariantCulture, $", DVL {volts / 10.0:0.0} V") : "";
                text.Append(CultureInfo.InvariantCulture, $"#   CVL {row.CvlDecivolts / 10.0:0.0} V, CCL {row.CclDeciamps / 10.0:0.0} A, ");
                text.Append(CultureInfo.InvariantCulture, $"DCL {row.DclDeciamps / 10.0:0.0} A{dvl} at SOC {Range(row.Soc, 1)} %, ");
                text.Append(CultureInfo.InvariantCulture, $"{Range(row.Millivolts, 1000)} V, {Range(row.Decidegrees, 10)} degC; {row.Count} frames\n");
            }
        }

        private static string Range(LimitRange range, double divisor)
        {
            return !range.IsSeen ? "unknown"
                : range.Minimum == range.Maximum ? string.Create(CultureInfo.InvariantCulture, $"{range.Minimum / divisor:0.##}")
                : string.Create(CultureInfo.InvariantCulture, $"{range.Minimum / divisor:0.##} to {range.Maximum / divisor:0.##}");
        }

        private static string TimeText(long microseconds)
        {
            const long FirstYear2000 = 946_684_800_000_000;
            return microseconds < FirstYear2000
                ? string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1e6:0.000} s on the recorder's clock")
                : DateTimeOffset.FromUnixTimeMilliseconds(microseconds / 1000).ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        }

        private static string NameOf(string title)
        {
            const int LettersMax = 34;
            string letters = new([.. Path.GetFileNameWithoutExtension(title).ToLowerInvariant().Select(static letter =>
                letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? letter : '-').Take(LettersMax)]);
            string name = letters.Trim('-');
            return name.Length == 0 ? "my-pack" : $"{name}-clone";
        }
    }
}
