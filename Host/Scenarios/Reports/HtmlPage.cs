using System.Linq;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>What the pages of a report share.</summary>
    internal static class HtmlPage
    {
        /// <summary>Name that a page gives itself, so that a later report knows what it may replace.</summary>
        public const string Generator = "BatterySim scenario report";

        /// <summary>Opens a page up to the inside of its main part.</summary>
        public static MarkupBuilder Begin(string title)
        {
            MarkupBuilder page = new();
            page.Open("html", ("lang", "en")).Open("head");
            page.Empty("meta", ("charset", "utf-8"));
            page.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            page.Empty("meta", ("name", "generator"), ("content", Generator));
            page.Element("title", title).Raw("style", ReportStyle.Sheet).Close();
            return page.Open("body").Open("main");
        }

        /// <summary>A verdict as sign and word.</summary>
        public static void Verdict(MarkupBuilder page, Verdict verdict, string words)
        {
            page.Open("span", ("class", "verdict " + VerdictWords.Class(verdict)));
            page.Element("span", VerdictWords.Sign(verdict), ("aria-hidden", "true")).Text(" " + words).Close();
        }

        /// <summary>Opens a table that scrolls by itself where the window is narrow, with its heading row, up to the inside of its body.</summary>
        /// <remarks>A column whose name begins with '#' holds numbers; the sign is not shown.</remarks>
        public static void OpenTable(MarkupBuilder page, string caption, params string[] columns)
        {
            page.Open("div", ("class", "wide"), ("tabindex", "0"), ("role", "region"), ("aria-label", caption));
            page.Open("table").Element("caption", caption).Open("thead").Open("tr");
            foreach (string column in columns)
            {
                bool isNumber = column.StartsWith('#');
                page.Element("th", isNumber ? column[1..] : column, ("scope", "col"), ("class", isNumber ? "number" : "text"));
            }

            page.Close().Close().Open("tbody");
        }

        /// <summary>Closes what <see cref="OpenTable"/> opened.</summary>
        public static void CloseTable(MarkupBuilder page) => page.Close().Close().Close();

        /// <summary>A path, which may be broken after each folder.</summary>
        public static void FilePath(MarkupBuilder page, string path)
        {
            string[] parts = path.Split('/');
            page.Open("code");
            foreach (string folder in parts.SkipLast(1))
            {
                page.Text(folder + "/").Empty("wbr");
            }

            page.Text(parts[^1]).Close();
        }

        /// <summary>A row of a name and its value.</summary>
        public static void Fact(MarkupBuilder page, string name, string value)
        {
            page.Open("tr").Element("th", name, ("scope", "row")).Element("td", value).Close();
        }
    }
}
