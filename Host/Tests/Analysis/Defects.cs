using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using BatterySim.Host.Tests.Protocol;

namespace BatterySim.Host.Tests.Analysis
{
    /// <summary>Healthy logs, each damaged in one way; the name is that of the rule that must find it.</summary>
    internal static class Defects
    {
        private const uint Limits = 0x351;
        private const uint State = 0x355;
        private const uint Measured = 0x356;
        private const uint Alarms = 0x359;
        private const uint VictronAlarms = 0x35A;
        private const uint Requests = 0x35C;
        private const uint Reply = 0x305;

        private static readonly Lazy<LogText> Run = new(static () => LogText.OfRun("--duration", "30m", "--load", "5kW", "--soc", "60"));
        private static readonly Lazy<LogText> Victron = new(static () => LogText.OfRun("--duration", "30s", "--dialect", "pylontech-v1.3"));
        private static readonly Lazy<LogText> Short = new(static () => LogText.OfRun("--duration", "30s", "--dialect", "pylontech"));

        private static readonly Lazy<LogText> Deye = new(
            static () => LogText.OfFile(Path.Combine(Captures.Folder, "deye-se-f12c-native.log")));

        public static IReadOnlyDictionary<string, Func<string[]>> All { get; } = new Dictionary<string, Func<string[]>>
        {
            ["no-battery"] = static () => Run.Value.Where(static line => line.Id == Reply).Findings(),
            ["battery-silent"] = static () => Run.Value.Where(static line => line.Seconds is < 60 or > 75).Findings(),
            ["frame-missing"] = static () => Without(Measured),
            ["frame-stalled"] = static () => Run.Value.Where(static line => line.Id != Limits || line.Seconds is < 60 or > 80).Findings(),
            ["permission-missing"] = static () => Without(Requests),
            ["no-answer"] = static () => Without(Reply),
            ["answer-stops"] = static () => Run.Value.Where(static line => line.Id != Reply || line.Seconds is < 60 or > 80).Findings(),
            ["two-senders"] = static () => Run.Value.Add(State, static line =>
                [line.With16(0, line.Data[0] - 3) with { Microseconds = line.Microseconds + 9 }]).Findings(),
            ["burst"] = static () => Short.Value.Change(0, static line =>
                line with { Microseconds = ((line.Microseconds + 500_000) / 1_000_000 * 1_000_000) + Rank(line.Id) }).Findings(),
            ["bus-errors"] = static () => Run.Value.Findings(extraLine: "(0.0) can0 20000004#0004000000006000\n"),
            ["bus-overload"] = static () => Run.Value.Where(static line => line.Seconds is > 10 and < 16).Add(State, static line => Filler(line)).Findings(),
            ["recorder-clock"] = static () => Run.Value.Change(0, static line => line.Seconds > 60
                ? line with { Microseconds = line.Microseconds - 30_000_000 } : line).Findings(),
            ["several-channels"] = static () => Run.Value.Change(0, static line => line.Seconds > 60 ? line with { Channel = "can1" } : line).Findings(),
            ["voltage-in-tenths"] = static () => Changed(Measured, static line => Restless(line.With16(0, line.Get16(0) / 10))),
            ["current-sign"] = static () => Changed(Measured, static line => line.With16(2, -line.Get16(2))),
            ["limit-negative"] = static () => Changed(Limits, static line => line.With16(4, -line.Get16(4))),
            ["limit-beyond"] = static () => Changed(Limits, static line => line.With16(4, 30_000)),
            ["charge-limit-zero"] = static () => Forbidding(2, 0x80),
            ["discharge-limit-zero"] = static () => Forbidding(4, 0x40),
            ["cvl-out-of-range"] = static () => Changed(Limits, static line => line.With16(0, 1)),
            ["cvl-below-voltage"] = static () => Changed(Limits, static line => line.With16(0, 480)),
            ["dvl-above-voltage"] = static () => Changed(Limits, static line => line.With16(6, 560)),
            ["enable-contradicts-limit"] = static () => Changed(Requests, static line => line.With8(0, 0)),
            ["protection"] = static () => Changed(Alarms, static line => line.With8(0, 0x02)),
            ["alarm"] = static () => Changed(Alarms, static line => line.With8(2, 0x08)),
            ["deye-fault"] = static () => Deye.Value.Change(Alarms, static line => line.With8(1, 0x10)).Findings(),
            ["victron-alarm"] = static () => Victron.Value.Change(VictronAlarms, static line => line.With8(0, (line.Data[0] & ~3) | 1)).Findings(),
            ["victron-warning"] = static () => Victron.Value.Change(VictronAlarms, static line => line.With8(4, (line.Data[4] & ~3) | 1)).Findings(),
            ["unknown-bits"] = static () => Changed(Alarms, static line => line.With8(0, 0x20)),
            ["modules-zero"] = static () => Changed(Alarms, static line => line.With8(4, 0)),
            ["soc-zero-at-start"] = static () => Changed(State, static line => line.Seconds < 3 ? line.With16(0, 0) : line),
            ["soc-jump"] = static () => Changed(State, static line => line.Seconds > 60 ? line.With16(0, line.Get16(0) - 10) : line),
            ["soc-above-100"] = static () => Changed(State, static line => line.With16(0, 120)),
            ["soc-contradicts-voltage"] = static () => Run.Value.Change(State, static line =>
                line.With16(0, 95)).Change(Measured, static line => line.With16(0, 4900).With16(2, 0)).Findings(),
            ["voltage-out-of-range"] = static () => Run.Value.Change(Measured, static line =>
                Restless(line.With16(0, 3500))).Change(Limits, static line => line.With16(6, 0)).Findings(),
            ["voltage-jump"] = static () => Changed(Measured, static line => line.Seconds is > 60 and < 61 ? line.With16(0, line.Get16(0) - 400) : line),
            ["temperature-impossible"] = static () => Changed(Measured, static line => line.With16(4, -1500)),
            ["capacity-changes"] = static () => Changed(0x379, static line => line.Seconds > 60 ? line.With16(0, 100) : line),
            ["values-frozen"] = static () => Changed(Measured, static line => line.With16(0, 5230).With16(2, -900).With16(4, 250)),
            ["length-for-inverter"] = static () => Short.Value.Findings("sol-ark"),
            ["current-beyond-inverter"] = static () => Run.Value.Findings("sol-ark-12k"),
            ["frame-missing-for-inverter"] = static () => Run.Value.Findings("victron"),
            ["limits-late-for-inverter"] = static () =>
                Victron.Value.Where(static line => line.Id != Limits || line.Seconds is < 10.5 or > 13.5).Findings("victron"),
            ["zero-limit-for-inverter"] = static () => Deye.Value.Findings("sofar"),
            ["request-for-inverter"] = static () => Run.Value.Where(static line => line.Seconds < 50).Change(Requests, static line =>
                line.With8(0, 0xC8)).Findings("luxpower"),
            ["cvl-beyond-inverter"] = static () => Run.Value.Findings("imeon"),
            ["length-wrong"] = static () => Changed(Requests, static line => line with { Data = line.Data[..1] }),
            ["extended-id"] = static () => Run.Value.Change(0, static line => line.Id == Reply ? line : line with { IsExtended = true }).Findings(),
            ["bytes-swapped"] = static () => Changed(Limits, static line => line.With8(0, line.Data[1]).With8(1, line.Data[0])),
            ["force-charge-stuck"] = static () => Changed(Requests, static line => line.With8(0, 0xE0)),
            ["full-charge-stuck"] = static () => Changed(Requests, static line => line.With8(0, 0xC8)),
            ["name-unknown"] = static () => Changed(0x35E, static line => line.With8(0, 'X')),
        };

        // A current that moves by a tenth of an ampere: where the voltage is coarse or fixed, nothing else might, and that is another finding.
        private static LogText.Line Restless(LogText.Line line) => line.With16(2, line.Get16(2) + ((int)line.Seconds & 1));

        private static string[] Without(uint id) => Run.Value.Where(line => line.Id != id).Findings();

        private static string[] Changed(uint id, Func<LogText.Line, LogText.Line> change) => Run.Value.Change(id, change).Findings();

        private static string[] Forbidding(int limitAt, int enableBit)
        {
            return Run.Value.Change(Limits, line => line.With16(limitAt, 0)).Change(Requests, line =>
                line.With8(0, line.Data[0] & ~enableBit)).Findings();
        }

        private static long Rank(uint id) => id == Reply ? 120 : (id - Limits) * 20;

        private static IEnumerable<LogText.Line> Filler(LogText.Line line)
        {
            return Enumerable.Range(1, 3500).Select(index => new LogText.Line(line.Microseconds + index, 0x7FF, false, new byte[8]));
        }
    }
}
