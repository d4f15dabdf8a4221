using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using BatterySim.Bms;
using BatterySim.Hardware;
using BatterySim.Host.Board;

namespace BatterySim.Host.Verification.Meter
{
    /// <summary>What is measured of the firmware: a bank of generic batteries behind an MCP2515, and a Sol-Ark that answers and draws.</summary>
    public static class FirmwareWorkload
    {
        private const int WarmUpMilliseconds = 60_000;
        private const int AnswerMilliseconds = 300;
        private const string Profile = "generic-16s-100";
        private const int MasterDip = 0;

        /// <summary>A board that has been awake for a minute.</summary>
        public static BoardSession Start(int batteries, string cadence)
        {
            var session = new BoardSession(MasterDip);
            session.Advance(AnswerMilliseconds);
            foreach (string line in new[]
            {
                "board:prof " + Profile, $"board:foll {batteries - 1}", "board:cad " + cadence, "board:wake on", "board:save", "board:rest",
            })
            {
                session.Serial.Type(line + "\r");
                session.Advance(AnswerMilliseconds);
            }

            session.Advance(WarmUpMilliseconds);
            if (session.Firmware.Bank.Simulator.Bank.Count != batteries || session.Firmware.Bank.Simulator.Link.Count == 0)
            {
                throw new InvalidOperationException("the board does not run as it was told to: " + session.Serial.ConsumeOutput());
            }

            return session;
        }

        /// <summary>Runs the workload; called inside the context that holds the instrumented assemblies.</summary>
        /// <returns>Executed and weighted: of a second, of the pass in the middle, of the worst pass.</returns>
        public static long[] Run(int batteries, string cadence, int seconds)
        {
            BoardSession session = Start(batteries, cadence);
            var executed = new Counter(IlInstrumenter.ExecutedFieldName);
            var weighted = new Counter(IlInstrumenter.WeightedFieldName);
            var passes = new List<(long Executed, long Weighted)>();
            (long Executed, long Weighted) start = default;
            session.PassBegins += () => start = (executed.Value, weighted.Value);
            session.PassEnds += () => passes.Add((executed.Value - start.Executed, weighted.Value - start.Weighted));
            session.Advance(seconds * 1000);

            long[] byExecuted = [.. passes.Select(pass => pass.Executed).Order()];
            long[] byWeighted = [.. passes.Select(pass => pass.Weighted).Order()];
            return
            [
                byExecuted.Sum() / seconds, byWeighted.Sum() / seconds, byExecuted[byExecuted.Length / 2], byWeighted[byWeighted.Length / 2],
                byExecuted[^1], byWeighted[^1],
            ];
        }

        private sealed class Counter(string name)
        {
            private readonly FieldInfo[] _fields =
            [
                typeof(Simulator).Assembly.GetType(IlInstrumenter.CounterTypeName)!.GetField(name)!,
                typeof(Firmware).Assembly.GetType(IlInstrumenter.CounterTypeName)!.GetField(name)!,
            ];

            public long Value => (long)_fields[0].GetValue(null)! + (long)_fields[1].GetValue(null)!;
        }
    }
}
