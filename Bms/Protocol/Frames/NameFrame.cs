using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Protocol.Frames
{
    /// <summary>0x35E: manufacturer name, eight ASCII characters, padded with spaces.</summary>
    /// <remarks>
    /// Pylontech LV V1.2, 0x35E ("PYLON   "); Sol-Ark CAN V1.3 prescribes no name.
    /// <code>
    ///   byte    0     1     2     3     4     5     6     7
    ///        +-----+-----+-----+-----+-----+-----+-----+-----+
    ///        | 'P' | 'Y' | 'L' | 'O' | 'N' | ' ' | ' ' | ' ' |
    ///        +-----+-----+-----+-----+-----+-----+-----+-----+
    /// </code>
    /// A longer name is cut; a character outside printable ASCII becomes '?'.
    /// </remarks>
    public sealed class NameFrame : FrameDefinition
    {
        /// <summary>Identifier, 11 bits.</summary>
        public const ushort CanId = 0x35E;

        /// <summary>Characters that the frame carries.</summary>
        public const int CharacterCount = 8;

        /// <inheritdoc/>
        public override uint Id { get { return CanId; } }

        /// <inheritdoc/>
        public override string Name { get { return "ManufacturerName"; } }

        /// <inheritdoc/>
        public override int NativeLengthIn(DialectSettings dialect)
        {
            return CharacterCount;
        }

        /// <inheritdoc/>
        public override bool TryWrite(BankReport bank, DialectSettings dialect, CanFrame frame)
        {
            string name = dialect.ManufacturerName.Length > 0 ? dialect.ManufacturerName : bank.ManufacturerName;
            frame.Begin(CanId, CharacterCount);
            for (int index = 0; index < CharacterCount; index++)
            {
                char character = index < name.Length ? name[index] : ' ';
                frame.PutU8(index, character >= ' ' && character <= '~' ? character : '?');
            }

            return true;
        }

        /// <inheritdoc/>
        public override void Describe(DialectSettings dialect, SignalVisitor visitor)
        {
            visitor.OnText("manufacturerName", 0, CharacterCount);
        }
    }
}
