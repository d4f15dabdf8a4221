using System;
using System.Reflection;
using BatterySim.Bms;
using BatterySim.Bms.Can;
using BatterySim.Bms.Profiles;
using BatterySim.Bms.Protocol.Frames;

namespace BatterySim.Host.Verification.Meter
{
    /// <summary>What is measured: a bank under a changing current, with an inverter that answers every 0x356.</summary>
    public static class IlWorkload
    {
        /// <summary>Simulated seconds before the measurement.</summary>
        public const int WarmUpSeconds = 60;

        private const int StepMilliseconds = 100;

        /// <summary>Runs the workload; called inside the context that holds the instrumented core.</summary>
        /// <returns>Executed and weighted instructions a second, then the most of each in one call of Advance(100).</returns>
        public static long[] Run(string profile, int batteryCount, int seconds)
        {
            Type counter = typeof(Simulator).Assembly.GetType(IlInstrumenter.CounterTypeName)!;
            var executed = new Counter(counter.GetField(IlInstrumenter.ExecutedFieldName)!);
            var weighted = new Counter(counter.GetField(IlInstrumenter.WeightedFieldName)!);
            var settings = new SimulatorSettings { Profile = ProfileCatalogue.Create(profile), BatteryCount = batteryCount };
            var bus = new AnsweringBus();
            var simulator = new Simulator(settings, bus);
            long executedMax = 0;
            long weightedMax = 0;
            long executedStart = 0;
            long weightedStart = 0;
            for (int call = 0; call < (WarmUpSeconds + seconds) * 1000 / StepMilliseconds; call++)
            {
                if (call == WarmUpSeconds * 1000 / StepMilliseconds)
                {
                    executedStart = executed.Value;
                    weightedStart = weighted.Value;
                    executedMax = 0;
                    weightedMax = 0;
                }

                long executedBefore = executed.Value;
                long weightedBefore = weighted.Value;
                simulator.Advance(StepMilliseconds);
                executedMax = Math.Max(executedMax, executed.Value - executedBefore);
                weightedMax = Math.Max(weightedMax, weighted.Value - weightedBefore);
                if (bus.ConsumeAnswer())
                {
                    simulator.Receive(bus.Answer);
                    simulator.SetCurrent((call % 300) * 100);
                }
            }

            return [(executed.Value - executedStart) / seconds, (weighted.Value - weightedStart) / seconds, executedMax, weightedMax];
        }

        private sealed class Counter(FieldInfo source)
        {
            public long Value => (long)source.GetValue(null)!;
        }

        private sealed class AnsweringBus : ICanBus
        {
            private bool _isAnswering;

            public AnsweringBus()
            {
                Answer.Begin(InverterReplyFrame.CanId, CanFrame.DataLengthMax);
            }

            public CanFrame Answer { get; } = new();

            public CanBusState State => CanBusState.ErrorActive;

            public bool ConsumeAnswer()
            {
                bool isAnswering = _isAnswering;
                _isAnswering = false;
                return isAnswering;
            }

            public SendResult Send(CanFrame frame)
            {
                _isAnswering |= frame.Id == MeasurementsFrame.CanId;
                return SendResult.Accepted;
            }

            public bool TryReceive(CanFrame frame)
            {
                return false;
            }
        }
    }
}
