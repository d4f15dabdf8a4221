using System;
using System.Collections.Generic;
using System.Text;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>Builds HTML that is well-formed XML as well. Nothing gets in unescaped but style sheet and script.</summary>
    internal sealed class MarkupBuilder
    {
        private readonly StringBuilder _text = new();
        private readonly Stack<string> _open = new();

        /// <summary>Opens an element.</summary>
        public MarkupBuilder Open(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
        {
            Start(name, attributes);
            _text.Append('>');
            _open.Push(name);
            return this;
        }

        /// <summary>Closes the element opened last.</summary>
        public MarkupBuilder Close()
        {
            _text.Append("</").Append(_open.Pop()).Append(">\n");
            return this;
        }

        /// <summary>Closes the element opened last, with no line break behind it.</summary>
        public MarkupBuilder CloseInline()
        {
            _text.Append("</").Append(_open.Pop()).Append('>');
            return this;
        }

        /// <summary>Adds text.</summary>
        public MarkupBuilder Text(string text)
        {
            foreach (char letter in ReportText.Clean(text))
            {
                _ = letter switch
                {
                    '&' => _text.Append("&amp;"),
                    '<' => _text.Append("&lt;"),
                    '>' => _text.Append("&gt;"),
                    '"' => _text.Append("&quot;"),
                    '\'' => _text.Append("&#39;"),
                    _ => _text.Append(letter),
                };
            }

            return this;
        }

        /// <summary>Adds an element with text in it.</summary>
        public MarkupBuilder Element(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
        {
            return Open(name, attributes).Text(text).Close();
        }

        /// <summary>Adds an element without content, as br, input or line.</summary>
        public MarkupBuilder Empty(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
        {
            Start(name, attributes);
            _text.Append(" />");
            return this;
        }

        /// <summary>Adds the style sheet, the one thing that is written by us alone and taken as it stands.</summary>
        public MarkupBuilder Style(string sheet)
        {
            Open("style");
            _text.Append(sheet);
            return Close();
        }

        /// <summary>Adds the script, which like the style sheet is written by us alone; it holds no sign that XML would take for its own.</summary>
        public MarkupBuilder Script(string script)
        {
            Open("script");
            _text.Append(script);
            return Close();
        }

        /// <summary>The document, with everything closed.</summary>
        public string Finish()
        {
            while (_open.Count > 0)
            {
                Close();
            }

            return "<!DOCTYPE html>\n" + _text;
        }

        private void Start(string name, ReadOnlySpan<(string Name, string Value)> attributes)
        {
            _text.Append('<').Append(name);
            foreach ((string attribute, string value) in attributes)
            {
                _text.Append(' ').Append(attribute).Append("=\"");
                Text(value);
                _text.Append('"');
            }
        }
    }
}
