namespace BatterySim.Bms.Instrument
{
    /// <summary>The rows of <see cref="CommandTable"/> as the instrument keeps them: packed, without the manual.</summary>
    /// <remarks>
    /// On a board a row with its texts and its handler takes 180 bytes; here it takes about 50. Rows that share a handler share one object
    /// for it, and the sections of the table are made one after the other, so that never more than one of them is whole in memory.
    /// </remarks>
    public sealed class CommandList
    {
        private string[] _patterns = TextArray.Create(0);
        private byte[] _kinds = new byte[0];
        private byte[] _handlerIndexes = new byte[0];
        private ushort[] _tags = new ushort[0];
        private ScpiHandler[] _handlers = new ScpiHandler[0];

        /// <summary>Takes in the whole table.</summary>
        public CommandList()
        {
            for (int section = 0; section < CommandTable.SectionCount; section++)
            {
                Append(CommandTable.CreateSection(section));
            }
        }

        /// <summary>Number of rows.</summary>
        public int Length { get { return _patterns.Length; } }

        /// <summary>A row as an object, made anew and without its part of the manual.</summary>
        public ScpiCommand this[int index]
        {
            get { return new ScpiCommand(_patterns[index], _kinds[index], HandlerAt(index), _tags[index], ""); }
        }

        /// <summary>Header of a row, without question mark.</summary>
        public string PatternAt(int index)
        {
            return _patterns[index];
        }

        /// <summary>Bits of <see cref="ScpiCommand"/> that say what a row can do.</summary>
        public int KindAt(int index)
        {
            return _kinds[index];
        }

        /// <summary>What tells a row from others with the same handler.</summary>
        public int TagAt(int index)
        {
            return _tags[index];
        }

        /// <summary>What carries a row out.</summary>
        public ScpiHandler HandlerAt(int index)
        {
            return _handlers[_handlerIndexes[index]];
        }

        private void Append(ScpiCommand[] rows)
        {
            int start = _patterns.Length;
            int length = start + rows.Length;
            string[] patterns = TextArray.Create(length);
            byte[] kinds = new byte[length];
            byte[] handlerIndexes = new byte[length];
            ushort[] tags = new ushort[length];
            System.Array.Copy(_patterns, 0, patterns, 0, start);
            System.Array.Copy(_kinds, 0, kinds, 0, start);
            System.Array.Copy(_handlerIndexes, 0, handlerIndexes, 0, start);
            System.Array.Copy(_tags, 0, tags, 0, start);
            _patterns = patterns;
            _kinds = kinds;
            _handlerIndexes = handlerIndexes;
            _tags = tags;
            for (int row = 0; row < rows.Length; row++)
            {
                ScpiCommand command = rows[row];
                patterns[start + row] = command.Pattern;
                kinds[start + row] = (byte)command.Kind;
                tags[start + row] = (ushort)command.Tag;
                handlerIndexes[start + row] = (byte)IndexOf(command.Handler);
            }
        }

        private int IndexOf(ScpiHandler handler)
        {
            for (int index = 0; index < _handlers.Length; index++)
            {
                if (_handlers[index] == handler)
                {
                    return index;
                }
            }

            ScpiHandler[] handlers = new ScpiHandler[_handlers.Length + 1];
            System.Array.Copy(_handlers, 0, handlers, 0, _handlers.Length);
            handlers[_handlers.Length] = handler;
            _handlers = handlers;
            return _handlers.Length - 1;
        }
    }
}
