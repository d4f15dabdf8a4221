using System.Globalization;

namespace BatterySim.Host.Scenarios.Language
{
    /// <summary>What is wrong with a scenario's file, and where.</summary>
    /// <param name="Path">Path of the file, as it was given or as it was included.</param>
    /// <param name="Line">Line, 1 for the first.</param>
    /// <param name="Column">Column, 1 for the first.</param>
    /// <param name="Message">Value, reason and remedy in one sentence.</param>
    public sealed record Diagnostic(string Path, int Line, int Column, string Message)
    {
        /// <summary>"path:line:column: message", as editors and compilers write it.</summary>
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}:{Column}: {Message}");
    }
}
