using System.Collections.Generic;
using System.Text.Json.Nodes;
using BatterySim.Host.Scenarios.Compiling;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;

namespace BatterySim.Host.Scenarios.Language.Schema
{
    /// <summary>Bank and inverter before a scenario begins.</summary>
    internal static class SetupSchema
    {
        /// <summary>The bank.</summary>
        public static JsonObject Bank()
        {
            var properties = new JsonObject
            {
                ["profile"] = Pieces.Described(
                    new JsonObject
                    {
                        ["anyOf"] = new JsonArray(
                            SetupReader.ProfileForm.ToSchema(), new JsonObject { ["type"] = "string", ["pattern"] = "\\.[Yy][Aa]?[Mm][Ll]$" }),
                    },
                    "Product of all batteries, or a profile file of your own beside this one."),
                ["batteries"] = Pieces.Described(SetupReader.BatteriesForm.ToSchema(), "Batteries, master included."),
                ["followers"] = Pieces.Described(SetupReader.FollowersForm.ToSchema(), "Batteries besides the master, in place of 'batteries'."),
                ["start"] = Pieces.Described(SetupReader.StartForm.ToSchema(), "awake: in service for hours; asleep: somebody has to press RST."),
                ["spread"] = Pieces.Described(
                    Pieces.OneOrMany(SetupReader.SpreadForm.ToSchema()),
                    "How far the cells' SOC lie apart from the first to the last; a list gives each cell's offset. The same in every battery."),
                ["dialect"] = Dialect(),
                ["cadence"] = InstrumentKeys.Find(InstrumentKeys.Bank, "cadence")!.ToSchema(),
                ["policy"] = Pieces.Described(Block(InstrumentKeys.Policy), "How the master makes one bank of many batteries."),
            };
            foreach (string name in SetupReader.PerBatteryKeys)
            {
                ScpiKey key = InstrumentKeys.Find(InstrumentKeys.Battery, name)!;
                properties[name] = Pieces.Described(Pieces.OneOrMany(key.Form.ToSchema()), key.Help + " One for all, or a list with one for each.");
            }

            return Pieces.Described(Pieces.Block(properties), "The bank before the scenario begins.");
        }

        /// <summary>The inverter.</summary>
        public static JsonObject Inverter()
        {
            JsonObject properties = Keys(InverterKeys.Settings);
            properties["firmware"] = Pieces.Described(Form.Text.ToSchema(), "Firmware as the report is to say it.");
            properties["quirks"] = Quirks(true);
            var none = new JsonObject { ["const"] = "none" };
            return Pieces.Described(
                new JsonObject { ["anyOf"] = new JsonArray(Pieces.Block(properties), none) }, "The inverter, or none. Left out: a 12K with its standards.");
        }

        /// <summary>What is done to the inverter in the timeline.</summary>
        public static JsonObject InverterAction()
        {
            JsonObject properties = Keys(InverterKeys.Settings, true);
            foreach (InverterKey key in InverterKeys.Hand)
            {
                properties[key.Name] = key.ToSchema();
            }

            properties["quirks"] = Quirks(false);
            return Pieces.Described(Pieces.Block(properties), "Changes a setting of the inverter, its sources, its cable or its switch.");
        }

        /// <summary>A block of keys that stand for commands.</summary>
        public static JsonObject Block(IReadOnlyList<ScpiKey> keys)
        {
            var properties = new JsonObject();
            foreach (ScpiKey key in keys)
            {
                properties[key.Name] = key.ToSchema();
                if (key.Signal is not null)
                {
                    properties[key.Signal] = key.ToSchema();
                }
            }

            return Pieces.Block(properties);
        }

        private static JsonObject Dialect()
        {
            JsonObject block = Block(InstrumentKeys.Dialect);
            block["properties"]![InstrumentKeys.DialectOrder.Name] =
                Pieces.Described(Pieces.OneOrMany(InstrumentKeys.DialectOrder.Form.ToSchema()), InstrumentKeys.DialectOrder.Help);
            return Pieces.Described(
                new JsonObject { ["anyOf"] = new JsonArray(InstrumentKeys.Dialect[0].Form.ToSchema(), block) }, "How the bank speaks: a name, or its settings.");
        }

        private static JsonObject Quirks(bool isSetup)
        {
            JsonObject quirks = Keys(InverterKeys.Quirks, !isSetup);
            if (isSetup)
            {
                InverterKey frames = InverterKeys.MandatoryFrames;
                quirks[frames.Name] = Pieces.Described(Pieces.OneOrMany(frames.Form.ToSchema()), frames.Help);
            }

            return Pieces.Described(Pieces.Block(quirks), "What only some inverters do.");
        }

        private static JsonObject Keys(IReadOnlyList<InverterKey> keys, bool isAction = false)
        {
            var properties = new JsonObject();
            foreach (InverterKey key in keys)
            {
                if (!isAction || !key.IsSetupOnly)
                {
                    properties[key.Name] = key.ToSchema();
                }
            }

            return properties;
        }
    }
}
