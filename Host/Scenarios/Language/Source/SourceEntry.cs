namespace BatterySim.Host.Scenarios.Language.Source
{
    /// <summary>A key with its value.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="Position">Where the key stands.</param>
    /// <param name="Value">The value.</param>
    internal sealed record SourceEntry(string Key, SourcePosition Position, SourceNode Value);
}
