using System;
using System.Collections.Generic;
using System.Text;
using BatterySim.Host.Scpi;

namespace BatterySim.Host.Cli.Prompt
{
    /// <summary>A line on its way: keys in, text and cursor out. It knows no terminal.</summary>
    /// <remarks>The keys are those of readline: arrows, Home, End, Ctrl+A, B, E, F, K, U, W, N, P, Tab.</remarks>
    internal sealed class LineEditor
    {
        // What the instrument takes in a line.
        private const int LengthMax = 512;

        private readonly LineHistory _history;
        private readonly Func<string, ScpiCompletion> _complete;
        private readonly StringBuilder _text = new();

        /// <summary>Makes an empty line.</summary>
        /// <param name="history">Lines from before.</param>
        /// <param name="complete">How the text before the cursor could go on.</param>
        public LineEditor(LineHistory history, Func<string, ScpiCompletion> complete)
        {
            _history = history;
            _complete = complete;
        }

        /// <summary>What stands there.</summary>
        public string Text => _text.ToString();

        /// <summary>Characters before the cursor.</summary>
        public int Cursor { get; private set; }

        /// <summary>What Tab found.</summary>
        public IReadOnlyList<string> Candidates { get; private set; } = [];

        /// <summary>Empties the line for the next one.</summary>
        public void Clear() => Replace("");

        /// <summary>Takes one key.</summary>
        public EditOutcome Press(ConsoleKeyInfo key)
        {
            bool isControl = (key.Modifiers & ConsoleModifiers.Control) != 0;
            return isControl || (key.KeyChar is > '\0' and < ' ' && key.Key is >= ConsoleKey.A and <= ConsoleKey.Z)
                ? PressControl(key.Key)
                : PressPlain(key);
        }

        private EditOutcome PressPlain(ConsoleKeyInfo key)
        {
            switch (key.Key)
            {
                case ConsoleKey.Enter:
                    _history.Add(Text);
                    return EditOutcome.Entered;
                case ConsoleKey.Tab: return Complete();
                case ConsoleKey.Backspace: Remove(Cursor - 1, Cursor); break;
                case ConsoleKey.Delete: Remove(Cursor, Cursor + 1); break;
                case ConsoleKey.LeftArrow: Move(Cursor - 1); break;
                case ConsoleKey.RightArrow: Move(Cursor + 1); break;
                case ConsoleKey.Home: Move(0); break;
                case ConsoleKey.End: Move(_text.Length); break;
                case ConsoleKey.UpArrow: Replace(_history.Older(Text)); break;
                case ConsoleKey.DownArrow: Replace(_history.Newer(Text)); break;
                case ConsoleKey.Escape: Replace(""); break;
                default:
                    if (key.KeyChar is >= ' ' and not (char)127 && _text.Length < LengthMax)
                    {
                        _text.Insert(Cursor, key.KeyChar);
                        Cursor++;
                    }

                    break;
            }

            return EditOutcome.Editing;
        }

        private EditOutcome PressControl(ConsoleKey key)
        {
            switch (key)
            {
                case ConsoleKey.C:
                    Replace("");
                    return EditOutcome.Dropped;
                case ConsoleKey.D when _text.Length == 0: return EditOutcome.Ended;
                case ConsoleKey.D: Remove(Cursor, Cursor + 1); break;
                case ConsoleKey.L: return EditOutcome.Wiped;
                case ConsoleKey.M or ConsoleKey.J or ConsoleKey.Enter:
                    _history.Add(Text);
                    return EditOutcome.Entered;
                case ConsoleKey.I: return Complete();
                case ConsoleKey.A: Move(0); break;
                case ConsoleKey.E: Move(_text.Length); break;
                case ConsoleKey.B: Move(Cursor - 1); break;
                case ConsoleKey.F: Move(Cursor + 1); break;
                case ConsoleKey.H or ConsoleKey.Backspace: Remove(Cursor - 1, Cursor); break;
                case ConsoleKey.K: Remove(Cursor, _text.Length); break;
                case ConsoleKey.U: Remove(0, Cursor); break;
                case ConsoleKey.W: Remove(StartOfWord(Cursor), Cursor); break;
                case ConsoleKey.LeftArrow: Move(StartOfWord(Cursor)); break;
                case ConsoleKey.RightArrow: Move(EndOfWord(Cursor)); break;
                case ConsoleKey.P: Replace(_history.Older(Text)); break;
                case ConsoleKey.N: Replace(_history.Newer(Text)); break;
                default: break;
            }

            return EditOutcome.Editing;
        }

        private EditOutcome Complete()
        {
            string before = Text[..Cursor];
            ScpiCompletion completion = _complete(before);
            string completed = before[..completion.Start] + completion.Text;
            if (completed != before && completed.Length + _text.Length - Cursor <= LengthMax)
            {
                string rest = Text[Cursor..];
                _text.Clear().Append(completed).Append(rest);
                Cursor = completed.Length;
                return EditOutcome.Editing;
            }

            Candidates = completion.Candidates;
            return Candidates.Count > 1 ? EditOutcome.Listed : EditOutcome.Editing;
        }

        private void Replace(string text)
        {
            _text.Clear().Append(text);
            Cursor = text.Length;
        }

        private void Move(int cursor) => Cursor = Math.Clamp(cursor, 0, _text.Length);

        private void Remove(int start, int end)
        {
            if (start >= 0 && end <= _text.Length && end > start)
            {
                _text.Remove(start, end - start);
                Cursor = start;
            }
        }

        private int StartOfWord(int from)
        {
            while (from > 0 && !IsOfWord(_text[from - 1]))
            {
                from--;
            }

            while (from > 0 && IsOfWord(_text[from - 1]))
            {
                from--;
            }

            return from;
        }

        private int EndOfWord(int from)
        {
            while (from < _text.Length && !IsOfWord(_text[from]))
            {
                from++;
            }

            while (from < _text.Length && IsOfWord(_text[from]))
            {
                from++;
            }

            return from;
        }

        private static bool IsOfWord(char character) => char.IsLetterOrDigit(character) || character is '*' or '.' or '-';
    }
}
