namespace BatterySim.Host.Scenarios.Language.Source
{
    /// <summary>A place in a file.</summary>
    /// <param name="Path">Path of the file.</param>
    /// <param name="Line">Line, 1 for the first.</param>
    /// <param name="Column">Column, 1 for the first.</param>
    internal readonly record struct SourcePosition(string Path, int Line, int Column);
}
