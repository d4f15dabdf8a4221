using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace BatterySim.Host.Verification.Meter.Proof
{
    /// <summary>The table of the proof in docs/model.md.</summary>
    public static class ProofPage
    {
        /// <summary>First line of the part that is printed.</summary>
        public const string Begin = "<!-- proof: printed by 'dotnet run --project Host/Verification/Bench -- model-doc'; a test keeps it so -->";

        /// <summary>Its last line.</summary>
        public const string End = "<!-- end of proof -->";

        /// <summary>Prints the rows.</summary>
        public static string Print(IReadOnlyList<ProofRow> rows)
        {
            var page = new StringBuilder(Begin).Append("\n\n");
            page.Append("| what | where | published | here | difference | bound | unit | source |\n| --- | --- | ---: | ---: | ---: | ---: | --- | --- |\n");
            foreach (ProofRow row in rows)
            {
                bool isPublished = !double.IsNaN(row.Published);
                string published = isPublished ? row.Published.ToString("0.##", CultureInfo.InvariantCulture) : "";
                string bound = isPublished ? row.Bound.ToString("0.##", CultureInfo.InvariantCulture) : "";
                page.Append(CultureInfo.InvariantCulture, $"| {row.What} | {row.At} | {published} | {Round(row, row.Measured)} ")
                    .Append(CultureInfo.InvariantCulture, $"| {(isPublished ? Round(row, row.Difference) : "")} | {bound} | {row.Unit} | {row.Source} |\n");
            }

            return page.Append('\n').Append(End).Append('\n').ToString();
        }

        // A digit more than the bound has, so that a difference is never all rounding.
        private static string Round(ProofRow row, double number)
        {
            string text = number.ToString(row.Bound < 0.5 ? "0.000" : row.Bound < 5 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
            return text.TrimStart('-').Trim('0') == "." ? text.TrimStart('-') : text;
        }
    }
}
