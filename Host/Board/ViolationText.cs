using System.Runtime.CompilerServices;

namespace BatterySim.Host.Board
{
    /// <summary>Text that is only put together where a rule was broken, so that a driver in order costs no memory.</summary>
    [InterpolatedStringHandler]
    internal ref struct ViolationText
    {
        private DefaultInterpolatedStringHandler _text;

        public ViolationText(int literalLength, int formattedCount, bool isRight, out bool isEnabled)
        {
            isEnabled = !isRight;
            _text = isRight ? default : new DefaultInterpolatedStringHandler(literalLength, formattedCount);
        }

        public void AppendLiteral(string value) => _text.AppendLiteral(value);

        public void AppendFormatted(int value) => _text.AppendFormatted(value);

        public void AppendFormatted(int value, string format) => _text.AppendFormatted(value, format);

        public string Take() => _text.ToStringAndClear();
    }
}
