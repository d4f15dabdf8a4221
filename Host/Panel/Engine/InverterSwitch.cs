using System;
using BatterySim.Host.Inverter;
using BatterySim.Host.Panel.Contract;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;
using BatterySim.Host.Twin;

namespace BatterySim.Host.Panel.Engine
{
    /// <summary>Changes a virtual inverter by the names of a scenario.</summary>
    internal static class InverterSwitch
    {
        /// <summary>Sets a value, or does what a hand does.</summary>
        /// <param name="settings">The inverter's; null without one.</param>
        /// <param name="name">Name of a setting, a quirk, or of what a hand does.</param>
        /// <param name="value">Its value as it is written.</param>
        /// <param name="byHand">Does what is not a setting; false where this bench cannot.</param>
        /// <param name="done">Told of what was done.</param>
        public static BenchReply Change(
            InverterSettings? settings,
            string name,
            string value,
            Func<InverterKey, FormValue, bool> byHand,
            Action<InverterKey, FormValue>? done = null)
        {
            string? problem = settings is null ? "There is no virtual inverter on this bench." : TryChange(settings, name, value, byHand, done);
            return new BenchReply($"{name}: {value}", "", problem);
        }

        /// <summary>What a hand does to the inverter of a twin: plugs and the power switch.</summary>
        public static bool DoByHand(TwinSession session, InverterKey key, FormValue value)
        {
            switch (key.Name)
            {
                case InverterKeys.Cable: session.SetInverterConnected(value.IsOn); break;
                case InverterKeys.Recorder: session.SetRecorderConnected(value.IsOn); break;
                default: session.SetInverterPower(value.IsOn); break;
            }

            return true;
        }

        private static string? TryChange(
            InverterSettings settings, string name, string value, Func<InverterKey, FormValue, bool> byHand, Action<InverterKey, FormValue>? done)
        {
            InverterKey? key = InverterKeys.Find(InverterKeys.Settings, name) ?? InverterKeys.Find(InverterKeys.Quirks, name)
                ?? InverterKeys.Find(InverterKeys.Hand, name);
            if (key == null || key.IsSetupOnly)
            {
                return key == null ? $"The inverter has no setting '{name}'." : $"{name} is fixed when the inverter is built.";
            }

            if (key.Form.Read(value, out FormValue read) is string wrong)
            {
                return $"{name}: {wrong.TrimEnd('.')}.";
            }

            string? problem = key.Set != null ? Set(settings, key, read)
                : byHand(key, read) ? null
                : $"{name} cannot be changed on this bench.";
            if (problem == null)
            {
                done?.Invoke(key, read);
            }

            return problem;
        }

        // A value that does not go with the others is taken back.
        private static string? Set(InverterSettings settings, InverterKey key, FormValue value)
        {
            long before = key.Get!(settings);
            key.Set!(settings, value);
            string? problem = settings.FindProblem();
            if (problem != null && key.Form.Read(key.Form.Format(before), out FormValue old) == null)
            {
                key.Set(settings, old);
            }

            return problem;
        }
    }
}
