using BatterySim.Bms.Protocol.Frames;
using BatterySim.Host.Protocol;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>The plot's quantities as the bus shows them.</summary>
    internal sealed class BenchPlot
    {
        private const int ThousandthsPerPermille = 100;

        private readonly FrameWatch _frames;
        private readonly DecodeDialect? _dialect;

        public BenchPlot(string dialect, FrameWatch frames)
        {
            _frames = frames;
            _dialect = DecodeDialects.Find(dialect);
        }

        /// <summary>The quantities now.</summary>
        public PlotSample Read(long nowMilliseconds)
        {
            int soc = Value(StateFrame.CanId, "socPercent");
            return new PlotSample(
                nowMilliseconds,
                Value(MeasurementsFrame.CanId, "bankVoltageVolts"),
                Value(MeasurementsFrame.CanId, "bankCurrentAmps"),
                soc == int.MinValue ? soc : soc / ThousandthsPerPermille,
                Value(LimitsFrame.CanId, "chargeVoltageLimitVolts"),
                Value(LimitsFrame.CanId, "chargeCurrentLimitAmps"),
                Value(LimitsFrame.CanId, "dischargeCurrentLimitAmps"));
        }

        private int Value(uint id, string name)
        {
            foreach (SignalDefinition signal in _dialect?.Find(id, false)?.Signals ?? [])
            {
                if (signal.Name == name)
                {
                    Observed value = SignalValue.Read(signal, _frames.SlotOf(id, false));
                    return value.IsKnown ? (int)value.Number : int.MinValue;
                }
            }

            return int.MinValue;
        }
    }
}
