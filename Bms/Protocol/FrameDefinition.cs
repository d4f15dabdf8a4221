using BatterySim.Bms.Can;
using BatterySim.Bms.Protocol.Dialects;
using BatterySim.Bms.Stack;

namespace BatterySim.Bms.Protocol
{
    /// <summary>All there is to know of one frame that the bank sends: identifier, length, name, how it is written and how it is read.</summary>
    /// <remarks>
    /// One file in Frames holds one definition, and <see cref="FrameTable"/> lists it: nothing else in the core knows an offset or an identifier.
    /// A definition has no opinion on values. What the protocol promises is settled where the report is written
    /// (<see cref="BankReport.ApplyProtocolBounds"/>); here a value is scaled and clamped to its field. It keeps no state besides its place.
    /// </remarks>
    public abstract class FrameDefinition
    {
        /// <summary>Stands in a <see cref="Suffix"/> for a 29-bit identifier, which is named by eight digits instead of three.</summary>
        public const int ExtendedSuffix = 1 << 29;

        private int _index;

        /// <summary>Makes a definition of a frame of its own.</summary>
        protected FrameDefinition()
        {
        }

        /// <summary>Makes another form of a frame that is in the table, and takes its place there.</summary>
        protected FrameDefinition(FrameDefinition like)
        {
            _index = like._index;
        }

        /// <summary>Identifier, 0 to 0x7FF, or to 0x1FFFFFFF where <see cref="IsExtended"/>.</summary>
        public abstract uint Id { get; }

        /// <summary>True for a 29-bit identifier.</summary>
        public virtual bool IsExtended { get { return false; } }

        /// <summary>Name of the message, as in the message catalogue.</summary>
        public abstract string Name { get; }

        /// <summary>What names the frame in an instrument's header: the identifier, and <see cref="ExtendedSuffix"/> for one of 29 bits.</summary>
        public int Suffix { get { return IsExtended ? (int)Id | ExtendedSuffix : (int)Id; } }

        /// <summary>Place in <see cref="FrameTable"/>, from 0.</summary>
        public int Index { get { return _index; } internal set { _index = value; } }

        /// <summary>Data bytes before padding, 1 to 8.</summary>
        public abstract int NativeLengthIn(DialectSettings dialect);

        /// <summary>Writes the frame in its native length; false if a value in it is unknown, so that it has to be withheld.</summary>
        public abstract bool TryWrite(BankReport bank, DialectSettings dialect, CanFrame frame);

        /// <summary>Names each signal of the frame with its place, in the order of the document.</summary>
        public abstract void Describe(DialectSettings dialect, SignalVisitor visitor);

        /// <summary>Writes the frame in the length that the dialect asks for; false if a value in it is unknown.</summary>
        public bool TryEncode(BankReport bank, DialectSettings dialect, CanFrame frame)
        {
            if (!TryWrite(bank, dialect, frame))
            {
                return false;
            }

            if (dialect.DataLength == DataLength.Padded)
            {
                frame.SetLength(CanFrame.DataLengthMax);
            }

            return true;
        }
    }
}
