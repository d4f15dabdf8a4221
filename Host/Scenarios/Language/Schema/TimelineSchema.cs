using System.Text.Json.Nodes;
using BatterySim.Host.Scenarios.Language.Forms;

namespace BatterySim.Host.Scenarios.Language.Schema
{
    /// <summary>Steps of the timeline, and sabotages.</summary>
    internal static class TimelineSchema
    {
        private const string BatteryPattern = "^battery +([0-9]+|.*<.*>.*)$";
        private const string FramePattern = "^frame +((0x)?[0-9A-Fa-f]{1,3}|.*<.*>.*)$";

        /// <summary>A step.</summary>
        public static JsonObject Step()
        {
            JsonObject properties = Actions();
            properties["at"] = Pieces.Described(Form.Time.ToSchema(), "Time on the scenario's clock; steps stand in order.");
            properties["after"] = Pieces.Described(Form.Time.ToSchema(), "Time after the step before this one, in place of 'at'.");
            properties["note"] = Pieces.Described(Form.Text.ToSchema(), "Shown in reports.");
            properties["expect"] = Pieces.Described(Pieces.OneOrMany(Pieces.Reference("expectation")), "What must be so.");
            properties["never"] = Pieces.Described(Pieces.OneOrMany(Pieces.Reference("expectation")), "What must not happen.");
            JsonObject step = Block(properties);
            step["oneOf"] = new JsonArray(
                new JsonObject { ["required"] = new JsonArray("at") }, new JsonObject { ["required"] = new JsonArray("after") });
            return step;
        }

        /// <summary>A sabotage.</summary>
        public static JsonObject Sabotage()
        {
            JsonObject properties = Actions();
            properties["why"] = Pieces.Described(Form.Text.ToSchema(), "Why the scenario must fail with it.");
            properties["at"] = Pieces.Described(
                Form.Time.ToSchema(), "When it is done, after the step of that time; 0 s if left out. With it, bank and inverter are actions, without it set-up.");
            properties["bank"] = new JsonObject { ["anyOf"] = new JsonArray(Pieces.Reference("bank"), Pieces.Reference("bankAction")) };
            properties["inverter"] = new JsonObject { ["anyOf"] = new JsonArray(Pieces.Reference("inverter"), Pieces.Reference("inverterAction")) };
            JsonObject sabotage = Block(properties);
            sabotage["required"] = new JsonArray("why");
            return sabotage;
        }

        private static JsonObject Block(JsonObject properties)
        {
            JsonObject block = Pieces.Block(properties);
            JsonNode patterns = block["patternProperties"]!;
            patterns[BatteryPattern] = Pieces.Reference("battery");
            patterns[FramePattern] = Pieces.Reference("frame");
            return block;
        }

        private static JsonObject Actions()
        {
            return new JsonObject
            {
                ["do"] = Pieces.Described(Pieces.OneOrMany(Form.Text.ToSchema()), "A SCPI line, or a list of them; see docs/scpi.md."),
                ["bank"] = Pieces.Reference("bankAction"),
                ["wire"] = Pieces.Reference("wire"),
                ["cable"] = Pieces.Reference("cable"),
                ["gauge"] = Pieces.Reference("gauge"),
                ["inverter"] = Pieces.Reference("inverterAction"),
                ["send"] = Pieces.Reference("send"),
                ["ramp"] = Pieces.Reference("ramp"),
            };
        }
    }
}
