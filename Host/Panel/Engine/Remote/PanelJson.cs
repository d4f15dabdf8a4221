using System.Text.Json;
using System.Text.Json.Serialization;

namespace BatterySim.Host.Panel.Engine.Remote
{
    /// <summary>The messages as JSON, without reflection.</summary>
    [JsonSourceGenerationOptions(
        JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Metadata)]
    [JsonSerializable(typeof(PanelCall))]
    [JsonSerializable(typeof(PanelMessage))]
    public sealed partial class PanelJson : JsonSerializerContext
    {
    }
}
