using System;
using System.Text.Json.Nodes;
using BatterySim.Host.Inverter;
using BatterySim.Host.Scenarios.Language.Forms;

namespace BatterySim.Host.Scenarios.Language.Keys
{
    /// <summary>A key that stands for a setting of the inverter, or for what is done to it.</summary>
    internal sealed class InverterKey
    {
        /// <param name="name">The key.</param>
        /// <param name="help">What it does, one sentence.</param>
        /// <param name="form">The value.</param>
        /// <param name="set">Puts the value into the settings; null for what is done to the inverter and is not a setting.</param>
        /// <param name="get">Takes the value's number from the settings; null where <paramref name="set"/> is.</param>
        public InverterKey(
            string name, string help, ValueForm form, Action<InverterSettings, FormValue>? set, Func<InverterSettings, long>? get = null)
        {
            Get = get;
            Name = name;
            Help = help;
            Form = form;
            Set = set;
        }

        /// <summary>The key.</summary>
        public string Name { get; }

        /// <summary>What it does, one sentence.</summary>
        public string Help { get; }

        /// <summary>The value.</summary>
        public ValueForm Form { get; }

        /// <summary>Puts the value into the settings; null for what is done to the inverter and is not a setting.</summary>
        public Action<InverterSettings, FormValue>? Set { get; }

        /// <summary>Takes the value's number from the settings, for <see cref="ValueForm.Format"/>; null where <see cref="Set"/> is.</summary>
        public Func<InverterSettings, long>? Get { get; }

        /// <summary>What holds where the key is left out, as it is written; empty for what is done to the inverter and is not a setting.</summary>
        public string Default => Get is null ? "" : Form.Format(Get(new InverterSettings()));

        /// <summary>True for what is fixed when the inverter is built.</summary>
        public bool IsSetupOnly { get; init; }

        /// <summary>The key's value as JSON Schema.</summary>
        public JsonObject ToSchema()
        {
            JsonObject schema = Form.ToSchema();
            schema["description"] = Help;
            return schema;
        }
    }
}
