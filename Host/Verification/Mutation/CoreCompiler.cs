using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace BatterySim.Host.Verification.Mutation
{
    /// <summary>Compiles the core, or the firmware around it, from its sources: whole or with one deliberate fault.</summary>
    public sealed class CoreCompiler
    {
        private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp9);

        private readonly string _root;
        private readonly Dictionary<string, string> _sources;
        private readonly Dictionary<string, SyntaxTree> _trees;
        private readonly CSharpCompilation _whole;

        /// <summary>Reads the sources of the core.</summary>
        /// <param name="root">Folder of the repository.</param>
        /// <param name="version">Version of the assembly, that of the one it takes the place of.</param>
        public CoreCompiler(string root, Version version)
            : this(root, version, "BatterySim.Bms", [], "Bms/")
        {
        }

        private CoreCompiler(string root, Version version, string assembly, MetadataReference[] references, params string[] folders)
        {
            _root = root;
            _sources = Directory.EnumerateFiles(Path.Combine(root, folders[0]), "*.cs", SearchOption.AllDirectories)
                .Select(path => (Path: path, Name: Path.GetRelativePath(root, path).Replace('\\', '/')))
                .Where(file => !folders.Skip(1).Any(other => file.Name.StartsWith(other, StringComparison.Ordinal)))
                .ToDictionary(file => file.Name, file => File.ReadAllText(file.Path));
            _trees = _sources.ToDictionary(source => source.Key, source => CSharpSyntaxTree.ParseText(source.Value, Language, source.Key));
            string platform = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
            MetadataReference[] system = [.. platform.Split(Path.PathSeparator)
                .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
                .Select(path => MetadataReference.CreateFromFile(path))];
            SyntaxTree attributes = CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]", Language);
            _whole = CSharpCompilation.Create(
                assembly,
                _trees.Values.Append(attributes),
                system.Concat(references),
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        }

        /// <summary>Reads the sources of the firmware around the core, but for what only a board can run.</summary>
        /// <param name="root">Folder of the repository.</param>
        /// <param name="version">Version of the assembly, that of the one it takes the place of.</param>
        /// <param name="core">Path of the core's assembly.</param>
        public static CoreCompiler OfHardware(string root, Version version, string core)
        {
            return new CoreCompiler(root, version, "BatterySim.Hardware", [MetadataReference.CreateFromFile(core)],
                "Hardware/", "Hardware/Boards/", "Hardware/Nano/", "Hardware/DeviceCan/");
        }

        /// <summary>Says why a fault cannot be put in; null if it can.</summary>
        public string? FindProblem(Mutant mutant)
        {
            if (!_sources.TryGetValue(mutant.File, out string? text))
            {
                return $"{mutant.Name}: there is no {mutant.File} in {_root}.";
            }

            int first = text.IndexOf(mutant.Original, StringComparison.Ordinal);
            return first < 0 ? $"{mutant.Name}: {mutant.File} does not hold '{mutant.Original}'; the code has moved on, so must the mutant."
                : text.IndexOf(mutant.Original, first + 1, StringComparison.Ordinal) >= 0
                ? $"{mutant.Name}: {mutant.File} holds '{mutant.Original}' more than once; give more of it."
                : null;
        }

        /// <summary>Says why a faulty file would not compile; null if it does. Nothing is written, which takes a fiftieth of the time.</summary>
        /// <remarks>The file is looked at among all the others as they are; what it no longer declares for them shows in <see cref="Write(Mutant, Stream)"/>.</remarks>
        public string? FindError(Mutant mutant)
        {
            SyntaxTree mutated = Mutate(mutant);
            SemanticModel model = _whole.ReplaceSyntaxTree(_trees[mutant.File], mutated).GetSemanticModel(mutated);
            Diagnostic? error = model.GetDiagnostics().FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            return error is null ? null : $"{mutant.Name} does not compile: {error}";
        }

        /// <summary>Writes the assembly.</summary>
        /// <param name="mutant">The fault; null for the core as it is.</param>
        /// <param name="path">Where to write it.</param>
        /// <exception cref="InvalidOperationException">It does not compile; the message says why.</exception>
        public void Write(Mutant? mutant, string path)
        {
            using FileStream file = File.Create(path);
            Write(mutant, file);
        }

        /// <summary>Writes the assembly to a stream.</summary>
        /// <exception cref="InvalidOperationException">It does not compile; the message says why.</exception>
        public void Write(Mutant? mutant, Stream output)
        {
            CSharpCompilation compilation = mutant is null ? _whole : _whole.ReplaceSyntaxTree(_trees[mutant.File], Mutate(mutant));
            EmitResult result = compilation.Emit(output);
            if (!result.Success)
            {
                throw new InvalidOperationException($"{mutant?.Name ?? "core"} does not compile: "
                    + result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
            }
        }

        private SyntaxTree Mutate(Mutant mutant)
        {
            return CSharpSyntaxTree.ParseText(
                _sources[mutant.File].Replace(mutant.Original, mutant.Mutated, StringComparison.Ordinal), Language, mutant.File);
        }
    }
}
