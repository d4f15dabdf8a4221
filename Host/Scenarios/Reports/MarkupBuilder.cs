using System;
using System.Text;
using System.Xml;

namespace BatterySim.Host.Scenarios.Reports
{
    /// <summary>Builds HTML that is well-formed XML as well. Nothing gets in unescaped but style sheet and script.</summary>
    internal sealed class MarkupBuilder
    {
        private readonly StringBuilder _text = new("<!DOCTYPE html>\n");
        private readonly XmlWriter _writer;

        public MarkupBuilder()
        {
            _writer = XmlWriter.Create(_text, new XmlWriterSettings
            {
                OmitXmlDeclaration = true,
                ConformanceLevel = ConformanceLevel.Fragment,
                NewLineHandling = NewLineHandling.None,
            });
        }

        /// <summary>Opens an element.</summary>
        public MarkupBuilder Open(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
        {
            _writer.WriteStartElement(name);
            foreach ((string attribute, string value) in attributes)
            {
                _writer.WriteAttributeString(attribute, ReportText.Clean(value));
            }

            return this;
        }

        /// <summary>Closes the element opened last.</summary>
        public MarkupBuilder Close()
        {
            CloseInline()._writer.WriteRaw("\n");
            return this;
        }

        /// <summary>Closes the element opened last, with no line break behind it.</summary>
        public MarkupBuilder CloseInline()
        {
            // In full, since HTML knows no empty form of most elements.
            _writer.WriteFullEndElement();
            return this;
        }

        /// <summary>Adds text.</summary>
        public MarkupBuilder Text(string text)
        {
            _writer.WriteString(ReportText.Clean(text));
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
            Open(name, attributes)._writer.WriteEndElement();
            return this;
        }

        /// <summary>Adds style sheet or script, the two things that are written by us alone and taken as they are.</summary>
        public MarkupBuilder Raw(string name, string content)
        {
            Open(name)._writer.WriteRaw(content);
            return Close();
        }

        /// <summary>The document, with everything closed.</summary>
        public string Finish()
        {
            _writer.Dispose();
            return _text.Append('\n').ToString();
        }
    }
}
