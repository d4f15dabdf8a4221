using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Panel.Engine
{
    /// <summary>Changes the inverter of a twin.</summary>
    internal static class InverterSwitch
    {
        /// <summary>Sets a value, or does what a hand does: plugs and the power switch.</summary>
        /// <returns>Null if it was done, otherwise why not.</returns>
        public static string? Set(TwinSession session, InverterKey key, in FormValue value)
        {
            if (key.Set != null)
            {
                key.Set(session.Inverter!.Settings, value);
                return session.Inverter.Settings.FindProblem();
            }

            switch (key.Name)
            {
                case InverterKeys.Cable: session.SetInverterConnected(value.IsOn); break;
                case InverterKeys.Recorder: session.SetRecorderConnected(value.IsOn); break;
                default: session.SetInverterPower(value.IsOn); break;
            }

            return null;
        }
    }
}
