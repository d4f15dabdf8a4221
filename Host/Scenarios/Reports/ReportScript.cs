namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>The script of the first page. Without it the page shows every case, and the verdicts can be picked.</summary>
    internal static class ReportScript
    {
        /// <summary>Search, folder and tag together; no sign of XML in it, so that the page stays well-formed.</summary>
        public const string Search = """

            (function () {
              var box = document.getElementById("search"), text = document.getElementById("search-text"),
                folder = document.getElementById("search-folder"), tag = document.getElementById("search-tag"),
                count = document.getElementById("search-count"), rows = Array.from(document.querySelectorAll("tr[data-kind=case]"));
              function fits(row) {
                var words = text.value.toLowerCase().split(" "), shown = row.textContent.toLowerCase();
                if (folder.value !== "") { if (row.dataset.folder !== folder.value) { return false; } }
                if (tag.value !== "") { if (row.dataset.tags.indexOf(" " + tag.value + " ") === -1) { return false; } }
                return words.every(function (word) { return shown.indexOf(word) !== -1; });
              }
              function show() {
                var found = 0;
                rows.forEach(function (row) { var is = fits(row); row.hidden = !is; if (is) { found = found + 1; } });
                count.textContent = found + " of " + rows.length;
              }
              [text, folder, tag].forEach(function (field) { field.addEventListener("input", show); });
              box.hidden = false;
              show();
            })();

            """;
    }
}
