namespace BatterySim.Bms.Instrument
{
    /// <summary>One client of the instrument: its half-typed line, and the answer to its last one.</summary>
    public sealed class InstrumentPort
    {
        private readonly CommandInterpreter _instrument;
        private readonly LineBuffer _line = new LineBuffer();

        /// <summary>Makes a port.</summary>
        public InstrumentPort(CommandInterpreter instrument)
        {
            _instrument = instrument;
        }

        /// <summary>Takes one byte; a line feed has the line carried out.</summary>
        /// <returns>The answer without line feed; empty where there is none.</returns>
        public string Feed(byte value)
        {
            if (!_line.Feed(value))
            {
                return "";
            }

            string reply = _instrument.Execute(_line);
            _line.Clear();
            return reply;
        }
    }
}
