using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace BatterySim.Host.Scenarios.Certification
{
    /// <summary>A certification record as JSON.</summary>
    public static class CertificationJson
    {
        /// <summary>Writes a record.</summary>
        public static string Write(CertificationRecord record) =>
            JsonSerializer.Serialize(record, CertificationJsonContext.Default.CertificationRecord) + "\n";

        /// <summary>Reads a record.</summary>
        /// <param name="text">JSON.</param>
        /// <param name="error">Why it is not a record, in one sentence without a period; empty if it is one.</param>
        public static CertificationRecord? Read(string text, out string error)
        {
            try
            {
                CertificationRecord? record = JsonSerializer.Deserialize(text, CertificationJsonContext.Default.CertificationRecord);
                error = record is not { Schema: CertificationRecord.SchemaVersion, Settings: not null, Probes: not null }
                    ? "it is not a certification record of version 1"
                    : "";
                return error.Length == 0 ? record : null;
            }
            catch (JsonException problem)
            {
                error = $"it is not a certification record: {problem.Message.TrimEnd('.')}";
                return null;
            }
        }

        /// <summary>The JSON Schema of a record.</summary>
        public static string Schema()
        {
            JsonNode schema = CertificationJsonContext.Default.CertificationRecord.GetJsonSchemaAsNode();
            return schema.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n";
        }
    }
}
