using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BatterySim.Host.Can.Logs;
using BatterySim.Host.Protocol;

namespace BatterySim.Host.Tests.Scenarios
{
    /// <summary>What a bank has said last of itself at one moment of a log: its limits, enables and SOC, and what it measures.</summary>
    internal sealed class ClaimedState : IEquatable<ClaimedState>
    {
        private const long SampleGapMicroseconds = 5_000_000;

        // How far a measurement of the model may lie beside that of a captured battery.
        private static readonly Dictionary<string, double> Tolerances = new()
        {
            ["bankVoltageVolts"] = 0.5,
            ["bankCurrentAmps"] = 1,
            ["temperatureCelsius"] = 1,
        };

        private static readonly string[] Needed =
        [
            "chargeVoltageLimitVolts", "chargeCurrentLimitAmps", "dischargeCurrentLimitAmps", "dischargeVoltageLimitVolts", "socPercent", "sohPercent",
            "bankVoltageVolts", "bankCurrentAmps", "temperatureCelsius",
        ];

        private readonly Dictionary<string, double> _values;

        private ClaimedState(Dictionary<string, double> values) => _values = values;

        /// <summary>What has to be equal, by the names of signals.</summary>
        public static IReadOnlyList<string> Claims { get; } = [.. Needed.Take(6), "chargeEnable", "dischargeEnable"];

        /// <summary>What has to be near.</summary>
        public static IReadOnlyList<string> Measured { get; } = [.. Tolerances.Keys];

        /// <summary>The value of that name; null where nothing was said of it.</summary>
        public double? this[string name] => _values.TryGetValue(name, out double value) ? value : null;

        /// <summary>The states of a log in their order, each once.</summary>
        /// <param name="path">The log.</param>
        /// <param name="dialect">Dialect in which it is read.</param>
        public static List<ClaimedState> AllOf(string path, string dialect = DecodeDialects.AutoName)
        {
            List<LoggedFrame> log = FramesOf(path);
            var decoder = new FrameDecoder(dialect);
            foreach (LoggedFrame line in log.Take(16))
            {
                decoder.Observe(line.Frame);
            }

            var states = new List<ClaimedState>();
            var values = new Dictionary<string, double>();
            long last = long.MaxValue;
            foreach (LoggedFrame line in log)
            {
                if (line.TimeMicroseconds - last > SampleGapMicroseconds)
                {
                    // Samples of one file that have nothing to do with each other.
                    values.Clear();
                }

                last = line.TimeMicroseconds;
                foreach (DecodedSignal signal in decoder.Decode(line.Frame).Signals.Where(static signal => IsLookedAt(signal.Name)))
                {
                    values[signal.Name] = (double)signal.Value;
                }

                if (Needed.All(values.ContainsKey) && (states.Count == 0 || !states[^1].Equals(new ClaimedState(values))))
                {
                    states.Add(new ClaimedState(new Dictionary<string, double>(values)));
                }
            }

            return states;
        }

        /// <summary>The same with another value.</summary>
        public ClaimedState With(string name, double value) => new(new Dictionary<string, double>(_values) { [name] = value });

        /// <summary>True if another state says the same limits, enables and SOC and measures about the same.</summary>
        public bool IsPlayedBy(ClaimedState other)
        {
            return _values.All(pair => other[pair.Key] is double value
                && Math.Abs(value - pair.Value) <= Tolerances.GetValueOrDefault(pair.Key) + 1e-9);
        }

        public bool Equals(ClaimedState? other)
        {
            return other != null && _values.Count == other._values.Count && _values.All(pair => other[pair.Key] == pair.Value);
        }

        public override bool Equals(object? obj) => Equals(obj as ClaimedState);

        public override int GetHashCode() => _values.Count;

        public override string ToString()
        {
            return string.Join(", ", _values.OrderBy(static pair => pair.Key).Select(static pair => $"{pair.Key} {pair.Value}"));
        }

        private static List<LoggedFrame> FramesOf(string path)
        {
            using FileStream stream = File.OpenRead(path);
            var source = new LogSource(stream);
            var frames = new List<LoggedFrame>();
            for (var record = new LoggedFrame(); source.TryRead(record); record = new LoggedFrame())
            {
                frames.Add(record);
            }

            return frames;
        }

        private static bool IsLookedAt(string name) => Claims.Contains(name) || Tolerances.ContainsKey(name);
    }
}
