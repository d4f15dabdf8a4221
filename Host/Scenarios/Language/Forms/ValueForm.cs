using System.Globalization;
using System.Text.Json.Nodes;
using BatterySim.Host.Scenarios.Language.Source;

namespace BatterySim.Host.Scenarios.Language.Forms
{
    /// <summary>What may stand as the value of a key: read by the reader and written into the schema from the same description.</summary>
    internal abstract class ValueForm
    {
        /// <summary>A place of a parameter, which the schema has to let pass wherever a value may stand.</summary>
        protected const string ParameterPattern = "<[A-Za-z][A-Za-z0-9_-]*>";

        /// <summary>What it is, for messages, such as "a voltage such as '52.8 V'".</summary>
        public abstract string Expected { get; }

        /// <summary>Reads a value; a problem is noted where it is none of this form.</summary>
        /// <param name="node">The value.</param>
        /// <param name="what">The key that it stands behind.</param>
        /// <param name="diagnostics">Takes the problem.</param>
        /// <param name="value">The value read.</param>
        public bool TryRead(SourceNode node, string what, DiagnosticList diagnostics, out FormValue value)
        {
            value = default;
            if (node is not SourceScalar scalar)
            {
                diagnostics.Add(node.Position, $"{what} is {Expected}, and here stands {node.Kind}.");
                return false;
            }

            string? problem = Read(scalar.Text, out FormValue read);
            if (problem != null)
            {
                diagnostics.Add(node.Position, $"{what}: {problem}.");
                return false;
            }

            value = read with { Position = node.Position };
            return true;
        }

        /// <summary>Reads a text.</summary>
        /// <returns>Null if it is of this form, otherwise what is wrong, as a clause with its remedy.</returns>
        public abstract string? Read(string text, out FormValue value);

        /// <summary>A value by its number, as people write it.</summary>
        public virtual string Format(long number) => number.ToString(CultureInfo.InvariantCulture);

        /// <summary>The form as JSON Schema.</summary>
        public abstract JsonObject ToSchema();
    }
}
