using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Scenarios.Running;

namespace BatterySim.Host.Scenarios.Actions
{
    /// <summary>Changes a setting of the inverter, its sources, its cable or its switch.</summary>
    internal sealed class InverterAction : ScenarioAction
    {
        private readonly InverterKey _key;
        private readonly FormValue _value;

        public InverterAction(InverterKey key, FormValue value)
            : base(value.Position, $"inverter {key.Name} {value.Text}")
        {
            _key = key;
            _value = value;
        }

        /// <inheritdoc/>
        public override string? Do(IStand stand) => stand.SetInverter(_key, _value);
    }
}
