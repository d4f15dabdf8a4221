using System;
using System.CommandLine;
using System.Linq;
using BatterySim.Host.Cli.Completion;

namespace BatterySim.Host.Cli.Commands
{
    /// <summary>The argument that names scenarios.</summary>
    internal static class ScenarioPaths
    {
        /// <summary>Makes it.</summary>
        public static Argument<string[]> Create(ArgumentArity arity, string description)
        {
            Argument<string[]> paths = new("PATH") { Arity = arity, Description = description };

            paths.CompletionSources.Add(CompletionSources.LibraryPaths());

            // A mistyped option would be taken for one more path.
            paths.Validators.Add(static result =>
            {
                if (result.Tokens.Any(static token => token.Value.StartsWith("--", StringComparison.Ordinal)))
                {
                    result.AddError("an option is not known");
                }
            });
            return paths;
        }
    }
}
