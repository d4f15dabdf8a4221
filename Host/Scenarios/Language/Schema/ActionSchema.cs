using System.Text.Json.Nodes;
using BatterySim.Host.Scenarios.Language.Forms;
using BatterySim.Host.Scenarios.Language.Keys;

namespace BatterySim.Host.Scenarios.Language.Schema
{
    /// <summary>What is done to bank, bus and inverter.</summary>
    internal static class ActionSchema
    {
        /// <summary>Adds the definition of every action.</summary>
        public static void AddTo(JsonObject definitions)
        {
            definitions["bankAction"] = Bank();
            definitions["battery"] = Battery();
            definitions["wire"] = Pieces.Described(SetupSchema.Block(InstrumentKeys.Wire), "Wrong values on the wire; off ends each.");
            definitions["frame"] = Pieces.Described(SetupSchema.Block(InstrumentKeys.Frame), "What is wrong with one frame of the bank.");
            definitions["cable"] = Pieces.Described(SetupSchema.Block(InstrumentKeys.Cable), "A bad cable.");
            definitions["gauge"] = Pieces.Described(SetupSchema.Block(InstrumentKeys.Gauge), "Gauges that lie for a time; off ends each.");
            definitions["inverterAction"] = SetupSchema.InverterAction();
            definitions["send"] = Pieces.Described(Pieces.OneOrMany(Send()), "A frame of a third node on the bus, as candump writes it: 370#0102.");
            definitions["ramp"] = Ramp();
        }

        private static JsonObject Bank()
        {
            JsonObject bank = SetupSchema.Block(InstrumentKeys.Bank);
            bank["properties"]!["policy"] = SetupSchema.Block(InstrumentKeys.Policy);
            return Pieces.Described(bank, "What is done to the bank.");
        }

        private static JsonObject Battery()
        {
            JsonObject battery = SetupSchema.Block(InstrumentKeys.Battery);
            battery["properties"]!["cells"] = new JsonObject
            {
                ["description"] = "SOC by which cells lie above the battery's: a list from cell 1 on, or a block of cell numbers.",
                ["type"] = new JsonArray("array", "object"),
            };
            return Pieces.Described(battery, "What is done to one battery, 1 for the first.");
        }

        private static JsonObject Send()
        {
            JsonObject repeated = Pieces.Block(new JsonObject
            {
                ["frame"] = new JsonObject { ["type"] = "string" },
                ["every"] = Pieces.Reference("time"),
                ["for"] = Pieces.Reference("time"),
            });
            repeated["required"] = new JsonArray("frame");
            return new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, repeated) };
        }

        private static JsonObject Ramp()
        {
            return new JsonObject
            {
                ["description"] = "Repeats an action with <value> in it, from one number to another.",
                ["type"] = "object",
                ["required"] = new JsonArray("from", "to", "step", "every"),
                ["properties"] = new JsonObject
                {
                    ["from"] = new QuantityForm(QuantityKind.Plain).ToSchema(),
                    ["to"] = new QuantityForm(QuantityKind.Plain).ToSchema(),
                    ["step"] = new QuantityForm(QuantityKind.Plain).ToSchema(),
                    ["every"] = Pieces.Reference("time"),
                },
            };
        }
    }
}
