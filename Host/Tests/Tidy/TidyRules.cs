using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace BatterySim.Host.Tests.Tidy
{
    /// <summary>The house rules that a line of text can break. Each complaint reads: file:line: what, use what instead.</summary>
    /// <remarks>The layout is held by the formatter: types stand at column 4, their members at column 8. The rules lean on that.</remarks>
    internal static partial class TidyRules
    {
        public const int LineLengthMax = 150;
        public const int MethodLinesMax = 70;

        public static IEnumerable<string> Check(SourceFile file)
        {
            IEnumerable<string> complaints = Banned(file, Bans.Everywhere);
            if (file.IsForTheBoard)
            {
                complaints = complaints.Concat(Banned(file, Bans.Board));
            }

            if (file.IsCSharp)
            {
                complaints = complaints.Concat(LongLines(file)).Concat(LongMethods(file)).Concat(SeveralTypes(file)).Concat(OtherNames(file));
            }

            return file.Path.EndsWith(".md", StringComparison.Ordinal) ? complaints.Concat(Titles(file)) : complaints;
        }

        private static IEnumerable<string> Banned(SourceFile file, IReadOnlyList<Ban> bans) =>
            from number in Enumerable.Range(0, file.Lines.Count)
            from ban in bans
            let line = file.IsCSharp && bans != Bans.Everywhere ? WithoutProse(file.Lines[number]) : file.Lines[number]
            where ban.Pattern.IsMatch(line)
            select Complaint(file, number, ban.What, ban.Instead);

        // Tables keep their columns, however long the source in the last one is. On the desktop the text in a literal does not count.
        private static IEnumerable<string> LongLines(SourceFile file)
        {
            bool isTable = false;
            for (int number = 0; number < file.Lines.Count; number++)
            {
                string line = file.Lines[number];
                isTable = line.Contains("disable IDE0055", StringComparison.Ordinal)
                    || (isTable && !line.Contains("restore IDE0055", StringComparison.Ordinal));
                int length = file.IsForTheBoard ? line.Length : Text().Replace(line, "\"\"").Length;
                if (length > LineLengthMax && !isTable)
                {
                    yield return Complaint(file, number, $"a line of {length} characters", $"at most {LineLengthMax}");
                }
            }
        }

        private static IEnumerable<string> LongMethods(SourceFile file)
        {
            for (int number = 1; number < file.Lines.Count; number++)
            {
                int indent = file.Lines[number].Length - 1;
                bool opensMember = file.Lines[number].Trim() == "{"
                    && IsMember(file, number, indent)
                    && !TypeLine().IsMatch(Head(file, number, indent));
                int length = opensMember ? BodyLength(file, number, indent) : 0;
                if (length > MethodLinesMax)
                {
                    yield return Complaint(file, number - 1, $"a method of {length} lines", $"at most {MethodLinesMax}, in smaller methods");
                }
            }
        }

        // A member of a type at the top stands at column 8; one of a nested type at 12, below a line that opens a type at 8.
        private static bool IsMember(SourceFile file, int number, int indent)
        {
            if (indent != 12)
            {
                return indent == 8;
            }

            int above = number;
            while (above > 0 && file.Lines[above] != new string(' ', indent - 4) + "{")
            {
                above--;
            }

            return above > 0 && TypeLine().IsMatch(Head(file, above, 8));
        }

        private static int BodyLength(SourceFile file, int brace, int indent)
        {
            int end = brace;
            while (end < file.Lines.Count - 1 && !file.Lines[end].StartsWith(new string(' ', indent) + "}", StringComparison.Ordinal))
            {
                end++;
            }

            // "};" ends an initializer: data, not a method.
            return file.Lines[end].Length == indent + 1 ? end - brace - 1 : 0;
        }

        private static string Head(SourceFile file, int brace, int indent)
        {
            int number = brace - 1;
            while (number > 0 && (file.Lines[number].Length <= indent || file.Lines[number][indent] == ' '))
            {
                number--;
            }

            return file.Lines[number];
        }

        private static IEnumerable<string> SeveralTypes(SourceFile file)
        {
            int[] types = [.. Enumerable.Range(0, file.Lines.Count).Where(number => TopTypeLine().IsMatch(file.Lines[number]))];
            return types.Skip(1).Select(number => Complaint(file, number, "a second type", "a file of its own, named after it"));
        }

        // A part of a type has the name of the part behind a point: BatteryModule.Voltage.cs.
        private static IEnumerable<string> OtherNames(SourceFile file)
        {
            string expected = Path.GetFileName(file.Path).Split('.')[0];
            return Enumerable.Range(0, file.Lines.Count)
                .Select(number => (number, Name: TopTypeLine().Match(file.Lines[number]).Groups["name"].Value))
                .Where(type => type.Name.Length > 0)
                .Take(1)
                .Where(type => type.Name != expected)
                .Select(type => Complaint(file, type.number, $"{type.Name} in a file of another name", $"{type.Name}.cs"));
        }

        private static IEnumerable<string> Titles(SourceFile file)
        {
            bool isCode = false;
            var titles = new List<int>();
            for (int number = 0; number < file.Lines.Count; number++)
            {
                isCode ^= file.Lines[number].StartsWith("```", StringComparison.Ordinal);
                if (!isCode && file.Lines[number].StartsWith("# ", StringComparison.Ordinal))
                {
                    titles.Add(number);
                }
            }

            return titles.Count == 1
                ? []
                : [Complaint(file, titles.LastOrDefault(), $"{titles.Count} titles", "exactly one line that starts with '# '")];
        }

        private static string WithoutProse(string line)
        {
            string code = Text().Replace(line, static match => match.Value.Replace("//", "", StringComparison.Ordinal));
            int comment = code.IndexOf("//", StringComparison.Ordinal);
            return comment < 0 ? code : code[..comment];
        }

        private static string Complaint(SourceFile file, int line, string what, string instead) =>
            $"{file.Path}:{line + 1}: {what}, use {instead}";

        [GeneratedRegex(@"\b(class|struct|interface|enum|record)\b")]
        private static partial Regex TypeLine();

        [GeneratedRegex(@"^    (\w+ )*(record (class|struct)|class|struct|interface|enum|record|delegate [\w.<>?]+) (?<name>\w+)")]
        private static partial Regex TopTypeLine();

        [GeneratedRegex(@"""(\\.|[^""\\])*""")]
        private static partial Regex Text();
    }
}
